import Diagnostics
import FEEL
import Rubrics
import Values

/// What one child brings to the form: a number, and how much it counts.
private struct ChildTerm {
  var value: NumberInterval
  var weight = NumberInterval(.one)
  var mayBeLeftOut = false
}

extension ChildrenRule {
  /// More children than this in one expectation are a slip of the pen.
  private static let mostExpected = 10_000

  func score(_ working: inout Working, _ setting: FormSetting) throws(NumberTooLarge) -> FormResult
  {
    guard let all = setting.related.children else {
      working.lack([Missing(rubric, .noRound)])
      return .points(setting.all)
    }
    let children = all.filter { child in
      child.rubric == rubric && (!isDirect || child.depth == 1)
        && (kind == nil || kind == child.kind)
    }
    let counted = children.filter { $0.state != .notEvaluated || notEvaluated != .drop }
    for child in children { note(child, &working) }
    guard let lacking = lacking(besides: children.count, &working) else {
      return .points(setting.all)
    }
    if counted.isEmpty, lacking.greatest == 0 { return none(&working, setting) }
    let result = try points(of: counted, lacking, &working, setting)
    guard counted.allSatisfy(mayBeLeftOut), lacking.least == 0,
      case .points(let range, _) = result
    else { return result }
    // Perhaps there is nobody at all.
    switch ifNone {
    case .notApplicable: return .points(range, mayNotApply: true)
    case .fail: return .points(range.joined(.zero))
    case .unknown: return .points(setting.all)
    }
  }

  /// An admission bar is still open, and behind it a child does not count.
  private func mayBeLeftOut(_ child: RelatedResult) -> Bool {
    child.mayNotBeEvaluated && notEvaluated == .drop
  }

  private func none(_ working: inout Working, _ setting: FormSetting) -> FormResult {
    working.note(.note(.noChildren(rubric)))
    switch ifNone {
    case .fail: return .points(Number.zero)
    case .notApplicable: return .notApplicable
    case .unknown:
      working.lack([Missing(rubric, .noResult)])
      return .points(setting.all)
    }
  }

  /// How many more there should be.
  ///
  /// - Returns: `nil` where nobody knows.
  private func lacking(
    besides count: Int, _ working: inout Working
  ) -> (least: Int, greatest: Int)? {
    guard let expected else { return (0, 0) }
    guard case .some(let interval) = NumberInterval(NumberReading(working.value(of: expected))),
      let low = interval.low?.ceiling()?.intValue, let high = interval.high?.floor()?.intValue,
      high <= Self.mostExpected
    else {
      working.lack([Missing(rubric, .noResult)])
      return nil
    }
    let least = max(0, low - count)
    let greatest = max(least, high - count)
    if greatest > 0 {
      working.lack([Missing(rubric, .noResult)])
      working.note(.note(.childrenLacking(greatest, of: rubric)))
    }
    return (least, greatest)
  }

  private func points(
    of children: [RelatedResult], _ lacking: (least: Int, greatest: Int),
    _ working: inout Working, _ setting: FormSetting
  ) throws(NumberTooLarge) -> FormResult {
    var terms: [ChildTerm] = []
    for child in children {
      let term = term(of: child)
      if term.value.point == nil || term.weight.point == nil || term.mayBeLeftOut {
        working.lack(child.missing(as: child.subject))
      }
      terms.append(term)
    }
    let unknown = unknownTerm
    for index in 0..<lacking.greatest {
      var term = unknown
      term.mayBeLeftOut = index >= lacking.least
      terms.append(term)
    }
    let range: ScoreRange
    switch take {
    case .all:
      let (sure, open) = worst(terms, lowIsWorst: true)
      range =
        ScoreRange(
          sure == .one ? setting.greatest : .zero, open == .zero ? .zero : setting.greatest)
    case .worstScore(let scale):
      let (low, high) = worst(terms, lowIsWorst: !(children.first?.lowIsGood ?? false))
      range = try scale.points(
        from: low.map { Quotient(earned: $0, applicable: .one) },
        to: high.map { Quotient(earned: $0, applicable: .one) }, setting)
    case .worstGrade(let lines):
      range = setting.clipped(points(of: lines, children, unknownCount: lacking.greatest, setting))
    case .share(_, let scale), .mean(let scale):
      guard let mean = try mean(of: terms) else {
        working.report(
          .weightsAddUpToNothing(
            weight?.fact ?? "", children.map(\.subject), at: weight?.place ?? place))
        return .null(NullReason(.divisionByZero))
      }
      guard mean.isSure else { return .points(setting.all) }
      range = try scale.points(from: mean.least, to: mean.greatest, setting)
    }
    working.note(
      .fired(.childrenTaken(self, children.count), points: range, place: place))
    return .points(range)
  }

