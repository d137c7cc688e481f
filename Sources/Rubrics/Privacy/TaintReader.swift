import FEEL
import Values

/// Follows private cells through an expression: what is tested is not given, what is aggregated is as open as its rows are many.
struct TaintReader {
  /// By slot of the row on which expressions run.
  let slots: [Taint]
  private let notes: [Plan.Note]
  private var locals: [Int: Taint] = [:]
  /// Whether private cells were looked at since it was last made false, be it only to test them.
  private var hasLooked = false

  init(_ slots: [Taint], notes: [Plan.Note]) {
    self.slots = slots
    self.notes = notes
  }

  mutating func taint(of step: Step) -> Taint {
    let taint = taint(of: step.form, shape(of: step))
    if taint.level > .nothing { hasLooked = true }
    return taint
  }

  private func shape(of step: Step) -> Shape {
    notes.indices.contains(Int(step.id)) ? notes[Int(step.id)].shape : .any
  }

  private mutating func taint(of form: Step.Form, _ shape: Shape) -> Taint {
    switch form {
    case .constant: return .none
    // A slot that is not of the rubric holds what a portfolio has computed before.
    case .input(let slot):
      return slots.indices.contains(slot) ? slots[slot] : Taint(level: .aggregate)
    case .local(let slot): return locals[slot] ?? .none
    case .list(let members): return joined(members)
    case .context(let entries): return context(entries)
    case .range(let range): return joined([range.low, range.high].compactMap { $0 })
    case .negation(let inner): return taint(of: inner)
    case .arithmetic(.subtract, let left, let right), .arithmetic(.add, let left, let right):
      return taint(of: left).differing(from: taint(of: right))
    case .arithmetic(_, let left, let right): return joined([left, right]).flattened
    case .and(let terms), .or(let terms): return joined(terms)
    case .comparison(_, let left, let right): return tested([left, right])
    case .between(let value, let low, let high): return tested([value, low, high])
    case .instance(let value, _): return tested([value])
    case .matching(let match): return test(match)
    case .path(let value, let name, _):
      let entry = taint(of: value).entry(name)
      return shape.mayHoldEntries ? entry : entry.alone
    case .index(let value, let index):
      _ = taint(of: index)
      return taint(of: value).picked
    case .filter(let value, let binding, let condition):
      return filtered(taint(of: value), binding, condition)
    case .if(let condition, let then, let otherwise):
      _ = taint(of: condition)
      return joined([then, otherwise])
    case .for(let loop):
      for iteration in loop.iterations { bind(iteration) }
      if let partial = loop.partial { locals[partial] = Taint.none }
      return taint(of: loop.body)
    case .some(let iterations, let condition), .every(let iterations, let condition):
      for iteration in iterations { bind(iteration) }
      return tested([condition])
    case .builtin(let builtin, let arguments): return result(of: builtin.name, arguments, shape)
    case .call(let function, let arguments):
      // What a function makes of its arguments is not followed.
      return joined([function] + arguments.children).flattened.picked
    case .function(let function): return taint(of: function.body)
    case .decisionTable(let table): return taint(of: table)
    }
  }

  /// The outputs; what is asked of the inputs is a test.
  mutating func taint(of table: DecisionTablePlan) -> Taint {
    for input in table.inputs { locals[input.slot] = taint(of: input.value) }
    for rule in table.rules { for match in rule.tests { _ = test(match) } }
    return joined(table.rules.flatMap(\.outputs) + table.outputs.compactMap(\.otherwise))
  }

  private mutating func joined(_ steps: [Step]) -> Taint {
    steps.reduce(Taint.none) { $0.joined(taint(of: $1)) }
  }

  /// A truth value tells that cells passed a test, and not what they hold.
  private mutating func tested(_ steps: [Step]) -> Taint {
    _ = joined(steps)
    return .none
  }

  private mutating func test(_ match: MatchStep) -> Taint {
    locals[match.slot] = taint(of: match.input)
    return tested(match.children)
  }

  private mutating func context(_ entries: [EntryStep]) -> Taint {
    var context = Taint.none
    for entry in entries {
      let taint = taint(of: entry.value)
      locals[entry.slot] = taint
      context = context.joined(
        Taint(entries: taint.entries, isPicked: taint.isPicked, isChosen: taint.isChosen))
      context.entries[entry.name] = taint.level
    }
    return context
  }

  private mutating func bind(_ iteration: Iteration) {
    switch iteration.domain {
    case .list(let list): bind(iteration.binding, to: taint(of: list))
    case .span(let low, let high): bind(iteration.binding, to: joined([low, high]))
    }
  }

  private mutating func bind(_ binding: Binding, to member: Taint) {
    if let slot = binding.slot { locals[slot] = member }
    for entry in binding.entries {
      let otherwise = entry.otherwise.map { taint(of: $0) } ?? Taint.none
      locals[entry.slot] = member.entry(entry.name).joined(otherwise)
    }
  }

  private mutating func filtered(_ list: Taint, _ binding: Binding, _ condition: Step) -> Taint {
    bind(binding, to: list)
    let hadLooked = hasLooked
    hasLooked = false
    _ = taint(of: condition)
    var filtered = list
    if hasLooked { filtered.isChosen = true }
    hasLooked = hasLooked || hadLooked
    // A number in the brackets takes one member.
    switch shape(of: condition) {
    case .boolean, .optional(.boolean): return filtered
    default: return filtered.picked
    }
  }

  private static let totals: Set = ["sum", "mean", "stddev", "product"]
  /// They give the same members, in another order or more of them.
  private static let lists: Set = [
    "append", "concatenate", "union", "distinct values", "flatten", "reverse", "sort",
  ]
  /// A truth value that is one of its arguments.
  private static let choices: Set = ["not", "get value", "min", "max", "mode"]

  private mutating func result(of name: String, _ arguments: [Step], _ shape: Shape) -> Taint {
    let taints = arguments.map { taint(of: $0) }
    let all = taints.reduce(Taint.none) { $0.joined($1) }
    if name == "count" { return all.counted }
    if Self.totals.contains(name) {
      // Each argument alone is one number.
      return taints.count > 1 ? all.picked.aggregated : all.aggregated
    }
    if Self.lists.contains(name) { return all }
    switch shape {
    case .boolean, .optional(.boolean):
      return Self.choices.contains(name) ? all.flattened.picked : Taint.none
    case .list, .context: return all.picked
    default: return all.flattened.picked
    }
  }
}

extension Shape {
  /// Whether a value of it may be a context, or hold one.
  fileprivate var mayHoldEntries: Bool {
    switch self {
    case .any, .context, .function: true
    case .list(let member), .optional(let member), .range(let member): member.mayHoldEntries
    case .null, .boolean, .number, .string, .date, .time, .dateTime, .dayTimeDuration,
      .yearMonthDuration:
      false
    }
  }
}
