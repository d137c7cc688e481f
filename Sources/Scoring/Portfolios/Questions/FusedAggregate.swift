import FEEL
import Rubrics
import Values

/// An aggregate over the rows of one table that one pass over its columns can compute.
///
///     count(服务记录[类型 = "个案"])    sum(服务记录.工时)    count(distinct values(服务记录.服务对象))
///     every r in 专职人员 satisfies r.持证
struct FusedAggregate: Sendable {
  enum Kind: Sendable {
    case count, sum, mean, least, greatest, median
    /// `count(distinct values(…))`
    case distinctCount
    case some, every
  }

  /// Rows of a table that a condition over their own cells picks.
  struct Filter: Sendable {
    let condition: Step
    let binding: Binding
    /// The declared columns that the condition looks at.
    let columns: Set<Int>
    /// The slots of facts that it looks at.
    let facts: Set<Int>
    /// Those that it might look at.
    let factSlots: Set<Int>
    /// Written as `some` or `every`: its words may mean other things than those of a filter.
    let isQuantified: Bool
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

extension FusedAggregate.Filter {
  /// - Returns: `nil` where the condition looks at anything but cells of its row and facts.
  fileprivate init?(
    _ condition: Step, over table: Int, of rubric: Rubric, as binding: Binding,
    isQuantified: Bool
  ) {
    factSlots = rubric.factSlots
    var uses = CellUses(
      binding, columns: rubric.tables[table].columns.map(\.name), facts: factSlots)
    guard uses.look(at: condition) else { return nil }
    self.condition = condition
    self.binding = binding
    self.isQuantified = isQuantified
    columns = uses.columns
    facts = uses.factsUsed
  }
}

extension Rubric {
  /// The slots that hold facts.
  fileprivate var factSlots: Set<Int> {
    Set(slots.indices.filter { if case .fact = slots[$0] { true } else { false } })
  }
}

extension FusedAggregate {
  /// Recognises `step` of `plan`.
  ///
  /// - Returns: `nil` for everything that is not such an aggregate.
  init?(_ step: Step, of plan: Plan, in rubric: Rubric) {
    let kind: Kind
    let source: Source?
    switch step.form {
    case .builtin(let overloads, let arguments) where arguments.count == 1:
      guard let known = Self.kind(overloads.name) else { return nil }
      if known == .count, case .builtin(let inner, let members) = arguments[0].form,
        members.count == 1, inner.name == "distinct values"
      {
        kind = .distinctCount
        source = Source(members[0], of: plan, in: rubric)
      } else {
        kind = known
        source = Source(arguments[0], of: plan, in: rubric)
      }
    case .some(let iterations, let condition) where iterations.count == 1:
      kind = .some
      source = Source(iterations[0], satisfies: condition, of: plan, in: rubric)
    case .every(let iterations, let condition) where iterations.count == 1:
      kind = .every
      source = Source(iterations[0], satisfies: condition, of: plan, in: rubric)
    default: return nil
    }
    guard let source, Self.suits(kind, source, in: rubric) else { return nil }
    self.kind = kind
    table = source.table
    tableSlot = source.slot
    filter = source.filter
    column = source.column
    self.plan = plan.part(step)
  }

  private static func kind(_ name: String) -> Kind? {
    switch name {
    case "count": .count
    case "sum": .sum
    case "mean": .mean
    case "min": .least
    case "max": .greatest
    case "median": .median
    default: nil
    }
  }

  /// Whether a pass can tell this of columns of that type.
  private static func suits(_ kind: Kind, _ source: Source, in rubric: Rubric) -> Bool {
    let shape = source.column.map { rubric.tables[source.table].columns[$0].shape.known }
    switch (kind, shape) {
    case (.count, _), (.some, nil), (.every, nil): return true
    case (.sum, .number?), (.mean, .number?), (.median, .number?): return true
    case (.least, .number?), (.greatest, .number?), (.least, .date?), (.greatest, .date?):
      return true
    case (.distinctCount, .number?), (.distinctCount, .string?), (.distinctCount, .boolean?),
      (.distinctCount, .date?):
      return true
    default: return false
    }
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
          source.column == nil, plan.notes[Int(condition.id)].shape.known == .boolean
        else { return nil }
        self = source
        filter = Filter(
          condition, over: source.table, of: rubric, as: binding, isQuantified: false)
        if filter == nil { return nil }
      case .path(let list, let name, _):
        guard let source = Source(list, of: plan, in: rubric), source.column == nil,
          let column = rubric.tables[source.table].columns.firstIndex(where: { $0.name == name })
        else { return nil }
        self = source
        self.column = column
      default: return nil
      }
    }

    /// The rows of a quantifier, whose condition is taken for a filter.
    init?(_ iteration: Iteration, satisfies condition: Step, of plan: Plan, in rubric: Rubric) {
      guard case .list(let list) = iteration.domain, case .input = list.form,
        let source = Source(list, of: plan, in: rubric)
      else { return nil }
      self = source
      filter = Filter(
        condition, over: source.table, of: rubric, as: iteration.binding, isQuantified: true)
      if filter == nil { return nil }
    }
  }
}

extension Shape {
  /// The type of a value that is not null.
  var known: Shape {
    switch self {
    case .optional(let shape): shape.known
    case .number: .number
    default: self
    }
  }
}
