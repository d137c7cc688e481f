import Decisions
import Diagnostics
import FEEL
import Rubrics
import Values

extension ReportBuilder {
  static func face(of decision: Decision) -> Report.DecisionFace {
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
      missing: decision.missing.map { missingLine($0, items: []) }
    )
  }

  private static func line(
    _ amount: Decision.Amount, in policy: Policy
  ) -> Report.DecisionFace.Money {
    let rule = amount.rule
    return Report.DecisionFace.Money(
      id: rule.id,
      title: rule.title,
      unit: rule.unit,
      amount: shown(amount),
      formula: ValueText.oneLine(rule.amount.passage.text),
      says: rule.says,
      citation: citation(rule.citation, in: policy),
      missing: amount.missing.map { missingLine($0, items: []) }
    )
  }

  /// - Returns: `nil` where nothing bounds the amount.
  private static func shown(_ amount: Decision.Amount) -> Report.Amount? {
    func text(_ number: Number) -> String {
      amount.rule.rounding.map { number.formatted(decimals: $0.decimals) }
        ?? ValueText.short(number)
    }
    switch amount.value {
    case .number(let number):
      return Report.Amount(low: number, high: number, text: text(number))
    case .unknown(let unknown):
      guard case .number(let low?, let high?, _) = unknown.bounds.kind else { return nil }
      return Report.Amount(low: low, high: high, text: "\(text(low)) – \(text(high))")
    default: return nil
    }
  }

  private static func citation(_ citation: Citation?, in policy: Policy) -> String? {
    guard let citation else { return nil }
    let source = policy.sources.first { $0.id == citation.source }
    let title = source.map { $0.title.text(in: policy.language) } ?? citation.source
    let comma = policy.language == .zh ? "，" : ", "
    return citation.detail.isEmpty ? title : title + comma + citation.detail
  }
}
