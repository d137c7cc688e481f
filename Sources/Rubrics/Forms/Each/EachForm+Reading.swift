import Diagnostics
import FEEL
import Formats
import Values

extension EachForm {
  static func read(
    _ record: Record, of item: Record, worth points: Number?, by checker: inout RubricChecker
  ) -> (any ScoringForm)? {
    let base = record.record("base")
    let step = record.record("step").flatMap { checker.pace($0) }
    if let base { checker.reportNegative(base, "points") }
    checker.reportNegative(record, "below base")
    if let cap = record.number("cap"), let points {
      let place = record.scalar("cap")?.place ?? record.place
      let fullMarks = checker.fullMarks
      if cap > points {
        checker.diagnostics.report(
          .aboveFullMarks(cap, points, at: place).pointing(at: fullMarks))
      }
      if cap < points {
        checker.diagnostics.report(
          .fullMarksUnreachable(cap, points, at: place).pointing(at: fullMarks))
      }
      for (key, amount) in [
        ("base", base?.number("points")), ("below base", record.number("below base")),
      ] {
        if let amount, amount > cap {
          checker.diagnostics.report(.aboveCap(key, amount, cap, at: record.keyPlace(key)))
        }
      }
    }
    guard let value = checker.plan(record, "each", expecting: .number),
      let baseAt = base?.number("at"), let basePoints = base?.number("points"), let step,
      let cap = record.number("cap"), let below = record.number("below base")
    else { return nil }
    return EachForm(
      value: value, baseAt: baseAt, basePoints: basePoints, step: step, cap: cap, belowBase: below)
  }
}
