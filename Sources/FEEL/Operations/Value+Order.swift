import Values

extension Value {
  /// FEEL's `<`, `<=`, `>`, `>=`: null between values that have no order, unknown where bounds overlap.
  ///
  /// - Source: DMN 1.5, clause 10.3.2.15, table 54; strings are ordered by code point.
  static func compare(
    _ comparison: Operator.Comparison, _ left: Value, _ right: Value
  ) -> Truth {
    switch comparison {
    case .equal: equal(left, right)
    case .unequal: equal(left, right).negated
    case .less: isBelow(left, right, orEqual: false, comparison)
    case .atMost: isBelow(left, right, orEqual: true, comparison)
    case .greater: isBelow(right, left, orEqual: false, comparison)
    case .atLeast: isBelow(right, left, orEqual: true, comparison)
    }
  }

  private static func isBelow(
    _ left: Value, _ right: Value, orEqual: Bool, _ comparison: Operator.Comparison
  ) -> Truth {
    switch (left, right) {
    case (.null(let reason), _), (_, .null(let reason)): return Truth(.isNull, reason: reason)
    case (.number(let left), .number(let right)):
      return Truth(orEqual ? left <= right : left < right)
    case (.string(let left), .string(let right)):
      return Truth(orEqual ? !precedes(right, left) : precedes(left, right))
    case (.unknown, _), (_, .unknown):
      return unknownOrder(left, right, orEqual: orEqual, comparison)
    default:
      guard let order = compareTemporal(left, right) else {
        return Truth(.isNull, reason: NullReason(.notComparable, comparison.rawValue))
      }
      return Truth(order < 0 || orEqual && order == 0)
    }
  }

  /// The order of UTF-8 bytes is that of code points.
  private static func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  private static func unknownOrder(
    _ left: Value, _ right: Value, orEqual: Bool, _ comparison: Operator.Comparison
  ) -> Truth {
    var may: Truth.Set
    if let mine = left.bounds.interval, let theirs = right.bounds.interval {
      may = []
      if isReachable(mine.low, below: theirs.high, orEqual: orEqual) { may.insert(.isTrue) }
      if isReachable(theirs.low, below: mine.high, orEqual: !orEqual) { may.insert(.isFalse) }
    } else {
      let counted = combined(left, right) { isBelow($0, $1, orEqual: orEqual, comparison) }
      if let counted { return counted }
      may = haveSameShape(left, right) && left.hasOrder ? [.isTrue, .isFalse] : .all
    }
    if left.mayBeNull || right.mayBeNull { may.insert(.isNull) }
    return Truth(
      may, reason: NullReason(.notComparable, comparison.rawValue),
      missing: missing(left, right))
  }

  private static func isReachable(_ low: Number?, below high: Number?, orEqual: Bool) -> Bool {
    guard let low, let high else { return true }
    return orEqual ? low <= high : low < high
  }

  private var hasOrder: Bool {
    switch bounds.kind.shape {
    case .number, .string, .date, .time, .dateTime, .dayTimeDuration, .yearMonthDuration: true
    default: false
    }
  }

  /// `low <= value <= high`; null as soon as one of the three is.
  static func isBetween(
    _ value: Value, low: Value, high: Value
  ) -> Truth {
    .and(compare(.atLeast, value, low), compare(.atMost, value, high))
  }
}
