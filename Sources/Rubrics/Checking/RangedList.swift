import Diagnostics
import FEEL
import Values

/// Something in an expression of which there may be nothing.
struct RangedList {
  enum Way {
    /// `some`: false over nothing.
    case some
    /// `every`: true over nothing.
    case every
    /// `sum`, `min`, `max`, `mean` and their like, and a member by its position: null over nothing.
    case statistic
    /// What something is divided by: null where it is 0.
    case divisor
    /// What the rules of a table that hold are made into: null where none does.
    case collected
  }

  let way: Way
  /// As the rubric writes it.
  let text: String
  /// The list by itself; `nil` for what is no list.
  let list: Plan?
  /// The slots that it looks at.
  let slots: Set<Int>
  let place: Place
  /// Its own expression asks whether there is any.
  var isThoughtOf: Bool

  /// Whether a value that looks at it is null over nothing.
  var givesNull: Bool { way != .some && way != .every }
}

extension RubricChecker {
  private static let statistics: Set<String> = [
    "sum", "min", "max", "mean", "median", "mode", "product", "stddev",
  ]

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
    let counted = countedTables(step)
    let conditions = slotsOfConditions(step)
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
        if Self.statistics.contains(builtin.name) { note(arguments[0], .statistic) }
      case .index(let list, _): note(list, .statistic)
      case .arithmetic(.divide, _, let divisor): noteDivisor(divisor)
      case .input(let slot):
        let asked = conditions.contains(slot)
        found += (rangedByFigure[slot] ?? []).map { list in
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

  /// The slots of tables, surveys and documents that `slots` rest on, through figures.
  func tables(behind slots: Set<Int>) -> Set<Int> {
    let all = tableSlots
    var found = Set<Int>()
    for slot in slots {
      if all.contains(slot) { found.insert(slot) }
      found.formUnion(tablesByFigure[slot] ?? [])
    }
    return found
  }

  /// The tables of which the expression, or a figure that it looks at, asks how many there are.
  ///
  /// A mean that divides by a count asks nothing: only what is compared or decides a choice does.
  func countedTables(_ step: Step) -> Set<Int> {
    var counted = Set<Int>()
    step.walk { step in
      switch step.form {
      case .if(let condition, _, _): counted.formUnion(countedAnywhere(in: condition))
      case .comparison(_, let left, let right):
        for side in [left, right] { counted.formUnion(countedDirectly(by: side)) }
        // `x = null` asks whether there is any.
        if case .constant(.null) = right.form { counted.formUnion(tables(behind: left.inputs)) }
        if case .constant(.null) = left.form { counted.formUnion(tables(behind: right.inputs)) }
      case .input(let slot): counted.formUnion(askedByFigure[slot] ?? [])
      default: break
      }
    }
    return counted
  }

  /// The tables whose members a condition counts, in whatever way.
  func countedAnywhere(in step: Step) -> Set<Int> {
    var counted = countedTables(step)
    step.walk { counted.formUnion(countedDirectly(by: $0)) }
    return counted
  }

  private func countedDirectly(by step: Step) -> Set<Int> {
    switch step.form {
    case .builtin(let builtin, let arguments) where builtin.name == "count":
      arguments.reduce(into: []) { $0.formUnion(tables(behind: $1.inputs)) }
    case .input(let slot): countedByFigure[slot] ?? []
    default: []
    }
  }

  /// The slots that decide a choice, or that are compared as they are.
  private func slotsOfConditions(_ step: Step) -> Set<Int> {
    var found = Set<Int>()
    step.walk { step in
      switch step.form {
      case .if(let condition, _, _): found.formUnion(condition.inputs)
      case .comparison(_, let left, let right):
        for side in [left, right] {
          if case .input(let slot) = side.form { found.insert(slot) }
        }
      default: break
      }
    }
    return found
  }

  /// What later expressions can know of a figure and of there being nothing.
  mutating func learnOfNothing(_ figure: Figure) {
    switch figure.value {
    case .expression(let plan):
      countedByFigure[figure.slot] = countedWhole(plan.step)
      askedByFigure[figure.slot] = countedTables(plan.step)
      coveredFigures[figure.slot] = hasNullOfNothingOnly(plan.step)
      // A long chain of figures would collect the same lists again and again.
      rangedByFigure[figure.slot] = Array(rangedLists(plan).prefix(8))
    case .table(let table): rangedByFigure[figure.slot] = Array(rangedLists(table).prefix(8))
    case .calendar: break
    }
    if case .value? = figure.ifEmpty?.meaning {
      rangedByFigure[figure.slot] = rangedByFigure[figure.slot]?.filter { !$0.givesNull }
    }
  }

  private func countedWhole(_ step: Step) -> Set<Int> {
    if case .input(let slot) = step.form { return countedByFigure[slot] ?? [] }
    return countedDirectly(by: step)
  }

  /// Whether the value is null for no other reason than that there is nothing.
  func hasNullOfNothingOnly(_ step: Step) -> Bool {
    switch step.form {
    case .constant(.null): return false
    case .constant: return true
    case .input(let slot):
      guard slots.indices.contains(slot) else { return false }
      switch slots[slot] {
      case .fact(let number): return !facts[number].mayBeNull
      case .figure: return coveredFigures[slot] ?? false
      case .periodStart, .periodEnd, .asOf: return true
      default: return false
      }
    case .negation(let inner): return hasNullOfNothingOnly(inner)
    case .arithmetic(let sign, let left, let right):
      return sign != .power && hasNullOfNothingOnly(left) && hasNullOfNothingOnly(right)
    case .comparison(_, let left, let right):
      return hasNullOfNothingOnly(left) && hasNullOfNothingOnly(right)
    case .if(let condition, let then, let otherwise):
      return [condition, then, otherwise].allSatisfy { hasNullOfNothingOnly($0) }
    case .builtin(let builtin, let arguments):
      if builtin.name == "count" { return true }
      if arguments.count == 1, Self.statistics.contains(builtin.name) {
        return hasNoNulls(arguments[0])
      }
      let plain: Set<String> = [
        "abs", "floor", "ceiling", "decimal", "round up", "round down", "round half up",
        "round half down", "min", "max",
      ]
      return plain.contains(builtin.name) && arguments.allSatisfy { hasNullOfNothingOnly($0) }
    default: return false
    }
  }

  /// A column of a table, or of some of its rows, whose cells are never null.
  private func hasNoNulls(_ list: Step) -> Bool {
    guard case .path(let rows, let name, _) = list.form else { return false }
    var source = rows
    if case .filter(let inner, _, _) = rows.form { source = inner }
    guard case .input(let slot) = source.form, slots.indices.contains(slot),
      case .table(let number) = slots[slot],
      let column = tables[number].columns.first(where: { $0.name == name })
    else { return false }
    return !column.mayBeNull
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
