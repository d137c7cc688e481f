import Values

/// A range, or a point as the range that holds nothing else.
///
/// Relations are `nil` where ends cannot be compared. A range without an end goes on for ever there.
///
/// - Source: DMN 1.5, table 78 and figures 10-1 to 10-3.
struct Interval {
  let low: Value?
  let high: Value?
  let includesLow: Bool
  let includesHigh: Bool

  init?(_ value: Value) {
    switch value {
    // What is not equal to something has no ends.
    case .range(let range) where range.excluded != nil: return nil
    case .range(let range):
      low = range.low
      high = range.high
      includesLow = range.includesLow
      includesHigh = range.includesHigh
    case .null, .unknown: return nil
    default:
      low = value
      high = value
      includesLow = true
      includesHigh = true
    }
  }

  func isBefore(_ other: Interval) -> Bool? {
    guard let end = high, let start = other.low else {
      return isComparable(to: other) ? false : nil
    }
    return end.order(to: start).map { $0 < 0 || ($0 == 0 && !(includesHigh && other.includesLow)) }
  }

  func meets(_ other: Interval) -> Bool? {
    guard let end = high, let start = other.low else {
      return isComparable(to: other) ? false : nil
    }
    return end.order(to: start).map { $0 == 0 && includesHigh && other.includesLow }
  }

  func includes(_ other: Interval) -> Bool? {
    guard let starts = startOrder(to: other), let ends = endOrder(to: other) else { return nil }
    return starts <= 0 && ends >= 0
  }

  func starts(_ other: Interval) -> Bool? {
    guard let starts = startOrder(to: other), let ends = endOrder(to: other) else { return nil }
    return starts == 0 && ends <= 0
  }

  func finishes(_ other: Interval) -> Bool? {
    guard let starts = startOrder(to: other), let ends = endOrder(to: other) else { return nil }
    return ends == 0 && starts >= 0
  }

  func coincides(_ other: Interval) -> Bool? {
    guard let starts = startOrder(to: other), let ends = endOrder(to: other) else { return nil }
    return starts == 0 && ends == 0
  }

  func overlapsBefore(_ other: Interval) -> Bool? {
    guard let starts = startOrder(to: other), let ends = endOrder(to: other),
      let isApart = isBefore(other)
    else { return nil }
    return starts < 0 && ends <= 0 && !isApart
  }

  func overlapsAfter(_ other: Interval) -> Bool? {
    guard let starts = startOrder(to: other), let ends = endOrder(to: other),
      let isApart = other.isBefore(self)
    else { return nil }
    return starts > 0 && ends >= 0 && !isApart
  }

  /// Negative where this begins earlier; at the same point the one that includes it does.
  private func startOrder(to other: Interval) -> Int? {
    switch (low, other.low) {
    case (nil, nil): return isComparable(to: other) ? 0 : nil
    case (nil, _?): return isComparable(to: other) ? -1 : nil
    case (_?, nil): return isComparable(to: other) ? 1 : nil
    case (let mine?, let others?):
      return mine.order(to: others).map {
        $0 != 0 || includesLow == other.includesLow ? $0 : includesLow ? -1 : 1
      }
    }
  }

  /// Positive where this ends later; at the same point the one that includes it does.
  private func endOrder(to other: Interval) -> Int? {
    switch (high, other.high) {
    case (nil, nil): return isComparable(to: other) ? 0 : nil
    case (nil, _?): return isComparable(to: other) ? 1 : nil
    case (_?, nil): return isComparable(to: other) ? -1 : nil
    case (let mine?, let others?):
      return mine.order(to: others).map {
        $0 != 0 || includesHigh == other.includesHigh ? $0 : includesHigh ? 1 : -1
      }
    }
  }

  private func isComparable(to other: Interval) -> Bool {
    guard let mine = low ?? high, let others = other.low ?? other.high else { return true }
    return mine.order(to: others) != nil
  }
}
