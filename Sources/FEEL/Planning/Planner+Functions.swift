import Diagnostics
import Values

extension Planner {
  /// Plans a function literal.
  ///
  /// `itself` is the slot of the entry that the function is the value of; `hints` are the shapes of
  /// parameters without a type, where the place of the literal tells them.
  mutating func planFunction(
    _ parameters: [ParameterSyntax], _ body: Syntax, _ span: Span, itself: Int? = nil,
    hints: [Shape] = []
  ) -> Planned {
    layers.append(.variables([:]))
    defer { layers.removeLast() }
    var steps: [FunctionStep.Parameter] = []
    var names: Set<String> = []
    for (index, parameter) in parameters.enumerated() {
      let slot = newSlot()
      let declared = parameter.type.map { shape(of: $0) ?? .any }
      let known = declared ?? (hints.indices.contains(index) ? hints[index] : .any)
      if !names.insert(parameter.name.name).inserted {
        complain(.duplicateEntry(parameter.name.name, at: place(parameter.name.span)))
      }
      declare(parameter.name.name, Variable(shape: known, slot: slot))
      steps.append(
        FunctionStep.Parameter(name: parameter.name.name, slot: slot, shape: declared ?? .any))
    }
    let body = plan(body)
    let function = FunctionStep(
      parameters: steps, body: body.step, result: .any, selfSlot: itself)
    return make(
      .function(function),
      .function(parameters: steps.map(\.shape), result: body.shape), span)
  }

  // MARK: Calls

  mutating func planCall(
    _ callee: Syntax, _ arguments: ArgumentsSyntax, _ span: Span
  ) -> Planned {
    guard case .name(let name) = callee.form else {
      return planInvocation(plan(callee), arguments, span)
    }
    let builtin = Builtins.named(name)
    if let variable = callable(name, callee.span, hasBuiltin: builtin != nil) {
      return planInvocation(variable, arguments, span)
    }
    if let builtin { return planBuiltin(builtin, arguments, callee.span, span) }
    if let value = resolve(name, callee.span) {
      complain(.notAFunction(name, value.shape, at: place(callee.span)))
      return null(.notAFunction, name, span)
    }
    if isStrict, mayComplain {
      let functions = Set(Builtins.all.map(\.name)).sorted()
      complain(.unknownFunction(name, candidates: functions, at: place(callee.span)))
    }
    return null(.notAFunction, name, span)
  }

  /// The variable that a call means: a function comes before a builtin, another value after it.
  private mutating func callable(_ name: String, _ span: Span, hasBuiltin: Bool) -> Planned? {
    let isLocal = layers.contains { layer in
      if case .variables(let all) = layer { all[name] != nil } else { false }
    }
    guard isLocal || !hasBuiltin || scope[name] != nil, let value = resolve(name, span) else {
      return nil
    }
    switch value.shape.withoutNull {
    case .function: return value
    case .any: return isLocal || !hasBuiltin ? value : nil
    default: return nil
    }
  }

  /// A call of a value: what it is shows when it runs.
  private mutating func planInvocation(
    _ callee: Planned, _ arguments: ArgumentsSyntax, _ span: Span
  ) -> Planned {
    var result = Shape.any
    var expected: [Shape]?
    switch callee.shape.withoutNull {
    case .function(let parameters, let shape):
      expected = parameters
      result = shape
    case .any: break
    default:
      complain(.notAFunction(text(callee), callee.shape, at: place(callee.span)))
    }
    switch arguments {
    case .positional(let all):
      let planned = all.map { plan($0) }
      if let expected, expected.count != planned.count {
        complain(
          .wrongArgumentCount(
            text(callee), planned.count, expected: "\(expected.count)", at: place(span)))
      } else if let expected {
        for (argument, shape) in zip(planned, expected) where !argument.shape.fits(shape) {
          complain(
            .wrongArgument(
              text(callee), argument.shape, expected: [shape], at: place(argument)))
        }
      }
      return make(.call(callee.step, .positional(planned.map(\.step))), result, span)
    case .named(let all):
      let planned = all.map { (name: $0.name.name, value: plan($0.value).step) }
      return make(.call(callee.step, .named(planned)), result, span)
    }
  }

  // MARK: Types

  /// The shape that a written type means; `nil` where FEEL does not know its name.
  mutating func shape(of type: TypeSyntax) -> Shape? {
    switch type.form {
    case .named(let name):
      if let shape = Self.types[name] { return shape }
      complain(.unknownType(name, at: place(type.span)))
      return nil
    case .list(let inner): return shape(of: inner).map { .list($0) }
    case .range(let inner): return shape(of: inner).map { .range($0) }
    case .context(let fields):
      var shapes: [Shape.Field] = []
      for field in fields {
        guard let shape = shape(of: field.type) else { return nil }
        shapes.append(Shape.Field(field.name.name, shape))
      }
      return .context(shapes)
    case .function(let parameters, let result):
      var shapes: [Shape] = []
      for parameter in parameters {
        guard let shape = shape(of: parameter) else { return nil }
        shapes.append(shape)
      }
      return shape(of: result).map { .function(parameters: shapes, result: $0) }
    }
  }

  private static let types: [String: Shape] = [
    "Any": .any, "Null": .null, "number": .number, "string": .string, "boolean": .boolean,
    "date": .date, "time": .time, "date and time": .dateTime, "dateTime": .dateTime,
    "days and time duration": .dayTimeDuration, "dayTimeDuration": .dayTimeDuration,
    "years and months duration": .yearMonthDuration, "yearMonthDuration": .yearMonthDuration,
    "list": .list(.any), "context": .context([]), "range": .range(.any),
    "function": .function(parameters: [], result: .any),
  ]
}
