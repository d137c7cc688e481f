import FEEL
import Values

/// From full marks, a loss for each unit or event, with a floor.
struct LoseForm: WrittenForm {
  let name = "lose"
  let value: Plan
  let step: Pace
  /// So many cost nothing.
  let free: Number
  let floor: Number
  /// From so many on nothing is left.
  let allFrom: Number?

  func plan(greatest: Number, isDeduction: Bool) -> ScorePlan {
    let paced =
      isDeduction
      ? PacedPoints(base: .zero, start: free, pace: step, way: .loses)
      : PacedPoints(base: greatest, start: free, pace: step, way: .costs(atLeast: floor))
    let all = allFrom.map {
      ScorePlan.Rung(
        .compares(.atLeast, $0), .points(isDeduction ? greatest : .zero), says: lost)
    }
    let otherwise = ScorePlan.Rung(nil, .paced(paced), says: lost)
    return ScorePlan(
      .number(value),
      worth: .ladder(ScorePlan.Ladder(rungs: [all].compactMap(\.self), otherwise: otherwise)))
  }
}
