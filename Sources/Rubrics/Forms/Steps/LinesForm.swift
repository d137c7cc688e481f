import Diagnostics
import FEEL
import Values

/// A ladder of unary tests that are complete and free of overlap, by proof.
struct LinesForm: ScoringForm {
  struct Line: Sendable {
    /// Looks at the slot `.tested`.
    let tests: Plan
    let points: Number
    let text: String
    let place: Place
  }

  let name = "lines"
  let value: Plan
  let lines: [Line]

  func plan(greatest: Number, isDeduction: Bool) -> ScorePlan {
    let rungs = lines.enumerated().map { number, line in
      ScorePlan.Rung(
        .tests(line.tests), .points(line.points), says: .line(line.text), line: number,
        at: line.place)
    }
    return ScorePlan(
      .number(value), worth: .ladder(ScorePlan.Ladder(rungs: rungs, otherwise: nil)))
  }
}
