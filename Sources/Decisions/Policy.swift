package import Diagnostics
package import FEEL
package import Rubrics
package import Values

/// A checked policy: what follows from a result, as published.
package struct Policy: Sendable {
  package let id: String
  package let edition: String
  package let title: Wording
  package let language: Language
  /// SHA-256 of the file's bytes, as the caller gave it.
  package let digest: String
  package let path: String
  package let sources: [Source]
  /// The ids of the rubrics whose results it speaks about.
  package let appliesTo: [String]
  package let facts: [Declaration]
  /// Figures and shared sums, in order of evaluation.
  let steps: [PolicyStep]
  let slots: [PolicySlot]
  package let actions: [Action]
  package let table: RuleTable
  package let conditions: [Condition]
  package let money: [MoneyRule]

  package var shares: [ShareRule] {
    steps.compactMap { if case .share(let rule) = $0 { rule } else { nil } }
  }
}

/// What a policy reckons before it decides.
enum PolicyStep: Sendable {
  case figure(Figure)
  /// Needs all subjects of the round.
  case share(ShareRule)
}

/// One of the closed list of recommendations.
package struct Action: Sendable {
  package let id: String
  package let title: Wording
}

/// A condition that goes with a recommendation while `when` holds.
package struct Condition: Sendable {
  package let when: Plan
  package let says: Wording
  package let citation: Citation?
  /// A date by which it must be met.
  package let by: Plan?
  package let place: Place
}

/// An amount of money that follows from the result.
package struct MoneyRule: Sendable {
  package let id: String
  package let title: Wording
  package let unit: String
  package let amount: Plan
  /// While it holds, the amount is no more than the most that it may come to.
  package let heldWhile: Plan?
  package let rounding: Rounding?
  /// Empty where it is paid at once.
  package let instalments: [InstalmentRule]
  package let says: Wording?
  package let citation: Citation?
  package let basis: Basis?
  /// Where later amounts find what it came to.
  let slot: Int
  package let place: Place
}

/// A part of an amount, and on what it hangs.
package struct InstalmentRule: Sendable {
  package let id: String
  package let title: Wording
  /// Of the whole amount, between 0 and 1.
  package let part: Number
  /// `nil`: it is paid whatever comes.
  package let when: Plan?
  package let by: Plan?
}

/// What one slot holds on which the expressions of a policy run.
package enum PolicySlot: Sendable, Hashable {
  case result(ResultName)
  case fact(Int)
  /// What is reckoned: a figure, a share, an amount.
  case reckoned
  /// The calendar year whose limit is reckoned.
  case year
}

/// What a policy sees of a result, of history and of the contract.
package enum ResultName: String, Sendable, CaseIterable {
  case score, low, high, grade, stars, status
  case previousGrade = "previous grade"
  case previousScore = "previous score"
  /// Grades of the periods right before this one, the latest first, up to the first gap.
  case consecutiveGrades = "consecutive grades"
  case ratedYears = "rated years"
  case confirmedFindings = "confirmed findings"
  case allegedFindings = "alleged findings"
  case contractAmount = "contract amount"
  case contractFrom = "contract from"
  case contractUntil = "contract until"
  /// Each with its `amount`, `from` and `until`.
  case contracts
  case validUntil = "valid until"
  case periodStart = "period start"
  case periodEnd = "period end"
  case asOf = "as of"

  package var shape: Shape {
    switch self {
    case .score, .stars, .previousScore: .optional(.number)
    case .low, .high: .optional(.number)
    case .ratedYears, .confirmedFindings, .allegedFindings: .number
    case .contractAmount: .optional(.number(unit: nil))
    case .grade, .previousGrade: .optional(.string)
    case .consecutiveGrades: .list(.optional(.string))
    case .contracts:
      .list(
        .context([
          Shape.Field("amount", .optional(.number)), Shape.Field("from", .optional(.date)),
          Shape.Field("until", .optional(.date)),
        ]))
    case .status: .string
    case .contractFrom, .contractUntil, .validUntil, .periodStart, .periodEnd: .optional(.date)
    case .asOf: .optional(.date)
    }
  }
}
