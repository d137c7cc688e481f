import Diagnostics
import FEEL
import Formats
import Values

extension RubricChecker {
  mutating func checkBasis(_ record: Record, pointsAreNeeded: Bool) -> Basis? {
    if pointsAreNeeded, !record.mentions("points") {
      diagnostics.report(.basisWithoutPoints(at: record.place))
    }
    return Basis(record)
  }

  mutating func checkTrigger(_ record: Record, in expressions: Expressions) -> Trigger? {
    guard record.mentions("when") != record.mentions("finding") else {
      diagnostics.report(.triggerForm(at: record.place))
      return nil
    }
    if let name = record.scalar("finding") {
      if let index = findings.firstIndex(where: { $0.name == name.text }) {
        return .finding(index)
      }
      diagnostics.report(.unknownFinding(name.text, among: findings.map(\.name), at: name.place))
      return nil
    }
    let plan = record.scalar("when").flatMap {
      expressions.plan($0, expecting: .boolean, into: &diagnostics)
    }
    reportConstant(plan, at: record.scalar("when")?.place ?? record.place)
    return plan.map { .condition($0) }
  }
}

extension Basis {
  /// As written; where only the rule has a basis, its points have the same.
  package init?(_ record: Record) {
    guard let rule: Kind = record.choice("rule") else { return nil }
    self.init(rule: rule, points: record.choice("points") ?? rule)
  }
}

extension RubricChecker {
  /// Conditions that are constants decide nothing.
  mutating func reportConstant(_ plan: Plan?, at place: Place) {
    if case .constant(.boolean(let always)) = plan?.step.form {
      diagnostics.report(.constantCondition(always, at: place))
    }
  }
}