  // MARK: terms

  private var unknownTerm: ChildTerm {
    let isShare =
      switch take {
      case .all, .share: true
      case .worstScore, .worstGrade, .mean: false
      }
    return ChildTerm(
      value: isShare ? NumberInterval(.zero, .one) : .all,
      weight: weight == nil ? NumberInterval(.one) : NumberInterval(.zero, nil))
  }

  private func term(of child: RelatedResult) -> ChildTerm {
    var term = ChildTerm(value: value(of: child), weight: weight(of: child))
    if child.state == .notEvaluated {
      switch notEvaluated {
      case .fail: term.value = NumberInterval(.zero)
      case .drop, .unknown: break
      }
    } else if child.mayNotBeEvaluated {
      switch notEvaluated {
      case .fail: term.value = term.value.joined(NumberInterval(.zero))
      case .drop: term.mayBeLeftOut = true
      case .unknown: term.value = unknownTerm.value
      }
    }
    if child.state == .missing, weight != nil { term.weight = NumberInterval(.zero, nil) }
    return term
  }

  private func value(of child: RelatedResult) -> NumberInterval {
    switch take {
    case .mean, .worstScore, .worstGrade: return child.score
    case .all(.score(let bar)), .share(.score(let bar), _):
      let (low, high) = (child.score.low, child.score.high)
      let sure =
        child.lowIsGood ? high.map { $0 <= bar } ?? false : low.map { $0 >= bar } ?? false
      let possible =
        child.lowIsGood ? low.map { $0 <= bar } ?? true : high.map { $0 >= bar } ?? true
      return NumberInterval(sure ? .one : .zero, possible ? .one : .zero)
    case .all(.grade(let id, _)), .share(.grade(let id, _), _):
      guard let rank = child.grades.firstIndex(of: id) else {
        return NumberInterval(.zero, .one)
      }
      return NumberInterval(
        child.ranks.upperBound <= rank ? .one : .zero,
        child.ranks.lowerBound <= rank ? .one : .zero)
    }
  }

  private func weight(of child: RelatedResult) -> NumberInterval {
    guard let weight else { return NumberInterval(.one) }
    let open = NumberInterval(.zero, nil)
    switch child.values[weight.fact] {
    case .number(let number)? where !number.isNegative: return NumberInterval(number)
    case .unknown(let unknown)?:
      return unknown.bounds.interval?.intersection(open) ?? open
    default: return open
    }
  }

  // MARK: statistics

  /// The least and the greatest that the worst of them can be; `nil` is without end.
  private func worst(_ terms: [ChildTerm], lowIsWorst: Bool) -> (low: Number?, high: Number?) {
    func extreme(_ values: [Number?], least: Bool) -> Number? {
      // An end that is open stays open where it may be the extreme.
      let known = values.compactMap { $0 }
      return least ? known.min() : known.max()
    }
    let certain = terms.filter { !$0.mayBeLeftOut }
    let lows = terms.map(\.value.low)
    let highs = terms.map(\.value.high)
    if lowIsWorst {
      let low = lows.contains { $0 == nil } ? nil : extreme(lows, least: true)
      return (low, extreme(certain.map(\.value.high), least: true))
    }
    let high = highs.contains { $0 == nil } ? nil : extreme(highs, least: false)
    return (extreme(certain.map(\.value.low), least: false), high)
  }

