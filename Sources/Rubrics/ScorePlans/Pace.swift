package import Values

/// How a part of a unit counts.
package enum UnitCount: String, Sendable, CaseIterable {
  case full, started, exact
}

package struct Pace: Sendable {
  package let every: Number
  package let points: Number
  package let units: UnitCount
}

extension Pace {
  /// Points for so many units: full ones, started ones, or exactly; zero for no amount.
  ///
  /// - Throws: where a number has too many digits.
  package func points(for amount: Number) throws(NumberTooLarge) -> Number {
    guard every.isPositive, amount.isPositive else { return .zero }
    let whole: Number?
    switch units {
    case .exact: return try points.times(amount).over(every)
    case .full: whole = amount.roundedToMultiple(of: every, .floor)
    case .started: whole = amount.roundedToMultiple(of: every, .ceiling)
    }
    guard let whole else { throw NumberTooLarge() }
    return try whole.over(every).times(points)
  }
}
