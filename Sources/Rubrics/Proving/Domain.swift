package import Values

/// The numbers that can occur: a set, and the grid on which they lie.
package struct Domain: Sendable {
  package let set: NumberSet
  /// Only multiples of it occur; `nil`: any number of the set.
  package let grid: Number?

  package init(_ set: NumberSet = .all, grid: Number? = nil) {
    self.set = set
    self.grid = grid.flatMap { $0.isPositive ? $0 : nil }
  }

  /// Whole numbers from 0 on.
  package static let counts = Domain(.from(.zero, included: true), grid: .one)

  package func contains(_ number: Number) -> Bool {
    guard set.contains(number) else { return false }
    guard let grid else { return true }
    return number.modulo(grid)?.isZero ?? false
  }

  /// A number of the domain that lies in `region`, or `nil` where there is none.
  package func member(of region: NumberSet.Interval) -> Number? {
    let common = set.intersection(NumberSet([region]))
    for interval in common.intervals {
      if let number = member(inside: interval) { return number }
    }
    return nil
  }

  private func member(inside interval: NumberSet.Interval) -> Number? {
    if let low = interval.low {
      if low.isIncluded, contains(low.number) { return low.number }
      return grid.map { gridded(above: low.number, $0, in: interval) }
        ?? between(low.number, interval.high?.number)
    }
    guard let high = interval.high else { return .zero }
    if high.isIncluded, contains(high.number) { return high.number }
    guard let grid else { return high.number.subtracting(.one) }
    guard let below = high.number.roundedToMultiple(of: grid, .floor) else { return nil }
    if interval.contains(below) { return below }
    guard let next = below.subtracting(grid) else { return nil }
    return interval.contains(next) ? next : nil
  }

  /// The least multiple above `low` that is in the interval.
  private func gridded(above low: Number, _ grid: Number, in interval: NumberSet.Interval)
    -> Number?
  {
    guard let above = low.roundedToMultiple(of: grid, .ceiling) else { return nil }
    if interval.contains(above) { return above }
    guard let next = above.adding(grid) else { return nil }
    return interval.contains(next) ? next : nil
  }

  private func between(_ low: Number, _ high: Number?) -> Number? {
    guard let high else { return low.adding(.one) }
    guard let sum = low.adding(high) else { return nil }
    return sum.divided(by: Number(2))
  }
}
