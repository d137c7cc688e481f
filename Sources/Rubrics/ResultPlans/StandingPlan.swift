package import FEEL
package import Values

/// One step of the way from the total to the grade.
package enum StandingPlan: Sendable {
  case band(Band)
  /// By line of the grades, the best first: one falls to the best whose floors hold.
  case floors([[Floor]])
  /// What earlier results leave; `nil`: whatever the score says.
  case movement(Movement?)
  /// What is left where the evaluation is one over again.
  case again(ReEvaluation, StandingChange)
  case gates(GatePlan.Kind, [GatePlan])

  package enum Band: Sendable {
    /// The first rung that holds for the rounded total, by line of the grades; where none does, the last line.
    case ladder([Rung])
    /// A grade by its id.
    case table(RuleTable)
  }

  package struct Rung: Sendable {
    package let comparison: Operator.Comparison
    /// `nil` holds for every total.
    package let threshold: Number?

    package func holds(_ total: Number) -> Bool {
      threshold.map { comparison.holds(total, $0) } ?? true
    }
  }

  /// The least share of one section.
  package struct Floor: Sendable {
    package let section: String
    package let share: Number
  }
}

extension StandingPlan {
  /// The whole way, in its order.
  static func steps(
    _ grades: Grades, over sections: [Section], movement: Movement?, reEvaluation: ReEvaluation?,
    caps: [Gate], downgrades: [Downgrade], vetoes: [Gate]
  ) -> [StandingPlan] {
    var steps: [StandingPlan] = [
      .band(Band(grades)), .floors(grades.lines.map { $0.floors(of: sections) }),
      .movement(movement),
    ]
    if let reEvaluation, let most = reEvaluation.grade {
      steps.append(.again(reEvaluation, .atMost(.grade(most))))
    }
    steps.append(.gates(.caps, caps.map { GatePlan($0, .caps) }))
    steps.append(.gates(.downgrades, downgrades.map { GatePlan($0) }))
    steps.append(.gates(.vetoes, vetoes.map { GatePlan($0, .vetoes) }))
    return steps
  }
}

extension StandingPlan.Band {
  fileprivate init(_ grades: Grades) {
    switch grades.rule {
    case .table(let table): self = .table(table)
    case .ladder(let direction):
      let comparison: Operator.Comparison = direction == .atLeast ? .atLeast : .atMost
      self = .ladder(
        grades.lines.map {
          StandingPlan.Rung(comparison: comparison, threshold: $0.threshold)
        })
    }
  }
}

extension Grade {
  /// `every section` means those of the first level; a floor of a section by name may lie deeper.
  fileprivate func floors(of sections: [Section]) -> [StandingPlan.Floor] {
    let every = everySection.map { share in
      sections.map { StandingPlan.Floor(section: $0.id, share: share) }
    }
    let single = sectionFloors.map { StandingPlan.Floor(section: $0.section, share: $0.share) }
    return (every ?? []) + single
  }
}
