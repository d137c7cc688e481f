package import Values

/// Points that grow, or fall, with each unit of a number above some start.
///
///     2 and 1 for every full 2 above 3, at most 5        earns
///     10 less 2 for each one above 1, at least 0         costs
///     2 for each one above 1, as a deduction             loses
package struct PacedPoints: Sendable {
  /// What a unit does.
  package enum Way: Sendable {
    /// It earns points, up to a greatest.
    case earns(atMost: Number)
    /// It costs points, down to a least.
    case costs(atLeast: Number)
    /// It is a loss itself, with no end but the item's own.
    case loses
  }

  package let base: Number
  package let start: Number
  package let pace: Pace
  package let way: Way

  package var costs: Bool { if case .costs = way { true } else { false } }

  /// `nil` where there is none but the item's own.
  package var limit: Number? {
    switch way {
    case .earns(let most): most
    case .costs(let least): least
    case .loses: nil
    }
  }

  /// The points of an amount; one that is not above the start has the base.
  ///
  /// - Throws: where a number has too many digits.
  package func points(for amount: Number) throws(NumberTooLarge) -> Number {
    let units = try pace.points(for: amount.minus(start))
    return costs ? limited(try base.minus(units)) : limited(try base.plus(units))
  }

  /// More units lose more: of full marks, or as the loss itself.
  var takes: Bool { if case .earns = way { false } else { true } }

  package func limited(_ points: Number) -> Number {
    guard let limit else { return points }
    return costs ? max(limit, points) : min(limit, points)
  }
}
