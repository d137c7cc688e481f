import Diagnostics
import FEEL
import Values

/// Points by how many of a list hold.
struct TallyForm: WrittenForm {
  struct Line: Sendable {
    let id: String
    let when: Plan
    let says: Wording?
    let place: Place
  }

  struct Threshold: Sendable {
    let count: Int
    let points: Number
  }

  let name = "tally"
  let lines: [Line]
  /// Greatest count first.
  let thresholds: [Threshold]
  let otherwise: Number

  func plan(greatest: Number, isDeduction: Bool) -> ScorePlan {
    let terms = lines.map {
      ScorePlan.Terms.Term(
        when: $0.when, weight: .one, says: $0.says ?? Wording($0.id), place: $0.place)
    }
    let rungs = thresholds.map {
      ScorePlan.Rung(.compares(.atLeast, Number($0.count)), .points($0.points))
    }
    let ladder = ScorePlan.Ladder(
      rungs: rungs, otherwise: ScorePlan.Rung(nil, .points(otherwise)))
    return ScorePlan(
      .held(ScorePlan.Terms(terms: terms, arePoints: false)), worth: .ladder(ladder))
  }
}
