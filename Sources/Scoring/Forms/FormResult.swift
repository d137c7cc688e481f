import Rubrics
import Values

/// What a form made of the evidence, before closing and excuse.
enum FormResult {
  /// A point where all is known. `mayNotApply`: completed evidence could also make it not apply.
  case points(ScoreRange, mayNotApply: Bool = false)
  case notApplicable
  /// Came out null; what that means, the item says.
  case null(NullReason)

  static func points(_ number: Number) -> FormResult { .points(ScoreRange(number)) }
}

/// What a form needs beside the row of slots.
struct FormSetting {
  let item: Item
  /// The least and the greatest points it may give; for a deduction the loss.
  let least: Number
  let greatest: Number
  /// In `deductions:` `lose` gives the loss itself.
  let isDeduction: Bool
  /// All marks given for the item, in order of reading.
  let marks: [AssessorMark]
  /// Those that could not be read and may be of this item.
  let lostMarks: [LostMark]
  let related: RelatedResults
  let impartiality: Impartiality
  let mode: ScoringMode
  /// Of the panel that judges the item, where it combines totals.
  var totals: PanelTotals?

  var all: ScoreRange { ScoreRange(least, greatest) }

  func clipped(_ range: ScoreRange) -> ScoreRange { range.clipped(from: least, to: greatest) }

  /// Widens `range` by what a null would give.
  func widened(_ range: ScoreRange, mayBeNull: Bool) -> FormResult {
    guard mayBeNull else { return .points(range) }
    return switch item.whenNull {
    case .unknown: .points(range.joined(all))
    case .zero: .points(range.joined(.zero))
    case .notApplicable: .points(range, mayNotApply: true)
    }
  }
}
