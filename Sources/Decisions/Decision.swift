package import Diagnostics
package import Rubrics
package import Values

/// What a policy recommends for one subject; a person decides.
package struct Decision: Sendable {
  package struct Reason: Sendable {
    package let says: Wording
    package let citation: Citation?
    /// `false` where it is not yet known whether the rule speaks.
    package let isCertain: Bool
  }

  package struct Condition: Sendable {
    package let says: Wording
    package let citation: Citation?
    package let by: CalendarDate?
    package let isCertain: Bool
  }

  package struct Amount: Sendable {
    package let rule: MoneyRule
    /// Rounded as declared; unknown with bounds where evidence is missing.
    package let value: Value
    package let missing: [Missing]
  }

  package let policy: Policy
  /// The recommended action; several where the evidence leaves it open, none where no rule speaks.
  package let actions: [Action]
  package let reasons: [Reason]
  package let conditions: [Condition]
  /// The policy's figures, by name.
  package let figures: [String: Value]
  package let money: [Amount]
  package let missing: [Missing]
}
