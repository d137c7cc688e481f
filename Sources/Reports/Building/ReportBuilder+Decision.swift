import Decisions
import Diagnostics
import Rubrics

extension ReportBuilder {
  static func face(of decision: Decision, _ names: [String: Wording]) -> Report.DecisionFace {
    let policy = decision.policy
    return Report.DecisionFace(
      policy: policy.id,
      edition: policy.edition,
      title: policy.title,
      actions: decision.actions.map { action in
        Report.GradeLine(
          id: action.id, title: action.title, stars: nil, condition: Wording(""), threshold: nil,
          basis: nil
        )
      },
      reasons: decision.reasons.map { reason in
        Report.DecisionFace.Line(
          says: reason.isCertain ? reason.says : ReportsWording.perhaps(reason.says),
          citation: citation(reason.citation, in: policy)
        )
      },
      conditions: decision.conditions.map { condition in
        let says = condition.isCertain ? condition.says : ReportsWording.perhaps(condition.says)
        return Report.DecisionFace.Line(
          says: condition.by.map { ReportsWording.by("\($0)", says) } ?? says,
          citation: citation(condition.citation, in: policy)
        )
      },
      money: decision.money.map { line($0, in: policy) },
      shares: decision.shares.isEmpty ? nil : decision.shares.map { line($0, names) },
      missing: decision.missing.map { missingLine($0, items: []) }
    )
  }

  static func citation(_ citation: Citation?, in policy: Policy) -> String? {
    guard let citation else { return nil }
    let source = policy.sources.first { $0.id == citation.source }
    let title = source.map { $0.title.text(in: policy.language) } ?? citation.source
    let comma = policy.language == .zh ? "，" : ", "
    return citation.detail.isEmpty ? title : title + comma + citation.detail
  }
}
