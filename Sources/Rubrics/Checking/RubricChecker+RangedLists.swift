import Diagnostics
import FEEL
import Values

extension RubricChecker {
  /// What the expression, or a figure behind it, ranges over.
  func rangedLists(_ plan: Plan) -> [RangedList] {
    rangedLists(plan.step, text: { String(plan.text(of: $0)) }, part: { plan.part($0) }) {
      plan.place(of: $0)
    }
  }

  /// What a decision table ranges over: in its inputs, in its outputs, and as one that collects.
  func rangedLists(_ table: RuleTable) -> [RangedList] {
    var found: [RangedList] = []
    func look(_ step: Step, _ passage: Passage) {
      found += rangedLists(
        step, text: { _ in passage.text }, part: { _ in nil },
        place: { _ in passage.place(of: Span(0, passage.text.utf8.count)) })
    }
    for (input, passage) in zip(table.plan.inputs, table.inputs) { look(input.value, passage) }
    for (rule, written) in zip(table.plan.rules, table.rules) {
      for (output, passage) in zip(rule.outputs, written.outputs) { look(output, passage) }
    }
    let hasDefault = table.plan.outputs.contains { $0.otherwise != nil }
    if let aggregation = table.plan.aggregation, aggregation != .count, !hasDefault,
      !table.alwaysHolds
    {
      found.append(
        RangedList(
          way: .collected, text: "collect \(aggregation.rawValue.lowercased())", list: nil,
          slots: Set(table.plan.slotsUsed), place: table.place, isThoughtOf: false))
    }
    return found
  }

  private func rangedLists(
    _ step: Step, text: (Step) -> String, part: (Step) -> Plan?, place: (Step) -> Place
  ) -> [RangedList] {
    var found: [RangedList] = []
    // Asked for where something is ranged over, which is rare.
    lazy var counted = countedTables(step)
    lazy var conditions = slotsOfConditions(step)
    func note(_ list: Step, _ way: RangedList.Way) {
      let tables = tables(behind: list.inputs)
      guard !tables.isEmpty, list.isClosed, !isCalendar(list) else { return }
      found.append(
        RangedList(
          way: way, text: text(list), list: part(list), slots: list.inputs, place: place(list),
          isThoughtOf: !counted.isDisjoint(with: tables)))
    }
    func note(_ iteration: Iteration, _ way: RangedList.Way) {
      if case .list(let list) = iteration.domain { note(list, way) }
    }
    func noteDivisor(_ divisor: Step) {
      let inputs = divisor.inputs
      guard !inputs.isEmpty, divisor.constantNumber == nil, divisor.isClosed,
        finder.domain(of: divisor).contains(.zero)
      else { return }
      found.append(
        RangedList(
          way: .divisor, text: text(divisor), list: nil, slots: inputs, place: place(divisor),
          isThoughtOf: !conditions.isDisjoint(with: inputs)
            || !counted.isDisjoint(with: tables(behind: inputs))))
    }
    step.walk { step in
      switch step.form {
      case .some(let iterations, _): for iteration in iterations { note(iteration, .some) }
      case .every(let iterations, _): for iteration in iterations { note(iteration, .every) }
      case .builtin(let builtin, let arguments) where arguments.count == 1:
        if RangedList.statistics.contains(builtin.name) { note(arguments[0], .statistic) }
      case .index(let list, _): note(list, .statistic)
      case .arithmetic(.divide, _, let divisor): noteDivisor(divisor)
      case .input(let slot):
        found += (rangedByFigure[slot] ?? []).map { list in
          let asked = conditions.contains(slot)
          var list = list
          let tables = tables(behind: list.slots)
          list.isThoughtOf =
            list.isThoughtOf || asked || !counted.isDisjoint(with: tables)
            || !conditions.isDisjoint(with: list.slots)
          return list
        }
      default: break
      }
    }
    return found
  }

  /// The terms of a calendar are never none.
  private func isCalendar(_ list: Step) -> Bool {
    switch list.form {
    case .input(let slot):
      guard slots.indices.contains(slot), case .figure = slots[slot],
        let figure = figures.first(where: { $0.slot == slot }), case .calendar = figure.value
      else { return false }
      return true
    case .path(let inner, _, _): return isCalendar(inner)
    default: return false
    }
  }
}

extension RuleTable {
  /// Whether one of its rules asks nothing.
  fileprivate var alwaysHolds: Bool {
    plan.rules.contains { $0.tests.allSatisfy { $0.tests.isEmpty && !$0.isNegated } }
  }
}

extension Step {
  /// Whether the step looks only at locals that are bound inside it.
  fileprivate var isClosed: Bool {
    var read = Set<Int>()
    var bound = Set<Int>()
    walk { step in
      switch step.form {
      case .local(let slot): read.insert(slot)
      case .context(let entries): bound.formUnion(entries.map(\.slot))
      case .matching(let match): bound.insert(match.slot)
      case .filter(_, let binding, _): bound.formUnion(binding.slots)
      case .for(let loop):
        bound.formUnion(loop.iterations.flatMap(\.binding.slots))
        if let partial = loop.partial { bound.insert(partial) }
      case .some(let iterations, _), .every(let iterations, _):
        bound.formUnion(iterations.flatMap(\.binding.slots))
      case .function(let function):
        bound.formUnion(function.parameters.map(\.slot))
        if let slot = function.selfSlot { bound.insert(slot) }
      case .decisionTable(let table):
        bound.formUnion(table.inputs.map(\.slot) + table.outputs.map(\.slot))
      default: break
      }
    }
    return read.isSubset(of: bound)
  }
}

extension Binding {
  fileprivate var slots: [Int] { entries.map(\.slot) + [slot].compactMap { $0 } }
}
