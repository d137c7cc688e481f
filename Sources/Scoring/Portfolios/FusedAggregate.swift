import FEEL
import Rubrics
import Values

/// An aggregate over the rows of one table that one pass over its columns can compute.
///
///     count(服务记录[类型 = "个案"])    sum(服务记录.工时)    count(distinct values(服务记录.服务对象))
struct FusedAggregate: Sendable {
  enum Kind: Sendable {
    case count, sum, mean
    /// `count(distinct values(…))`
    case distinctCount
  }

  /// Rows of a table that a condition over their own cells picks.
  struct Filter: Sendable {
    /// The filter as written, over the whole table.
    let plan: Plan
    /// The declared columns that the condition looks at, ascending.
    let columns: [Int]
  }

  let kind: Kind
  let table: Int
  /// Where the row evaluator finds the table.
  let tableSlot: Int
  let filter: Filter?
  /// `nil` where only rows are counted.
  let column: Int?
  /// The aggregate as written, for subjects of which the pass is not sure.
  let plan: Plan
}

extension FusedAggregate {
  /// Recognises `step` of `plan`.
  ///
  /// - Returns: `nil` for everything that is not such an aggregate.
  init?(_ step: Step, of plan: Plan, in rubric: Rubric) {
    guard case .builtin(let overloads, let arguments) = step.form, arguments.count == 1 else {
      return nil
    }
    let source: Source?
    switch overloads.name {
    case "count":
      if case .builtin(let inner, let members) = arguments[0].form, members.count == 1,
        inner.name == "distinct values"
      {
        kind = .distinctCount
        source = Source(members[0], of: plan, in: rubric)
        if source?.column == nil { return nil }
      } else {
        kind = .count
        source = Source(arguments[0], of: plan, in: rubric)
      }
    case "sum", "mean":
      kind = overloads.name == "sum" ? .sum : .mean
      source = Source(arguments[0], of: plan, in: rubric)
      if source?.column == nil { return nil }
    default: return nil
    }
    guard let source else { return nil }
    table = source.table
    tableSlot = source.slot
    filter = source.filter
    column = source.column
    self.plan = plan.part(step)
  }

  /// A table, some of its rows, one of its columns.
  private struct Source {
    let table: Int
    let slot: Int
    var filter: Filter?
    var column: Int?

    init?(_ step: Step, of plan: Plan, in rubric: Rubric) {
      switch step.form {
      case .input(let slot):
        guard rubric.slots.indices.contains(slot), case .table(let table) = rubric.slots[slot]
        else { return nil }
        self.table = table
        self.slot = slot
      case .filter(let list, let binding, let condition):
        guard let source = Source(list, of: plan, in: rubric), source.filter == nil,
          source.column == nil, plan.notes[Int(condition.id)].shape.isBoolean
        else { return nil }
        self = source
        let names = rubric.tables[table].columns.map(\.name)
        var cells = CellUses(binding, columns: names)
        guard cells.look(at: condition) else { return nil }
        filter = Filter(plan: plan.part(step), columns: cells.columns.sorted())
      case .path(let list, let name, _):
        guard let source = Source(list, of: plan, in: rubric), source.column == nil,
          let column = rubric.tables[source.table].columns.firstIndex(where: { $0.name == name })
        else { return nil }
        self = source
        self.column = column
      default: return nil
      }
    }
  }
}

/// Which cells of its row a condition looks at.
private struct CellUses {
  private let element: Int?
  private let entries: [Int: Int]
  private let names: [String]
  private(set) var columns: Set<Int> = []

  init(_ binding: Binding, columns names: [String]) {
    element = binding.slot
    self.names = names
    var entries: [Int: Int] = [:]
    for entry in binding.entries {
      if let column = names.firstIndex(of: entry.name) { entries[entry.slot] = column }
    }
    self.entries = entries
  }

  /// - Returns: `false` where it looks at anything else, or is of a kind that is not known to be a plain function of them.
  mutating func look(at step: Step) -> Bool {
    switch step.form {
    case .constant: return true
    case .local(let slot):
      guard let column = entries[slot] else { return false }
      columns.insert(column)
      return true
    case .path(let source, let name, _):
      if case .local(let slot) = source.form, slot == element {
        guard let column = names.firstIndex(of: name) else { return false }
        columns.insert(column)
        return true
      }
      return look(at: source)
    case .negation(let operand): return look(at: operand)
    case .arithmetic(_, let left, let right), .comparison(_, let left, let right):
      return look(at: left) && look(at: right)
    case .between(let tested, let low, let high):
      return look(at: tested) && look(at: low) && look(at: high)
    case .and(let terms), .or(let terms), .list(let terms):
      return terms.allSatisfy { look(at: $0) }
    case .range(let range):
      return [range.low, range.high].compactMap(\.self).allSatisfy { look(at: $0) }
    case .builtin(let overloads, let arguments):
      // The clock is no cell.
      guard !["now", "today"].contains(overloads.name) else { return false }
      return arguments.allSatisfy { look(at: $0) }
    case .matching(let match):
      return look(at: match.input)
        && match.tests.allSatisfy { test in
          switch test {
          case .condition(let step), .member(let step):
            look(at: step, besides: match.slot)
          }
        }
    case .if(let condition, let then, let otherwise):
      return look(at: condition) && look(at: then) && look(at: otherwise)
    case .input, .context, .instance, .index, .filter, .for, .some, .every, .call, .function,
      .decisionTable:
      return false
    }
  }

  /// A test may name the value tested, whose cells have been seen already.
  private mutating func look(at step: Step, besides slot: Int) -> Bool {
    switch step.form {
    case .local(slot): return true
    case .comparison(_, let left, let right):
      return look(at: left, besides: slot) && look(at: right, besides: slot)
    case .range(let range):
      return [range.low, range.high].compactMap(\.self).allSatisfy { look(at: $0, besides: slot) }
    default: return look(at: step)
    }
  }
}

extension Shape {
  fileprivate var isBoolean: Bool {
    switch self {
    case .boolean: true
    case .optional(let shape): shape.isBoolean
    case .any, .null, .number, .string, .date, .time, .dateTime, .dayTimeDuration,
      .yearMonthDuration, .list, .context, .range, .function:
      false
    }
  }
}
