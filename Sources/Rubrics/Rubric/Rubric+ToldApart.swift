import FEEL

extension Rubric {
  /// The columns, as `table.column`, whose texts some expression tells apart: it asks for their distinct values.
  package var textsToldApart: Set<String> {
    var found = Set<String>()
    for plan in plansOverTables {
      plan.step.walk { step in
        guard case .builtin(let builtin, let arguments) = step.form,
          builtin.name == "distinct values", let list = arguments.first,
          case .path(let source, let column, _) = list.form
        else { return }
        found.formUnion(tables(of: source).map { "\($0).\(column)" })
      }
    }
    return found
  }

  /// The table whose rows a step gives; all of them where that is not plain.
  private func tables(of step: Step) -> [String] {
    switch step.form {
    case .filter(let list, _, _), .index(let list, _): return tables(of: list)
    case .input(let slot):
      guard slots.indices.contains(slot) else { return [] }
      switch slots[slot] {
      case .table(let number): return [tables[number].name]
      case .survey(let number): return [surveys[number].name]
      default: return []
      }
    default: return (tables + surveys).map(\.name)
    }
  }

  private var plansOverTables: [Plan] {
    var plans = figures.compactMap { figure -> Plan? in
      if case .expression(let plan) = figure.value { plan } else { nil }
    }
    for item in everyItem {
      plans += item.plan.plans + [item.appliesWhen, item.void?.trigger.plan].compactMap(\.self)
    }
    return plans + resultPlan.conditions + [resultPlan.formula].compactMap(\.self)
  }
}
