package import Diagnostics
package import FEEL
package import Values

/// A form that follows from inputs alone and is told in one folder: its keys, what can be wrong with it, its words.
///
/// Nothing outside the folder names it but the table below.
package protocol ComputedForm: Sendable {
  /// As files name it.
  var name: String { get }

  /// What the form means, for an item worth so much; as a deduction its points are a loss.
  func plan(greatest: Number, isDeduction: Bool) -> ScorePlan

  /// How points follow from evidence, a sentence a line, for people who sign the sheet.
  ///
  /// - Parameters:
  ///   - words: an expression as a sentence names it.
  ///   - lost: the points are a loss.
  /// - Returns: the head, then a line for each way to points.
  func sentences(_ words: (Plan) -> Wording, lost: Bool) -> [Wording]
}

/// The same as its folder reads it.
protocol WrittenForm: ComputedForm {
  /// The keys; the first construct is named for the form.
  static var constructs: [Construct] { get }

  /// Reads the form of an item.
  ///
  /// - Parameters:
  ///   - record: what stands under `score`.
  ///   - points: full marks, or the cap of a deduction; `nil` if unreadable.
  ///   - checker: takes what is wrong.
  /// - Returns: `nil` where it cannot be read.
  static func read(
    _ record: Record, worth points: Number?, by checker: inout RubricChecker
  ) -> (any ComputedForm)?
}

/// All of them.
enum ComputedForms {
  static let all: [any WrittenForm.Type] = [Interpolation.self]

  static let constructs = all.flatMap { $0.constructs }

  static func type(named name: String) -> (any WrittenForm.Type)? {
    all.first { $0.constructs.first?.name == name }
  }
}
