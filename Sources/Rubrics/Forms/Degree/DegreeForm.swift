import Values

/// An assessor's choice of a band and a value inside it, with a reason.
struct DegreeForm: WrittenForm {
  let name = "degree"
  let degree: Degree

  func plan(greatest: Number, isDeduction: Bool) -> ScorePlan {
    ScorePlan(.given(.degree(degree)), worth: .itself)
  }
}
