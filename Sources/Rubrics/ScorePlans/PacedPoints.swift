package import Values

/// Points that grow, or fall, with each unit of a number above some start.
///
///     2 and 1 for every full 2 above 3, at most 5        earns, limit: the greatest
///     10 less 2 for each one above 1, at least 0         costs, limit: the least
package struct PacedPoints: Sendable {
  package let base: Number
  package let start: Number
  package let pace: Pace
  package let costs: Bool
  /// `nil` where there is none but the item's own.
  package let limit: Number?

  /// The points of an amount; one that is not above the start has the base.
  ///
  /// - Throws: where a number has too many digits.
  package func points(for amount: Number) throws(NumberTooLarge) -> Number {
    let units = try pace.points(for: amount.minus(start))
    return costs ? limited(try base.minus(units)) : limited(try base.plus(units))
  }

  /// More units lose more: of full marks, or as the loss itself.
  var takes: Bool { costs || limit == nil }

  package func limited(_ points: Number) -> Number {
    guard let limit else { return points }
    return costs ? max(limit, points) : min(limit, points)
  }
}
