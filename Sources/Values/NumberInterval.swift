/// The numbers from `low` to `high`, both included; `nil` is without end.
///
/// Operations are outward-safe: an operation on two members gives a member of the result, because every
/// operation of `Number` rounds monotonically. A result past the greatest number is told by `mayFail`;
/// an end that is open is taken to stay inside the range of `Number`.
package struct NumberInterval: Sendable, Hashable {
  package let low: Number?
  package let high: Number?
  /// Only integers occur.
  package let isWhole: Bool

  package init(_ low: Number?, _ high: Number?, isWhole: Bool = false) {
    self.low = isWhole ? low.map { $0.isInteger ? $0 : $0.ceiling(scale: 0) ?? $0 } : low
    self.high = isWhole ? high.map { $0.isInteger ? $0 : $0.floor(scale: 0) ?? $0 } : high
    self.isWhole = isWhole
  }

  package init(_ number: Number) {
    self.init(number, number, isWhole: number.isInteger)
  }

  /// The smallest interval that holds all `values`; `nil` if one of them is no known number.
  package init?(hullOf values: [Value]) {
    guard case .number(var low)? = values.first else { return nil }
    var high = low
    var isWhole = true
    for value in values {
      guard case .number(let number) = value else { return nil }
      if number < low { low = number }
      if number > high { high = number }
      isWhole = isWhole && number.isInteger
    }
    self.init(low, high, isWhole: isWhole)
  }

  package static let all = NumberInterval(nil, nil)
  /// What a count may be when nothing is known.
  package static let counts = NumberInterval(.zero, nil, isWhole: true)

  /// The only number, where there is only one.
  package var point: Number? {
    if let low, let high, low == high { low } else { nil }
  }

  package func contains(_ number: Number) -> Bool {
    if let low, number < low { return false }
    if let high, number > high { return false }
    return !isWhole || number.isInteger
  }

  package func joined(_ other: NumberInterval) -> NumberInterval {
    NumberInterval(
      low.flatMap { mine in other.low.map { min(mine, $0) } },
      high.flatMap { mine in other.high.map { max(mine, $0) } },
      isWhole: isWhole && other.isWhole)
  }

  /// The numbers in both; `nil` if there is none.
  package func intersection(_ other: NumberInterval) -> NumberInterval? {
    let low = [self.low, other.low].compactMap { $0 }.max()
    let high = [self.high, other.high].compactMap { $0 }.min()
    if let low, let high, low > high { return nil }
    return NumberInterval(low, high, isWhole: isWhole || other.isWhole)
  }
}

/// What an operation on intervals gives: the numbers, and whether some pair of members has no result.
package struct IntervalResult: Sendable {
  package let interval: NumberInterval
  package let mayFail: Bool

  package init(_ interval: NumberInterval, mayFail: Bool = false) {
    self.interval = interval
    self.mayFail = mayFail
  }
}

extension NumberInterval {
  package var negated: NumberInterval {
    NumberInterval(high?.negated, low?.negated, isWhole: isWhole)
  }

  package var magnitude: NumberInterval {
    if let low, !low.isNegative { return self }
    if let high, high.isNegative || high.isZero { return negated }
    let top = low.flatMap { low in high.map { max(low.magnitude, $0) } }
    return NumberInterval(.zero, top, isWhole: isWhole)
  }

  package func adding(_ other: NumberInterval) -> IntervalResult {
    var fails = false
    func end(_ left: Number?, _ right: Number?) -> Number? {
      guard let left, let right else { return nil }
      let sum = left.adding(right)
      if sum == nil { fails = true }
      return sum
    }
    let low = end(self.low, other.low)
    let high = end(self.high, other.high)
    return IntervalResult(
      NumberInterval(low, high, isWhole: isWhole && other.isWhole), mayFail: fails)
  }

  package func subtracting(_ other: NumberInterval) -> IntervalResult {
    adding(other.negated)
  }

