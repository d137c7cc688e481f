import Diagnostics
import FEEL
import Formats
import Values

extension FormulaForm {
  static func read(
    _ record: Record, of item: Record, worth points: Number?, by checker: inout RubricChecker
  ) -> (any ScoringForm)? {
    let low = record.number("from")
    let high = record.number("to")
    if let low, let high, low >= high {
      checker.diagnostics.report(.fromAboveTo(at: record.keyPlace("from")))
    } else if let high, let points, high != points {
      let place = record.scalar("to")?.place ?? record.place
      let told: Diagnostic =
        high > points
        ? .aboveFullMarks(high, points, at: place) : .fullMarksUnreachable(high, points, at: place)
      checker.diagnostics.report(told.pointing(at: checker.fullMarks))
    }
    guard let value = checker.plan(record, "formula", expecting: .number), let low, let high else {
      return nil
    }
    return FormulaForm(value: value, low: low, high: high)
  }
}
