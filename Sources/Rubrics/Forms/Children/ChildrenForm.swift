import Values

/// Points from the results of subordinate subjects.
struct ChildrenForm: WrittenForm {
  let name = "children"
  let rule: ChildrenRule

  func plan(greatest: Number, isDeduction: Bool) -> ScorePlan {
    ScorePlan(.given(.children(rule)), worth: .itself)
  }
}
