import Diagnostics
import FEEL
import Formats
import Values

extension RubricChecker {
  /// What a unit gives or costs.
  mutating func pace(_ record: Record) -> Pace? {
    if let every = record.number("every"), !every.isPositive {
      diagnostics.report(
        .stepNotPositive("every", at: record.scalar("every")?.place ?? record.place))
      return nil
    }
    reportNegative(record, "points")
    guard let every = record.number("every"), let points = record.number("points"),
      let units: UnitCount = record.choice("units")
    else { return nil }
    return Pace(every: every, points: points, units: units)
  }
}
