import FEEL
import Rubrics
import Values

extension DomainFinder {
  /// With what the facts, columns and figures of a rubric can be.
  init(of rubric: Rubric) {
    self.init()
    for (slot, held) in rubric.slots.enumerated() {
      switch held {
      case .fact(let fact): slots[slot] = rubric.facts[fact].domain
      case .table(let table): columns[slot] = rubric.tables[table].columns.domains
      case .survey(let survey): columns[slot] = rubric.surveys[survey].columns.domains
      default: break
      }
    }
    for figure in rubric.figures {
      if case .expression(let plan) = figure.value, figure.rounding == nil {
        slots[figure.slot] = domain(of: plan.step)
      }
    }
  }
}

extension [Declaration] {
  fileprivate var domains: [String: Domain] {
    Dictionary(
      compactMap { column in column.domain.map { (column.name, $0) } },
      uniquingKeysWith: { first, _ in first })
  }
}
