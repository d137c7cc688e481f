import Values

/// Share or mean of answers, with a least number of respondents.
struct SurveyForm: WrittenForm {
  let name = "survey"
  let rule: SurveyRule

  func plan(greatest: Number, isDeduction: Bool) -> ScorePlan {
    ScorePlan(.given(.survey(rule)), worth: .itself)
  }
}
