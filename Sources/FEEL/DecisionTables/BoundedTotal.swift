package import Values

/// The bounds of an aggregate over numbers of which some may not be in.
struct BoundedTotal {
  let interval: NumberInterval
  let mayBeNull: Bool

  /// `nil` where something else than numbers may be added up.
  init?(_ aggregation: DecisionTable.Aggregation, _ hits: [Hit]) {
    var members: [BoundedMember] = []
    var mayBeNull = false
    for hit in hits {
      guard let output = hit.outputs.first, let interval = output.bounds.interval else {
        return nil
      }
      mayBeNull = mayBeNull || output.mayBeNull
      members.append(BoundedMember(interval: interval, isOpen: !hit.isCertain))
    }
    switch aggregation {
    case .sum:
      let sum = BoundedMember.sum(members)
      interval = sum.interval
      mayBeNull = mayBeNull || sum.mayFail
    case .count:
      interval = NumberInterval(
        Number(members.count { !$0.isOpen }), Number(members.count), isWhole: true)
    case .min: interval = BoundedMember.least(members) ?? .all
    case .max: interval = BoundedMember.greatest(members) ?? .all
    }
    self.mayBeNull = mayBeNull
  }
}

/// A number of a list of which only bounds are known, or which may not be in it.
package struct BoundedMember: Sendable {
  package let interval: NumberInterval
  /// May not be in the list.
  package let isOpen: Bool

  package init(interval: NumberInterval, isOpen: Bool) {
    self.interval = interval
    self.isOpen = isOpen
  }

  /// The bounds of the sum.
  ///
  /// Ends are summed exactly and rounded once, as known numbers are.
  package static func sum(_ members: [BoundedMember]) -> IntervalResult {
    let parts = members.map { $0.isOpen ? $0.interval.joined(NumberInterval(.zero)) : $0.interval }
    let lows = parts.compactMap(\.low)
    let highs = parts.compactMap(\.high)
    let low = lows.count == parts.count ? Number.sum(lows) : nil
    let high = highs.count == parts.count ? Number.sum(highs) : nil
    let mayFail =
      lows.count == parts.count && low == nil || highs.count == parts.count && high == nil
    let isWhole = parts.allSatisfy(\.isWhole)
    return IntervalResult(NumberInterval(low, high, isWhole: isWhole), mayFail: mayFail)
  }

  /// The bounds of the least member, if there is one at all.
  package static func least(_ members: [BoundedMember]) -> NumberInterval? {
    greatest(members.map { BoundedMember(interval: $0.interval.negated, isOpen: $0.isOpen) })?
      .negated
  }

  /// The bounds of the greatest member, if there is one at all.
  package static func greatest(_ members: [BoundedMember]) -> NumberInterval? {
    guard let first = members.first else { return nil }
    let hull = members.dropFirst().reduce(first.interval) { $0.joined($1.interval) }
    // Without a member that is surely in, the greatest may be any of them.
    let certain = members.filter { !$0.isOpen }
    let low = certain.isEmpty ? hull.low : certain.compactMap(\.interval.low).max()
    return NumberInterval(low, hull.high, isWhole: hull.isWhole)
  }
}
