import FEEL
import Values

/// A base, more for each unit above it, a cap.
struct EachForm: WrittenForm {
  let name = "each"
  let value: Plan
  let baseAt: Number
  let basePoints: Number
  let step: Pace
  let cap: Number
  let belowBase: Number

  func plan(greatest: Number, isDeduction: Bool) -> ScorePlan {
    let paced = PacedPoints(
      base: basePoints, start: baseAt, pace: step, way: .earns(atMost: cap))
    let below = ScorePlan.Rung(
      .compares(.less, baseAt), .points(min(cap, belowBase)), says: .belowBase)
    let otherwise = ScorePlan.Rung(nil, .paced(paced), says: counted)
    return ScorePlan(
      .number(value), worth: .ladder(ScorePlan.Ladder(rungs: [below], otherwise: otherwise)))
  }
}
