import Values

/// Points from a result that somebody else gave.
struct ImportForm: WrittenForm {
  let name = "import"
  let rule: ImportRule

  func plan(greatest: Number, isDeduction: Bool) -> ScorePlan {
    ScorePlan(.given(.imported(rule)), worth: .itself)
  }
}
