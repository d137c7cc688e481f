package import Diagnostics
package import FEEL
package import Values

/// A moment of evaluation: a spot check, a visit, the mid-term, the final.
package struct Stage: Sendable {
  package let id: String
  package let title: Wording
  /// Its share among the stages that stand beside it: in the result, or in the stage that it feeds.
  ///
  /// `nil`: it stands beside none.
  package let weight: Number?
  /// Into `Rubric.stages`; `nil`: it counts in the result itself.
  package let feeds: Int?
  /// What is left for its own mark where others feed it.
  package let own: Number
  /// The stages that come before it; into `Rubric.stages`.
  package let after: [Int]
  package let mustBeInPeriod: Bool
  /// How often it is held in the period; `nil`: once.
  package let every: CalendarRule.Pace?
  /// What a term gives in which it was not held.
  package let notHeld: NotHeld
  package let appliesWhen: Plan?
  package let place: Place
}

/// What becomes of a term in which a stage was not held.
package enum NotHeld: String, Sendable, CaseIterable {
  /// It is unknown.
  case open
  /// The terms in which it was held carry its weight.
  case drop
}

/// A stage at which an item is scored.
package struct ItemStage: Sendable {
  /// Into `Rubric.stages`.
  package let stage: Int
  /// The item's own weight, where it gives one: then no stage feeds another.
  package let weight: Number?
}

/// When something has to happen: so often in every term of a period.
package struct CalendarRule: Sendable {
  /// How long one term is.
  package enum Pace: String, Sendable, CaseIterable {
    case month, quarter
    case halfYear = "half year"
    case year, period

    /// `nil`: the whole period is one term.
    package var months: Int? {
      switch self {
      case .month: 1
      case .quarter: 3
      case .halfYear: 6
      case .year: 12
      case .period: nil
      }
    }
  }

  package let pace: Pace
  /// A list of dates, or of documents.
  package let over: Plan
  package let atLeast: Int
  package let from: Plan?
  package let to: Plan?
  /// The slots of the period's first and last day.
  package let period: [Int]

  package var slotsUsed: [Int] {
    over.slotsUsed + (from?.slotsUsed ?? []) + (to?.slotsUsed ?? []) + period
  }

  /// One context a term: its name, first and last day, how often it was kept and how often not.
  package static let shape = Shape.list(
    .context([
      Shape.Field("name", .string), Shape.Field("from", .date), Shape.Field("to", .date),
      Shape.Field("held", .number), Shape.Field("missing", .number),
    ]))
}
