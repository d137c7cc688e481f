import FEEL
import Values

/// A ladder: the first line that holds gives the points; the reader sorted them, strictest first.
struct StepsForm: WrittenForm {
  let name = "steps"
  let value: Plan
  let direction: LadderDirection
  let lines: [LadderLine]
  let otherwise: Number

  func plan(greatest: Number, isDeduction: Bool) -> ScorePlan {
    ScorePlan(
      .number(value),
      worth: .ladder(ScorePlan.Ladder(lines, direction, otherwise: otherwise)))
  }
}
