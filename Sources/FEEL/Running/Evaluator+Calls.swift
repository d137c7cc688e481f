import Values

/// What a function called back by a builtin has used up.
private final class Meter {
  var account: StepAccount
  var isExhausted = false

  init(_ account: StepAccount) {
    self.account = account
  }
}

extension Evaluator {
  mutating func call(_ overloads: Builtin.Overloads, _ steps: [Step]) -> Value {
    var arguments: [Value] = []
    arguments.reserveCapacity(steps.count)
    for step in steps { arguments.append(charged(value(of: step))) }
    return charged(call(overloads, arguments))
  }

  private mutating func call(_ overloads: Builtin.Overloads, _ arguments: [Value]) -> Value {
    calling(arguments) { overloads.call(arguments, in: $0) }
  }

  /// Lets a builtin run; if it is given a function, lets it call that, on our account.
  private mutating func calling(
    _ arguments: [Value], _ call: (Call.Setting) -> Value
  ) -> Value {
    guard arguments.contains(where: \.isFunction) else {
      return call(
        Call.Setting(clock: surroundings?.clock, zones: surroundings?.zones ?? .none) { _, _ in
          .null(NullReason(.notAFunction))
        })
    }
    let meter = Meter(account)
    let (slots, mode, surroundings, depth) = (slots, mode, surroundings, depth)
    let setting = Call.Setting(
      clock: surroundings?.clock, zones: surroundings?.zones ?? .none
    ) { function, arguments in
      var evaluator = Evaluator<Silent>(
        slots, frameSize: 0, mode: mode, surroundings: surroundings, observer: Silent())
      evaluator.account = meter.account
      evaluator.depth = depth + 1
      evaluator.isExhausted = meter.isExhausted
      let value = evaluator.apply(function, arguments)
      meter.account = evaluator.account
      meter.isExhausted = evaluator.isExhausted
      return value
    }
    let value = call(setting)
    account = meter.account
    isExhausted = isExhausted || meter.isExhausted
    return value
  }

  mutating func call(_ function: Value, _ arguments: CallArguments) -> Value {
    switch function {
    case .function(let function):
      switch arguments {
      case .positional(let steps):
        var values: [Value] = []
        for step in steps { values.append(value(of: step)) }
        return apply(function, values)
      case .named(let steps):
        var values: [(name: String, value: Value)] = []
        for step in steps { values.append((step.name, value(of: step.value))) }
        return apply(function, named: values)
      }
    case .unknown(let unknown): return .unknown(Unknown(.any, missing: unknown.missing))
    case .null(let reason) where reason.kind != .written: return function
    default: return .null(NullReason(.notAFunction))
    }
  }

  mutating func apply(_ function: FunctionValue, _ arguments: [Value]) -> Value {
    if let closure = function as? Closure {
      guard arguments.count == closure.function.parameters.count else {
        return .null(NullReason(.wrongArgumentCount))
      }
      return run(closure, arguments)
    }
    if let builtin = function as? BuiltinFunction { return call(builtin.overloads, arguments) }
    return .null(NullReason(.notAFunction))
  }

  private mutating func apply(
    _ function: FunctionValue, named arguments: [(name: String, value: Value)]
  ) -> Value {
    if let builtin = function as? BuiltinFunction {
      return calling(arguments.map(\.value)) { builtin.overloads.call(named: arguments, in: $0) }
    }
    guard let closure = function as? Closure else { return .null(NullReason(.notAFunction)) }
    let parameters = closure.function.parameters
    var values = [Value?](repeating: nil, count: parameters.count)
    for (name, value) in arguments {
      guard let position = parameters.firstIndex(where: { $0.name == name }),
        values[position] == nil
      else { return .null(NullReason(.wrongArgument, name)) }
      values[position] = value
    }
    let given = values.compactMap { $0 }
    guard given.count == parameters.count else { return .null(NullReason(.wrongArgumentCount)) }
    return run(closure, given)
  }

  private mutating func run(_ closure: Closure, _ arguments: [Value]) -> Value {
    var frame =
      closure.frame.isEmpty
      ? Array(repeating: .null, count: closure.frameSize) : closure.frame
    for (parameter, argument) in zip(closure.function.parameters, arguments) {
      let value = argument.coerced(to: parameter.shape)
      if case .null = value {
        // An argument that does not fit makes the whole call null; a null argument is an argument.
        guard case .null = argument else {
          return .null(NullReason(.wrongArgument, parameter.name))
        }
      }
      frame[parameter.slot] = value
    }
    if let slot = closure.function.selfSlot { frame[slot] = .function(closure) }
    let caller = (slots: slots, mode: mode)
    let callersFrame = enter(frame, size: closure.frameSize)
    (slots, mode) = (closure.slots, closure.mode)
    observer.enteredFunction()
    let value = value(of: closure.function.body)
    observer.leftFunction()
    (slots, mode) = caller
    _ = enter(callersFrame.frame, size: callersFrame.size)
    return value.coerced(to: closure.function.result)
  }
}

extension Value {
  fileprivate var isFunction: Bool {
    if case .function = self { true } else { false }
  }
}
