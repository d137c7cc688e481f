import FEEL
package import Values

extension ScorePlan {
  /// Whether points follow from inputs alone, without anybody's judgement or answers.
  package var isComputed: Bool { if case .given = quantity { false } else { true } }

  /// Whether more of the quantity gives less.
  package var isFalling: Bool {
    guard case .ladder(let ladder) = worth else { return false }
    if case .paced(let paced)? = ladder.otherwise?.worth { return paced.takes }
    if case .straight? = ladder.rungs.last?.worth {
      return (ladder.otherwise?.points ?? .zero) < (ladder.rungs.first?.points ?? .zero)
    }
    if case .compares(let comparison, _)? = ladder.rungs.first?.test {
      return comparison == .atMost || comparison == .less
    }
    return false
  }

  /// Who judges, for items that people judge.
  package var panel: Panel? {
    switch quantity {
    case .given(.judge(let judge)): judge.panel
    case .given(.degree(let degree)): degree.panel
    case .given, .number, .truth, .choice, .table, .held: nil
    }
  }

  /// The least and the greatest mark, for items that people judge.
  package var markScale: (low: Number, high: Number)? {
    switch quantity {
    case .given(.judge(let judge)): (judge.low, judge.high)
    case .given(.degree(let degree)): (.zero, degree.scale)
    case .given, .number, .truth, .choice, .table, .held: nil
    }
  }

  package var children: ChildrenRule? {
    if case .given(.children(let rule)) = quantity { rule } else { nil }
  }

  package var rank: RankRule? { if case .given(.rank(let rule)) = quantity { rule } else { nil } }

  package var imported: ImportRule? {
    if case .given(.imported(let rule)) = quantity { rule } else { nil }
  }

  package var answers: SurveyRule? {
    if case .given(.survey(let rule)) = quantity { rule } else { nil }
  }

  /// Into `Rubric.surveys`, for items that answers decide.
  package var survey: Int? { answers?.survey }

  /// Whether a mark alone does not say why: it names one of some bands.
  package var asksForReasons: Bool { if case .given(.degree) = quantity { true } else { false } }

  package var table: RuleTable? { if case .table(let table) = quantity { table } else { nil } }

  /// The expressions whose value becomes points.
  var valuePlans: [Plan] {
    switch quantity {
    case .number(let plan), .truth(let plan), .choice(let plan): [plan]
    case .held(let terms): terms.terms.map(\.when)
    case .table, .given(.survey): []
    case .given(let given): given.plans
    }
  }

  /// All expressions but those of a decision table.
  var plans: [Plan] {
    switch quantity {
    case .given(let given): return given.plans
    case .number, .truth, .choice, .table, .held: break
    }
    guard case .ladder(let ladder) = worth else { return valuePlans }
    return valuePlans
      + ladder.rungs.compactMap { rung in
        if case .tests(let plan) = rung.test { plan } else { nil }
      }
  }

  var slotsUsed: [Int] { table?.plan.slotsUsed ?? plans.flatMap(\.slotsUsed) }
}

extension ScorePlan.Given {
  /// Those over single rows of a survey among them.
  fileprivate var plans: [Plan] {
    switch self {
    case .degree, .judge: []
    case .survey(let rule):
      switch rule.statistic {
      case .share(let plan), .mean(let plan): [plan]
      }
    case .children(let rule): rule.expected.map { [$0] } ?? []
    case .rank(let rule): [rule.value]
    case .imported(let rule): rule.plans
    }
  }
}
