package import Diagnostics
import Values

/// A boxed expression: what DMN draws as tables and boxes around texts of FEEL.
///
/// - Source: DMN 1.5, clause 10.2.
package indirect enum Boxed: Sendable {
  case expression(Passage)
  case table(DecisionTable)
  /// Entries see earlier ones; the value is that of `result` where there is one, else the context.
  case context([(name: String, value: Boxed)], result: Boxed?)
  case function([(name: String, type: Passage?)], body: Boxed)
  /// A call of what `callee` gives, with named arguments.
  case invocation(callee: Boxed, arguments: [(name: String, value: Boxed)])
  case list([Boxed])
}

extension Planner {
  mutating func plan(_ boxed: Boxed) -> Planned {
    switch boxed {
    case .expression(let text): return read(text)
    case .table(let table):
      let plan = plan(table)
      return make(.decisionTable(plan), plan.shape, .zero)
    case .context(let entries, let result): return planBoxedContext(entries, result)
    case .function(let parameters, let body): return planBoxedFunction(parameters, body)
    case .invocation(let callee, let arguments): return planBoxedInvocation(callee, arguments)
    case .list(let members):
      let planned = members.map { plan($0) }
      return make(
        .list(planned.map(\.step)), .list(Shape.joined(planned.map(\.shape))), .zero)
    }
  }

  private mutating func planBoxedContext(
    _ entries: [(name: String, value: Boxed)], _ result: Boxed?
  ) -> Planned {
    layers.append(.variables([:]))
    defer { layers.removeLast() }
    var steps: [EntryStep] = []
    var fields: [Shape.Field] = []
    func add(_ name: String, _ value: Boxed, to planner: inout Planner) {
      let slot = planner.newSlot()
      let planned = planner.plan(entry: name, value, slot)
      planner.declare(name, Variable(shape: planned.shape, slot: slot))
      steps.append(EntryStep(name: name, slot: slot, value: planned.step))
      fields.append(Shape.Field(name, planned.shape))
    }
    for entry in entries { add(entry.name, entry.value, to: &self) }
    guard let result else { return make(.context(steps), .context(fields), .zero) }
    // A name that nobody can write, so that it hides nothing.
    let name = " result"
    add(name, result, to: &self)
    let whole = make(.context(steps), .context(fields), .zero)
    return make(
      .path(whole.step, name: name, column: fields.count - 1), fields.last?.shape ?? .any, .zero)
  }

  /// The value of an entry; a function sees the entry's name, so that it may call itself.
  private mutating func plan(entry name: String, _ value: Boxed, _ slot: Int) -> Planned {
    let itself = Variable(shape: .any, slot: slot)
    switch value {
    case .function(let parameters, let body):
      declare(name, itself)
      return planBoxedFunction(parameters, body, itself: slot)
    case .expression(let text) where isFunction(text):
      declare(name, itself)
      return read(text, itself: slot)
    default: return plan(value)
    }
  }

  private func isFunction(_ text: Passage) -> Bool {
    var reader = Reader(text, in: scope, local: visibleEntries, mode: mode)
    return if case .function = reader.readWholeExpression().form { true } else { false }
  }

  private mutating func planBoxedFunction(
    _ parameters: [(name: String, type: Passage?)], _ body: Boxed, itself: Int? = nil
  ) -> Planned {
    layers.append(.variables([:]))
    defer { layers.removeLast() }
    var steps: [FunctionStep.Parameter] = []
    for (name, type) in parameters {
      let slot = newSlot()
      let shape = type.map { readType($0) } ?? .any
      declare(name, Variable(shape: shape, slot: slot))
      steps.append(FunctionStep.Parameter(name: name, slot: slot, shape: shape))
    }
    let body = plan(body)
    return make(
      .function(FunctionStep(parameters: steps, body: body.step, result: .any, selfSlot: itself)),
      .function(parameters: steps.map(\.shape), result: body.shape), .zero)
  }

  private mutating func planBoxedInvocation(
    _ callee: Boxed, _ arguments: [(name: String, value: Boxed)]
  ) -> Planned {
    let callee = plan(callee)
    let planned = arguments.map { (name: $0.name, value: plan($0.value).step) }
    let result: Shape =
      if case .function(_, let shape) = callee.shape.withoutNull { shape } else { .any }
    return make(.call(callee.step, .named(planned)), result, .zero)
  }
}
