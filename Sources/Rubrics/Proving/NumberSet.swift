package import Values

/// A set of numbers as a union of intervals: what a unary test on a number admits.
///
/// The intervals are sorted, do not touch, and are never empty, so that equal sets look equal.
package struct NumberSet: Sendable, Equatable {
  package struct End: Sendable, Equatable {
    package let number: Number
    package let isIncluded: Bool
  }

  package struct Interval: Sendable, Equatable {
    /// `nil`: without end.
    package let low: End?
    package let high: End?

    package func contains(_ number: Number) -> Bool {
      if let low, low.isIncluded ? number < low.number : number <= low.number { return false }
      if let high, high.isIncluded ? number > high.number : number >= high.number { return false }
      return true
    }

    var isEmpty: Bool {
      guard let low, let high else { return false }
      if low.number == high.number { return !(low.isIncluded && high.isIncluded) }
      return low.number > high.number
    }
  }

  package let intervals: [Interval]

  package init(_ intervals: [Interval]) {
    let sorted = intervals.filter { !$0.isEmpty }.sorted(by: NumberSet.startsBefore)
    var merged: [Interval] = []
    for next in sorted {
      if let last = merged.last, NumberSet.touch(last, next) {
        merged[merged.count - 1] = Interval(
          low: last.low, high: NumberSet.later(last.high, next.high))
      } else {
        merged.append(next)
      }
    }
    self.intervals = merged
  }

  package static let all = NumberSet([Interval(low: nil, high: nil)])
  package static let none = NumberSet([])

  package static func only(_ number: Number) -> NumberSet {
    let end = End(number: number, isIncluded: true)
    return NumberSet([Interval(low: end, high: end)])
  }

  package static func from(_ number: Number, included: Bool) -> NumberSet {
    NumberSet([Interval(low: End(number: number, isIncluded: included), high: nil)])
  }

  package static func to(_ number: Number, included: Bool) -> NumberSet {
    NumberSet([Interval(low: nil, high: End(number: number, isIncluded: included))])
  }

  package func contains(_ number: Number) -> Bool {
    intervals.contains { $0.contains(number) }
  }

  package var isEmpty: Bool { intervals.isEmpty }

  /// What bounds the set from below; `nil` where nothing does.
  package var low: Number? { intervals.first?.low?.number }

  package var high: Number? { intervals.last?.high?.number }

  package func union(_ other: NumberSet) -> NumberSet {
    NumberSet(intervals + other.intervals)
  }

  package func intersection(_ other: NumberSet) -> NumberSet {
    var common: [Interval] = []
    for left in intervals {
      for right in other.intervals {
        common.append(
          Interval(
            low: NumberSet.stricterLow(left.low, right.low),
            high: NumberSet.stricterHigh(left.high, right.high)))
      }
    }
    return NumberSet(common)
  }

  package var complement: NumberSet {
    var gaps: [Interval] = []
    var start: End?
    for interval in intervals {
      if let low = interval.low {
        gaps.append(
          Interval(low: start, high: End(number: low.number, isIncluded: !low.isIncluded)))
      }
      guard let high = interval.high else { return NumberSet(gaps) }
      start = End(number: high.number, isIncluded: !high.isIncluded)
    }
    gaps.append(Interval(low: start, high: nil))
    return NumberSet(gaps)
  }

  // MARK: order of ends

  private static func startsBefore(_ left: Interval, _ right: Interval) -> Bool {
    guard let leftLow = left.low else { return right.low != nil }
    guard let rightLow = right.low else { return false }
    if leftLow.number != rightLow.number { return leftLow.number < rightLow.number }
    return leftLow.isIncluded && !rightLow.isIncluded
  }

  private static func touch(_ left: Interval, _ right: Interval) -> Bool {
    guard let high = left.high, let low = right.low else { return true }
    if high.number == low.number { return high.isIncluded || low.isIncluded }
    return high.number > low.number
  }

  private static func later(_ left: End?, _ right: End?) -> End? {
    guard let left, let right else { return nil }
    if left.number == right.number { return left.isIncluded ? left : right }
    return left.number > right.number ? left : right
  }

  private static func stricterLow(_ left: End?, _ right: End?) -> End? {
    guard let left else { return right }
    guard let right else { return left }
    if left.number == right.number { return left.isIncluded ? right : left }
    return left.number > right.number ? left : right
  }

  private static func stricterHigh(_ left: End?, _ right: End?) -> End? {
    guard let left else { return right }
    guard let right else { return left }
    if left.number == right.number { return left.isIncluded ? right : left }
    return left.number < right.number ? left : right
  }
}
