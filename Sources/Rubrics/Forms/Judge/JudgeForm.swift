import Values

/// Assessors' marks on a described scale.
struct JudgeForm: WrittenForm {
  let name = "judge"
  let judge: Judge

  func plan(greatest: Number, isDeduction: Bool) -> ScorePlan {
    ScorePlan(.given(.judge(judge)), worth: .itself)
  }
}
