package import Values

/// Points on the straight line through two points of it.
package struct StraightPoints: Sendable {
  package let from: Number
  package let to: Number
  /// What the start is worth, times the width.
  package let base: Number?
  /// Points for the whole width.
  package let rise: Number?
  package let width: Number?

  /// - Precondition: `to` is greater than `from`.
  package init(from: Number, points first: Number, to: Number, points last: Number) {
    (self.from, self.to) = (from, to)
    width = to.subtracting(from)
    rise = last.subtracting(first)
    base = width.flatMap { first.multiplied(by: $0) }
  }

  /// The points of a number, divided once.
  ///
  /// - Throws: where a number has too many digits.
  package func points(for number: Number) throws(NumberTooLarge) -> Number {
    guard let base, let rise, let width, width.isPositive else { throw NumberTooLarge() }
    return try base.plus(number.minus(from).times(rise)).over(width)
  }
}
