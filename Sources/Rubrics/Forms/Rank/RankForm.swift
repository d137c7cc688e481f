import Values

/// Points by the place within the cohort.
struct RankForm: WrittenForm {
  let name = "rank"
  let rule: RankRule

  func plan(greatest: Number, isDeduction: Bool) -> ScorePlan {
    ScorePlan(.given(.rank(rule)), worth: .itself)
  }
}
