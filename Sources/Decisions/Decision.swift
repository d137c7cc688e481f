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
    /// Whether the rule holds it up: then it may still come to nothing, and its upper bound is the most.
    package let isHeld: Bool
    package let instalments: [Instalment]
    package let missing: [Missing]
  }

  package struct Instalment: Sendable {
    package enum State: String, Sendable {
      case due, withheld, open
    }

    package let rule: InstalmentRule
    package let value: Value
    package let state: State
    package let by: CalendarDate?
  }

  /// A sum that the subject shares with others, in one year or in the round.
  package struct Share: Sendable {
    package let sum: SharedSum
    /// The subject's own.
    package let own: SharedSum.Member
  }

  package let policy: Policy
  /// The recommended action; several where the evidence leaves it open, none where no rule speaks.
  package let actions: [Action]
  package let reasons: [Reason]
  /// The rules of the table that speak for certain, by number.
  let rules: [Int]
  package let conditions: [Condition]
  /// The policy's figures, by name.
  package let figures: [String: Value]
  package let shares: [Share]
  package let money: [Amount]
  package let missing: [Missing]
}

/// What a policy recommends for all subjects of a round on which it speaks.
package struct RoundDecision: Sendable {
  /// By entrant.
  package let decisions: [Decision]
  package let sums: [SharedSum]
  /// What is wrong with the contracts of several together.
  package let diagnostics: Diagnostics
}
