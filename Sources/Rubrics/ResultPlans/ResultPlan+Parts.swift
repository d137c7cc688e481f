package import FEEL

extension ResultPlan {
  /// Bars, caps, downgrades and vetoes, in the order of evaluation.
  package var gates: [GatePlan] {
    admission
      + standing.flatMap { step in
        if case .gates(_, let gates) = step { gates } else { [GatePlan]() }
      }
  }

  /// Outer before inner, in the order of writing.
  package var everySection: [SectionPlan] { sections.flatMap(\.everySection) }

  /// The formula of the total, where there is one.
  package var formula: Plan? { total.unrounded.formula }

  /// Whether sections apply, and what gates ask.
  package var conditions: [Plan] {
    gates.compactMap(\.trigger.plan) + everySection.compactMap(\.applies)
  }

  /// The decision table that gives the grade.
  package var table: RuleTable? {
    for case .band(.table(let table)) in standing { return table }
    return nil
  }

  /// The slots that its expressions look at; those of items are not among them.
  package var slotsUsed: [Int] {
    conditions.flatMap(\.slotsUsed) + (formula?.slotsUsed ?? []) + (table?.plan.slotsUsed ?? [])
  }
}

extension Amount {
  fileprivate var formula: Plan? {
    switch self {
    case .of(.formula(let plan)): plan
    case .of: nil
    case .plus(let left, let right), .minus(let left, let right): left.formula ?? right.formula
    case .over(let amount, _), .clipped(let amount, _, _), .rounded(let amount, _): amount.formula
    }
  }
}
