import FEEL
import Values

/// What must go in for a number of the set to come out.
extension NumberSet {
  /// The set with its ends mapped; `body` rises over all numbers, or falls where it `turns`.
  private func mapped(turns: Bool = false, _ body: (Number) -> Number?) -> NumberSet? {
    var found: [Interval] = []
    for interval in intervals {
      var ends: [End?] = []
      for end in [interval.low, interval.high] {
        guard let end else {
          ends.append(nil)
          continue
        }
        guard let number = body(end.number) else { return nil }
        ends.append(End(number: number, isIncluded: end.isIncluded))
      }
      found.append(
        turns ? Interval(low: ends[1], high: ends[0]) : Interval(low: ends[0], high: ends[1]))
    }
    return NumberSet(found)
  }

  /// The numbers that lie in the set once they are divided by `number`; `nil` for 0.
  func multiplied(by number: Number) -> NumberSet? {
    guard !number.isZero else { return nil }
    return mapped(turns: number.isNegative) { $0.multiplied(by: number) }
  }

  /// The numbers that lie in the set once they are multiplied by `number`, which is not 0.
  func divided(by number: Number) -> NumberSet {
    mapped(turns: number.isNegative) { $0.divided(by: number) } ?? .all
  }

  /// The numbers from which `x sign number` gives one of the set; `nil` where that is not such a set.
  func before(_ sign: Operator.Arithmetic, _ number: Number) -> NumberSet? {
    switch sign {
    case .add: mapped { $0.subtracting(number) }
    case .subtract: mapped { $0.adding(number) }
    case .multiply:
      number.isZero ? (contains(.zero) ? .all : NumberSet.none) : divided(by: number)
    case .divide: multiplied(by: number)
    case .power: nil
    }
  }

  /// The numbers from which `number sign x` gives one of the set.
  func before(_ number: Number, _ sign: Operator.Arithmetic) -> NumberSet? {
    switch sign {
    case .add, .multiply: before(sign, number)
    case .subtract: mapped(turns: true) { number.subtracting($0) }
    case .divide, .power: nil
    }
  }

  /// The numbers whose floor is in the set.
  var beforeFloor: NumberSet? {
    var found: [Interval] = []
    for interval in intervals {
      var low: End?
      if let end = interval.low {
        guard let first = Self.wholeNumber(from: end, up: true) else { return nil }
        low = End(number: first, isIncluded: true)
      }
      var high: End?
      if let end = interval.high {
        guard let last = Self.wholeNumber(from: end, up: false), let after = last.adding(.one)
        else { return nil }
        high = End(number: after, isIncluded: false)
      }
      found.append(Interval(low: low, high: high))
    }
    return NumberSet(found)
  }

  /// The numbers whose ceiling is in the set.
  var beforeCeiling: NumberSet? {
    divided(by: Number(-1)).beforeFloor?.divided(by: Number(-1))
  }

  /// The nearest whole number inside an end.
  private static func wholeNumber(from end: End, up: Bool) -> Number? {
    guard let near = end.number.roundedToMultiple(of: .one, up ? .ceiling : .floor) else {
      return nil
    }
    guard near == end.number, !end.isIncluded else { return near }
    return up ? near.adding(.one) : near.subtracting(.one)
  }

  /// Where `x` of numbers above 0 compares with 1 as the set says, `1 / x` does as this one; `nil` where the set looks at other numbers.
  var inverse: NumberSet? {
    let ends = intervals.flatMap { [$0.low?.number, $0.high?.number] }.compactMap { $0 }
    guard ends.allSatisfy({ $0 == .one }) else { return nil }
    var found = contains(.one) ? NumberSet.only(.one) : NumberSet.none
    if contains(.zero) { found = found.union(.from(.one, included: false)) }
    if contains(Number(2)) { found = found.union(.to(.one, included: false)) }
    return found
  }

  /// Whether all that matters is the sign.
  var endsAtZeroOnly: Bool {
    intervals.allSatisfy { ($0.low?.number.isZero ?? true) && ($0.high?.number.isZero ?? true) }
  }

  /// Whether no number up to 0 is in it.
  var isAboveZero: Bool {
    guard let low else { return isEmpty }
    return !low.isNegative && !contains(.zero)
  }
}
