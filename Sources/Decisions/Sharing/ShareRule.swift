package import Diagnostics
package import FEEL
package import Rubrics

/// One sum for several subjects of a round: what each asks for, up to a limit for all of them together.
package struct ShareRule: Sendable {
  /// Who shares one limit.
  package enum Circle: Sendable, Hashable {
    case round
    /// Those whose party in a role is the same subject.
    case party(String)
  }

  /// For how long a limit is.
  package enum Term: String, Sendable, CaseIterable {
    case round, year
    /// Of a calendar year only as much as there are days of it.
    case yearByDays = "year by days"
  }

  /// What becomes of what they ask for beyond the limit.
  package enum Cut: String, Sendable, CaseIterable {
    case inProportion = "in proportion"
    case equally
    /// Whom the round names first is served first.
    case inOrder = "in order"
    /// It is told, and nothing is taken from anybody.
    case notAtAll = "not at all"
  }

  package let name: String
  package let title: Wording?
  package let unit: String?
  package let says: Wording?
  package let asks: Plan
  /// While it holds, what is asked for may still come to nothing.
  package let heldWhile: Plan?
  package let circle: Circle
  package let term: Term
  /// The days that the amount is of; `nil` where the limit is for the whole round.
  let days: (from: Plan, until: Plan)?
  package let limit: Plan
  /// What histories call the amounts of earlier rounds that count against the limit.
  package let granted: [String]
  package let cut: Cut
  /// In proportion to what; `nil`: to what each asks for.
  package let weight: Plan?
  package let rounding: Rounding
  /// The slot that holds the share.
  let slot: Int
  /// The slot that holds the calendar year while its limit is reckoned.
  let yearSlot: Int
  package let place: Place
}
