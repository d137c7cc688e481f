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
  /// In order of evaluation.
  package let figures: [Figure]
  package let slots: [PolicySlot]
  package let actions: [Action]
  package let table: RuleTable
  package let conditions: [Condition]
  package let money: [MoneyRule]
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
  package let rounding: Rounding?
  package let says: Wording?
  package let citation: Citation?
  package let basis: Basis?
  package let place: Place
}

/// What one slot holds on which the expressions of a policy run.
package enum PolicySlot: Sendable, Hashable {
  case result(ResultName)
  case fact(Int)
  case figure(Int)
}

/// What a policy sees of a result, of history and of the contract.
package enum ResultName: String, Sendable, CaseIterable {
  case score, low, high, grade, stars, status
  case previousGrade = "previous grade"
  case previousScore = "previous score"
  case ratedYears = "rated years"
  case confirmedFindings = "confirmed findings"
  case allegedFindings = "alleged findings"
  case contractAmount = "contract amount"
  case contractUntil = "contract until"
  case validUntil = "valid until"
  case asOf = "as of"

  package var shape: Shape {
    switch self {
    case .score, .stars, .previousScore: .optional(.number)
    case .low, .high: .optional(.number)
    case .ratedYears, .confirmedFindings, .allegedFindings: .number
    case .contractAmount: .optional(.number(unit: nil))
    case .grade, .previousGrade: .optional(.string)
    case .status: .string
    case .contractUntil, .validUntil: .optional(.date)
    case .asOf: .optional(.date)
    }
  }
}
