import Diagnostics
import FEEL
import Values

/// A sum of parts, each with its condition.
struct PartsForm: WrittenForm {
  struct Part: Sendable {
    let points: Number
    let when: Plan
    let says: Wording
    let place: Place
  }

  let name = "parts"
  let parts: [Part]

  func plan(greatest: Number, isDeduction: Bool) -> ScorePlan {
    let terms = parts.map {
      ScorePlan.Terms.Term(when: $0.when, weight: $0.points, says: $0.says, place: $0.place)
    }
    return ScorePlan(.held(ScorePlan.Terms(terms: terms, arePoints: true)), worth: .itself)
  }
}
