/// All of them, in the order in which pages list them.
enum ScoringForms {
  static let all: [any WrittenForm.Type] = [
    CheckForm.self, ChooseForm.self, PartsForm.self, DegreeForm.self, StepsForm.self,
    EachForm.self, LoseForm.self, TallyForm.self, TableForm.self, FormulaForm.self,
    JudgeForm.self, SurveyForm.self, ImportForm.self, InterpolateForm.self, ChildrenForm.self,
    RankForm.self,
  ]

  static let constructs = all.flatMap { $0.constructs }

  static func type(named name: String) -> (any WrittenForm.Type)? {
    all.first { $0.constructs.first?.name == name }
  }
}
