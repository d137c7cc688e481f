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
