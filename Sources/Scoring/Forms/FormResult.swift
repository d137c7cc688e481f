import Diagnostics
import FEEL
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
    guard let rule = item.ifEmpty else { return widenedByNull(range) }
    let widened: FormResult =
      switch rule.meaning {
      // The number has taken the place of the null before.
      case .value: .points(range)
      case .full: .points(range.joined(ScoreRange(greatest)))
      case .zero: .points(range.joined(.zero))
      case .notApplicable: .points(range, mayNotApply: true)
      case .unknown: .points(range.joined(all))
      }
    guard !rule.coversEveryNull, case .points(let wider, let mayNotApply) = widened,
      case .points(let widest, let mayNotApplyEither) = widenedByNull(wider)
    else { return widened }
    return .points(widest, mayNotApply: mayNotApply || mayNotApplyEither)
  }

  private func widenedByNull(_ range: ScoreRange) -> FormResult {
    switch item.whenNull {
    case .unknown: .points(range.joined(all))
    // Nothing lost may turn out to be nothing at all.
    case .zero: .points(item.plan.isFalling ? range.joined(all) : range.joined(.zero))
    case .notApplicable: .points(range, mayNotApply: true)
    }
  }

  /// What an item gives whose form has nothing to look at.
  func points(ofNothing meaning: EmptyRule.Meaning, _ working: inout Working) -> FormResult {
    switch meaning {
    case .full: return .points(greatest)
    case .zero: return .points(clipped(.zero))
    case .notApplicable: return .notApplicable
    case .unknown, .value:
      working.lack([Missing(item.id, .nothingThere, place: item.place.description)])
      return .points(all)
    }
  }

  /// The value of a plan, with what stands for nothing in its place.
  func value(of plan: Plan, _ working: inout Working) -> Value {
    filled(working.value(of: plan), &working)
  }

  func filled(_ value: Value, _ working: inout Working) -> Value {
    guard let rule = item.ifEmpty else { return value }
    let filled = rule.filled(value)
    if value.isOfNothing, case .number(let number) = filled {
      working.note(.note(.nothingCounts(as: number)))
    }
    return filled
  }
}
