import Values

/// Points by a decision table.
struct TableForm: WrittenForm {
  let name = "table"
  let table: RuleTable

  func plan(greatest: Number, isDeduction: Bool) -> ScorePlan {
    ScorePlan(.table(table), worth: .itself)
  }
}
