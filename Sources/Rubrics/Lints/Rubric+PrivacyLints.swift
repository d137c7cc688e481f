import Diagnostics
import FEEL
import Values

/// Where a rubric itself gives private cells away: figures that are one, points that follow from one.
extension Rubric {
  var privacyLints: [Lint] {
    guard privacy.hasPrivate else { return [] }
    var lints: [Lint] = []
    for figure in figures where privacy.disclosure(of: figure) == .given {
      lints.append(Lint(.privateFigure(figure.name, at: figure.place), about: figure.name))
    }
    for item in everyItem {
      guard let plan = item.plan.measured, privacy.disclosure(of: plan) == .given else { continue }
      lints.append(
        Lint(.privatePoints(item.id, item.form.name, at: item.place), about: item.id))
    }
    for figure in cohort?.figures ?? []
    where !figure.statistic.isStanding && privacy.disclosure(of: figure.value) == .given {
      lints.append(Lint(.privateFigure(figure.name, at: figure.place), about: figure.name))
    }
    return lints
  }
}

extension ScorePlan {
  /// The quantity from whose size the points follow.
  fileprivate var measured: Plan? {
    switch quantity {
    case .number(let plan), .choice(let plan): plan
    case .given(.rank(let rule)): rule.value
    // Conditions are tests, and what assessors and others say is no cell.
    case .truth, .held, .table, .given: nil
    }
  }
}
