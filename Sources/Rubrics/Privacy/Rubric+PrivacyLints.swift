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
      guard let (form, plan) = item.form.quantity, privacy.disclosure(of: plan) == .given else {
        continue
      }
      lints.append(Lint(.privatePoints(item.id, form, at: item.place), about: item.id))
    }
    for figure in cohort?.figures ?? [] where privacy.disclosure(of: figure.value) == .given {
      lints.append(Lint(.privateFigure(figure.name, at: figure.place), about: figure.name))
    }
    return lints
  }
}

extension Form {
  /// The form's name in files, and the quantity from whose size the points follow.
  fileprivate var quantity: (name: String, plan: Plan)? {
    switch self {
    case .choose(let choose): ("choose", choose.value)
    case .steps(let steps): ("steps", steps.value)
    case .lines(let lines): ("lines", lines.value)
    case .each(let each): ("each", each.value)
    case .lose(let lose): ("lose", lose.value)
    case .formula(let plan, _, _): ("formula", plan)
    case .rank(let rank): ("rank", rank.value)
    case .computed(let form):
      form.plan(greatest: .zero, isDeduction: false).valuePlans.first.map { (form.name, $0) }
    // Conditions are tests, and what assessors and others say is no cell.
    case .check, .parts, .degree, .tally, .table, .judge, .survey, .children, .imported: nil
    }
  }
}
