package import Diagnostics
package import Values

/// A form of scoring, told in one folder: its keys, what can be wrong with it, its meaning, its words.
///
/// Nothing outside the folder names it but the table below.
package protocol ScoringForm: Sendable {
  /// As files name it.
  var name: String { get }

  /// What the form means, for an item worth so much; as a deduction its points are a loss.
  func plan(greatest: Number, isDeduction: Bool) -> ScorePlan

  /// How points follow from evidence, a sentence a line, for people who sign the sheet.
  ///
  /// - Parameters:
  ///   - speech: what the sheet can say.
  ///   - points: full marks, or the most that a deduction takes away.
  ///   - lost: the points are a loss.
  /// - Returns: the head, then a line for each way to points.
  func sentences(_ speech: FormSpeech, worth points: Number, lost: Bool) -> [Wording]
}

/// The same as its folder reads it.
protocol WrittenForm: ScoringForm {
  /// The keys; the first construct is named for the form.
  static var constructs: [Construct] { get }

  /// Reads the form of an item.
  ///
  /// - Parameters:
  ///   - record: what stands under `score`.
  ///   - item: the item itself.
  ///   - points: full marks, or the cap of a deduction; `nil` if unreadable.
  ///   - checker: takes what is wrong.
  /// - Returns: `nil` where it cannot be read.
  static func read(
    _ record: Record, of item: Record, worth points: Number?, by checker: inout RubricChecker
  ) -> (any ScoringForm)?
}

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