  private struct Mean {
    /// `nil` is without end.
    var least: Quotient?
    var greatest: Quotient?
    /// Whether the weights are certain to add up to something.
    var isSure: Bool
  }

  /// The weighted mean; `nil` where the weights add up to zero.
  private func mean(of terms: [ChildTerm]) throws(NumberTooLarge) -> Mean? {
    if terms.allSatisfy({ $0.weight.high?.isZero ?? false }) { return nil }
    let isSure = terms.contains { !$0.mayBeLeftOut && $0.weight.low?.isPositive ?? false }
    return Mean(
      least: try extreme(.least, of: terms.map { ($0.value.low, $0) }),
      greatest: try extreme(.greatest, of: terms.map { ($0.value.high, $0) }), isSure: isSure)
  }

  private func extreme(
    _ extreme: QuotientTerms.Extreme, of ends: [(number: Number?, term: ChildTerm)]
  ) throws(NumberTooLarge) -> Quotient? {
    var all = QuotientTerms()
    for (number, term) in ends where term.weight.high.map(\.isPositive) ?? true {
      guard let number else { return nil }
      let low = term.weight.low ?? .zero
      if low.isPositive {
        let sure = (earned: try number.times(low), points: low)
        if term.mayBeLeftOut { all.optional.append(sure) } else { all.certain.append(sure) }
      }
      // A weight without an upper end can pull the mean all the way to its own number.
      let more = try term.weight.high?.minus(low)
      if let more, !more.isPositive { continue }
      guard let more else { return self.farthest(extreme, ends) }
      all.optional.append((earned: try number.times(more), points: more))
    }
    return try all.quotient(extreme)
  }

  private func farthest(
    _ extreme: QuotientTerms.Extreme, _ ends: [(number: Number?, term: ChildTerm)]
  ) -> Quotient? {
    let numbers = ends.compactMap(\.number)
    guard numbers.count == ends.count else { return nil }
    let far = extreme == .least ? numbers.min() : numbers.max()
    return far.map { Quotient(earned: $0, applicable: .one) }
  }

  /// Points over every grade that the worst child can have.
  private func points(
    of lines: [GradePoints], _ children: [RelatedResult], unknownCount: Int, _ setting: FormSetting
  ) -> ScoreRange {
    guard let grades = children.first?.grades, !grades.isEmpty else { return setting.all }
    var best = 0
    var worst = 0
    for child in children {
      let fails = child.state == .notEvaluated && notEvaluated == .fail
      let mayFail = fails || (child.mayNotBeEvaluated && notEvaluated != .drop)
      let isUnknown = child.mayNotBeEvaluated && notEvaluated == .unknown
      if !mayBeLeftOut(child), !isUnknown {
        best = max(best, fails ? grades.count : child.ranks.lowerBound)
      }
      worst = max(worst, mayFail ? grades.count : child.ranks.upperBound)
    }
    if unknownCount > 0 { worst = grades.count }
    // Without a grade there are no points; a grade that the map does not hold was reported.
    let reached = (best...max(best, worst)).map { rank in
      grades.indices.contains(rank)
        ? lines.first { $0.grade == grades[rank] }?.points ?? .zero : .zero
    }
    return ScoreRange(reached.min() ?? .zero, reached.max() ?? .zero)
  }

  // MARK: words

  private func note(_ child: RelatedResult, _ working: inout Working) {
    working.note(.note(.child(child)))
  }
}

extension NumberInterval {
  /// The numbers of a reading; `nil` where it is, or may be, null.
  fileprivate init?(_ reading: NumberReading) {
    switch reading {
    case .number(let number): self.init(number)
    case .within(let interval, mayBeNull: false): self = interval
    case .within, .null: return nil
    }
  }
}
