import Diagnostics
import FEEL
import Formats
import Values

extension InterpolateForm {
  static func read(
    _ record: Record, of item: Record, worth points: Number?, by checker: inout RubricChecker
  ) -> (any ScoringForm)? {
    let lines = checker.ladder(record, "between", highIsStrict: false)
    let place = record.keyPlace("between")
    if lines.count == 1 { checker.diagnostics.report(.oneBreakPoint(at: place)) }
    let (below, above) = (record.number("below"), record.number("above"))
    let ends = [("below", below), ("above", above)].compactMap { key, amount in
      amount.map { ($0, record.scalar(key)?.place ?? place) }
    }
    checker.reportAmounts(
      lines.map { ($0.points, $0.place) } + ends, otherwise: nil, worth: points, at: place)
    guard let value = checker.plan(record, "interpolate", expecting: .number), let below, let above,
      lines.count > 1, lines.count == record.map("between").count
    else { return nil }
    return InterpolateForm(
      value: value, breaks: lines.map { Point(value: $0.threshold, points: $0.points) },
      below: below, above: above)
  }
}
