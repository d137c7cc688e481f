import Diagnostics
import FEEL
import Rubrics
import Values

extension RankRule {
  /// `number` is the item's place among the ranked ones.
  func score(
    _ working: inout Working, _ setting: FormSetting, _ view: CohortView?, _ number: Int
  ) throws(NumberTooLarge) -> FormResult {
    guard let view else {
      working.lack([Missing(setting.item.id, .noCohort)])
      working.note(.note(.noCohort))
      return .points(setting.all)
    }
    let own = view.member.ranks[number]
    working.note(own, of: value)
    if case .null(let reason) = own { return .null(reason) }
    working.lack(own.missingParts)
    if view.leavesOut, own.isUnknown, own.closing == .decides { return .points(setting.all) }
    guard let placing = Placing(view, number, self) else {
      lackPeers(&working, view, setting)
      return .points(setting.all)
    }
    let low = try points(placing.worst, of: placing.worstCount, placing, .least, setting)
    let high = try points(placing.best, of: placing.bestCount, placing, .greatest, setting)
    let isKnown = placing.isSure && placing.own.point != nil && placing.first.point != nil
    // In proportion to a first that is zero or less there is nothing to say.
    if isKnown, low != high { return .null(NullReason(.divisionByZero)) }
    let range = setting.clipped(ScoreRange(low, high))
    if !range.isPoint, own.missingParts.isEmpty {
      working.lack([Missing(setting.item.id, .noCohort)])
    }
    let peers = working.hidesPeers ? nil : view.group?.key.text
    working.note(.fired(.placed(placing, ties, peers), points: range, place: place))
    var mayBeNull = !isKnown && mayBeUndefined(placing)
    if case .unknown(let unknown) = own { mayBeNull = mayBeNull || unknown.bounds.mayBeNull }
    return setting.widened(range, mayBeNull: mayBeNull)
  }

  private func lackPeers(_ working: inout Working, _ view: CohortView, _ setting: FormSetting) {
    let missing = view.member.peers?.missingParts ?? []
    working.lack(missing.isEmpty ? [Missing(setting.item.id, .noCohort)] : missing)
  }

  // MARK: points

  private func points(
    _ standing: CohortField.Standing, of count: Int, _ placing: Placing,
    _ extreme: QuotientTerms.Extreme, _ setting: FormSetting
  ) throws(NumberTooLarge) -> Number {
    let first = standing.better + 1
    guard ties == .mean, standing.equal > 0 else {
      return try points(atPlace: first, of: count, placing, extreme, setting)
    }
    // The places that equal ones fill, line by line.
    let last = first + standing.equal
    var next = first
    var sums: [Number] = []
    for line in lines where next <= last {
      let end = min(last, lastPlace(of: line, count))
      guard end >= next else { continue }
      sums.append(try line.points.times(Number(end - next + 1)))
      next = end + 1
    }
    if next <= last {
      let behind = try points(atPlace: next, of: count, placing, extreme, setting)
      sums.append(try behind.times(Number(last - next + 1)))
    }
    return try Number.total(sums).over(Number(last - first + 1))
  }

  private func lastPlace(of line: Line, _ count: Int) -> Int {
    guard isShare else { return line.upTo.intValue ?? Int.max }
    // place / count <= share, without dividing.
    return line.upTo.multiplied(by: Number(count))?.floor()?.intValue ?? 0
  }

  private func points(
    atPlace place: Int, of count: Int, _ placing: Placing, _ extreme: QuotientTerms.Extreme,
    _ setting: FormSetting
  ) throws(NumberTooLarge) -> Number {
    if let line = lines.first(where: { place <= lastPlace(of: $0, count) }) { return line.points }
    switch others {
    case .points(let points): return points
    case .proRata(let atMost):
      guard let ratio = try proRata(placing, extreme, setting.item.points) else {
        return extreme == .least ? .zero : atMost
      }
      return max(.zero, min(atMost, ratio))
    }
  }

  /// Whether somebody behind the first may have to be told in proportion to zero or less.
  private func mayBeUndefined(_ placing: Placing) -> Bool {
    guard case .proRata = others else { return false }
    if highIsBest {
      return !(placing.own.low.map { !$0.isNegative } ?? false)
        && !(placing.first.low?.isPositive ?? false)
    }
    return placing.first.high?.isPositive ?? true
  }

  /// Full points x own / first (first / own where low is best), at one end.
  ///
  /// - Returns: `nil` where the ends do not say.
  private func proRata(
    _ placing: Placing, _ extreme: QuotientTerms.Extreme, _ full: Number
  ) throws(NumberTooLarge) -> Number? {
    let isLeast = extreme == .least
    if highIsBest {
      // The first is at least as good as oneself.
      let own = isLeast ? placing.own.low : placing.own.high
      let first = isLeast ? placing.first.high : placing.first.low
      guard let own, let first else { return nil }
      if own == first { return full }
      guard first.isPositive else { return nil }
      return try full.times(own).over(first)
    }
    // Numbers were turned round: the first is the one nearest to zero.
    let own = isLeast ? placing.own.low : placing.own.high
    let first = isLeast ? placing.first.high : placing.first.low
    guard let own, let first else { return nil }
    if own == first { return full }
    guard own.isNegative else { return nil }
    return try full.times(first.negated).over(own.negated)
  }
}