  package func multiplied(by other: NumberInterval) -> IntervalResult {
    corners(other, isWhole: isWhole && other.isWhole) { left, right, fails in
      guard left.sign != 0, right.sign != 0 else { return .at(.zero) }
      if case .at(let left) = left, case .at(let right) = right {
        if let product = left.multiplied(by: right) { return .at(product) }
        fails = true
      }
      return left.sign * right.sign > 0 ? .above : .below
    }
  }

  /// Where the divisor may be zero the result may fail, and is bounded by the other divisors.
  package func divided(by other: NumberInterval) -> IntervalResult {
    if other.point?.isZero == true { return IntervalResult(.all, mayFail: true) }
    let touchesBelow = other.low.map { $0.isNegative } ?? true
    let touchesAbove = other.high.map { !$0.isNegative && !$0.isZero } ?? true
    if touchesBelow && touchesAbove { return IntervalResult(.all, mayFail: true) }
    let divisorSign = touchesAbove ? 1 : -1
    let mayBeZero = other.contains(.zero)
    let result = corners(other, isWhole: false) { left, right, fails in
      guard left.sign != 0 else { return .at(.zero) }
      switch (left, right) {
      case (_, .below), (_, .above): return .at(.zero)
      case (.at(let dividend), .at(let divisor)) where !divisor.isZero:
        if let quotient = dividend.divided(by: divisor) { return .at(quotient) }
        fails = true
        return left.sign * divisorSign > 0 ? .above : .below
      case (.at, .at), (.below, .at), (.above, .at):
        return left.sign * divisorSign > 0 ? .above : .below
      }
    }
    return IntervalResult(result.interval, mayFail: result.mayFail || mayBeZero)
  }

  /// Bounded only for a known exponent that is a whole number from 0; otherwise the result may be any.
  package func power(_ exponent: NumberInterval) -> IntervalResult {
    guard let power = exponent.point, let whole = power.intValue, whole >= 0 else {
      return IntervalResult(.all, mayFail: true)
    }
    if whole == 0 { return IntervalResult(NumberInterval(Number(1))) }
    // An even power falls to zero and rises again: then it is that of the magnitude.
    let base = whole.isMultiple(of: 2) ? magnitude : self
    var fails = false
    func end(_ number: Number?) -> Number? {
      guard let number else { return nil }
      let raised = number.power(power)
      if raised == nil { fails = true }
      return raised
    }
    let low = end(base.low)
    let high = end(base.high)
    return IntervalResult(NumberInterval(low, high, isWhole: isWhole), mayFail: fails)
  }

  /// An end of an interval, with both infinities.
  private enum End {
    case below
    case at(Number)
    case above

    var sign: Int {
      switch self {
      case .below: -1
      case .above: 1
      case .at(let number): number.isZero ? 0 : number.isNegative ? -1 : 1
      }
    }

    var number: Number? {
      if case .at(let number) = self { number } else { nil }
    }

    static func isOrdered(_ left: End, _ right: End) -> Bool {
      switch (left, right) {
      case (.below, _), (_, .above): true
      case (_, .below), (.above, _): false
      case (.at(let left), .at(let right)): left <= right
      }
    }
  }

  /// An operation that is monotone in each operand has its extremes at the corners.
  private func corners(
    _ other: NumberInterval, isWhole: Bool, _ operation: (End, End, inout Bool) -> End
  ) -> IntervalResult {
    var fails = false
    let mine = [low.map(End.at) ?? .below, high.map(End.at) ?? .above]
    let others = [other.low.map(End.at) ?? .below, other.high.map(End.at) ?? .above]
    var least = operation(mine[0], others[0], &fails)
    var greatest = least
    for (left, right) in [(0, 1), (1, 0), (1, 1)] {
      let corner = operation(mine[left], others[right], &fails)
      if End.isOrdered(corner, least) { least = corner }
      if End.isOrdered(greatest, corner) { greatest = corner }
    }
    return IntervalResult(
      NumberInterval(least.number, greatest.number, isWhole: isWhole), mayFail: fails)
  }
}
