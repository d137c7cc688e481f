import FEEL
import Values

/// A condition: full points or none.
///
///     check: visits >= 12
struct CheckForm: WrittenForm {
  let name = "check"
  let condition: Plan
  let ifEmpty: EmptyRule.Meaning?
  /// The lists that `every`/`some`/`sum`/`min`/`max`/`mean` range over; `ifEmpty` holds when one has no members.
  let ranges: [Plan]

  func plan(greatest: Number, isDeduction: Bool) -> ScorePlan {
    let ladder = ScorePlan.Ladder(
      rungs: [
        ScorePlan.Rung(.equals(.boolean(true)), .points(greatest), says: .holds, line: 0)
      ], otherwise: ScorePlan.Rung(nil, .points(.zero), says: .fails, line: 1))
    return ScorePlan(
      .truth(condition), worth: .ladder(ladder),
      ifEmpty: ifEmpty.map { ScorePlan.EmptyLists(lists: ranges, meaning: $0) })
  }
}
