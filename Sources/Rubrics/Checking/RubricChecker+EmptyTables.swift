import Diagnostics
import FEEL
import Formats
import Values

/// A list over which an expression ranges in a way that means little for no members.
struct RangedList {
  enum Way {
    /// `some`: false over nothing.
    case some
    /// `every`: true over nothing.
    case every
    /// `min`, `max`, `mean` and their like: null over nothing.
    case statistic
  }

  let way: Way
  /// The list by itself.
  let list: Plan
}

extension RubricChecker {
  private static let statistics: Set<String> = ["min", "max", "mean", "median", "mode", "stddev"]

  /// The lists of tables over which the expression, or a figure behind it, ranges.
  ///
  /// Lists that the same expression counts are left out: somebody thought of their being empty.
  func rangedLists(_ plan: Plan) -> [RangedList] {
    var found: [RangedList] = []
    let counted = countedTables(plan)
    plan.step.walk { step in
      switch step.form {
      case .some(let iterations, _):
        for iteration in iterations { note(iteration, .some, plan, &found) }
      case .every(let iterations, _):
        for iteration in iterations { note(iteration, .every, plan, &found) }
      case .builtin(let builtin, let arguments) where arguments.count == 1:
        if Self.statistics.contains(builtin.name) { note(arguments[0], .statistic, plan, &found) }
      case .input(let slot): found += rangedByFigure[slot] ?? []
      default: break
      }
    }
    return found.filter { counted.isDisjoint(with: tables(behind: $0.list.step.inputs)) }
  }

  private func note(
    _ iteration: Iteration, _ way: RangedList.Way, _ plan: Plan, _ found: inout [RangedList]
  ) {
    if case .list(let list) = iteration.domain { note(list, way, plan, &found) }
  }

  private func note(
    _ list: Step, _ way: RangedList.Way, _ plan: Plan, _ found: inout [RangedList]
  ) {
    guard !tables(behind: list.inputs).isEmpty, list.isClosed else { return }
    found.append(RangedList(way: way, list: plan.part(list)))
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

  /// A form over a table without rows says what that gives.
  mutating func reportEmptyTables(_ form: Form, of item: Record, appliesWhen: Plan?) {
    let score = item.record("score") ?? item
    switch form {
    case .check(let check):
      guard check.ifEmpty == nil else { return }
      let thoughtOf = countedTables(appliesWhen)
      let open = rangedLists(check.condition).first {
        thoughtOf.isDisjoint(with: tables(behind: $0.list.step.inputs))
      }
      if let open { report(open, .ifEmpty, at: score.keyPlace("check")) }
    case .parts, .tally:
      for plan in form.plans {
        let open = rangedLists(plan).first { $0.way != .some }
        if let open { report(open, .count, at: open.list.place(of: open.list.step)) }
      }
    case .survey: break
    default:
      guard !item.has("null") else { return }
      let thoughtOf = countedTables(appliesWhen)
      let open = form.valuePlans.flatMap { rangedLists($0) }.first {
        $0.way == .statistic && thoughtOf.isDisjoint(with: tables(behind: $0.list.step.inputs))
      }
      if let open { report(open, .null, at: score.place) }
    }
  }

  /// The tables whose members the expression, or a figure that it looks at, counts.
  func countedTables(_ plan: Plan?) -> Set<Int> {
    var counted = Set<Int>()
    plan?.step.walk { step in
      switch step.form {
      case .builtin(let builtin, let arguments) where builtin.name == "count":
        for argument in arguments { counted.formUnion(tables(behind: argument.inputs)) }
      case .input(let slot): counted.formUnion(countedByFigure[slot] ?? [])
      default: break
      }
    }
    return counted
  }

  private mutating func report(
    _ ranged: RangedList, _ remedy: Diagnostic.EmptyTableRemedy, at place: Place
  ) {
    let text = String(ranged.list.text(of: ranged.list.step))
    diagnostics.report(.ifEmptyMissing(text, remedy, at: place))
  }
}

extension Form {
  /// The plans whose value becomes points.
  fileprivate var valuePlans: [Plan] {
    switch self {
    case .table, .survey: []
    case .lines(let lines): [lines.value]
    default: plans
    }
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
