import Diagnostics
import FEEL
import Formats
import Values

extension LoseForm {
  static func read(
    _ record: Record, of item: Record, worth points: Number?, by checker: inout RubricChecker
  ) -> (any ScoringForm)? {
    let step = record.record("step").flatMap { checker.pace($0) }
    checker.reportNegative(record, "free")
    checker.reportNegative(record, "floor")
    if let floor = record.number("floor"), let points, floor > points {
      checker.diagnostics.report(
        .aboveFullMarks(floor, points, at: record.scalar("floor")?.place ?? record.place)
          .pointing(at: checker.fullMarks))
    }
    if let all = record.number("all from"), case let free = record.number("free") ?? .zero,
      all <= free
    {
      checker.diagnostics.report(.allFromWithinFree(all, free, at: record.keyPlace("all from")))
    }
    guard let value = checker.plan(record, "lose", expecting: .number), let step,
      let floor = record.number("floor")
    else { return nil }
    return LoseForm(
      value: value, step: step, free: record.number("free") ?? .zero, floor: floor,
      allFrom: record.number("all from"))
  }
}
