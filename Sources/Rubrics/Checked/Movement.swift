package import Diagnostics
package import FEEL

/// How far a grade may move from the last one.
package struct Movement: Sendable {
  /// The greatest grade of a first evaluation.
  package let first: String?
  /// `nil`: as far as the score says.
  package let up: Int?
  package let down: Int?
  /// Years after the last rating before it may rise.
  package let wait: Int?
  /// Whether a grade that has lapsed counts as none.
  package let isFirstWhenLapsed: Bool
  package let says: Wording?
  package let citation: Citation?
  package let place: Place

  /// What it leaves of a first evaluation; `nil`: everything.
  package var atFirst: StandingChange? { first.map { .atMost(.grade($0)) } }
}

/// What lowers a grade by steps; the score stands.
package struct Downgrade: Sendable {
  package let id: String
  package let trigger: Trigger
  /// `nil`: as `open`.
  package let whenClosed: GateClosing?
  package let levels: Int
  package let says: Wording?
  package let citation: Citation?
  package let place: Place
  /// Where its keys begin.
  package let keys: Place
}

/// What a re-evaluation can give; passing it is not the same as having passed at first.
package struct ReEvaluation: Sendable {
  /// The least grade that passes.
  package let passesAt: String
  /// The greatest grade it can give.
  package let grade: String?
  package let says: Wording?
  package let citation: Citation?
}

/// How long a grade is valid.
package struct Validity: Sendable {
  package let years: Int
  /// By grade id, where it differs; 0 is none.
  package let byGrade: [String: Int]
  /// The first day; `nil`: the day of the evaluation.
  package let from: Plan?
  package let citation: Citation?
}
