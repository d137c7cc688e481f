import Values

/// Runs steps on slots.
///
/// There is no other meaning of a plan than this one, seen or unseen.
struct Evaluator<Watcher: Observer> {
  /// The values given by the caller, by slot of the scope.
  var slots: [Value]
  /// The values of bound variables, entries and arguments; empty until the first of them is bound.
  private(set) var frame: [Value] = []
  /// How many slots the frame has once there is one.
  private(set) var frameSize: Int
  /// What a step gave that was asked for a number or a truth value and has none.
  var other: Value = .boolean(false)
  var mode: Mode
  /// `nil` where there is nothing to see and nothing is said about limits.
  let surroundings: Surroundings?
  var observer: Watcher
  var account: StepAccount
  var depth = 0
  private var stack = StackRoom()
  /// Once a limit is passed nothing that was computed counts.
  var isExhausted = false

  init(
    _ slots: [Value], frameSize: Int, mode: Mode, surroundings: Surroundings?, observer: Watcher
  ) {
    self.slots = slots
    self.frameSize = frameSize
    self.mode = mode
    self.surroundings = surroundings
    account = StepAccount(surroundings?.maximumSteps ?? Limits.maximumSteps)
    self.observer = observer
  }

  // MARK: The frame

  /// What a local holds; null before anything is bound to it.
  func local(_ slot: Int) -> Value {
    slot < frame.count ? frame[slot] : .null
  }

  mutating func bind(_ slot: Int, _ value: Value) {
    if frame.isEmpty { frame = Array(repeating: .null, count: frameSize) }
    frame[slot] = value
  }

  /// Makes another frame the present one, and gives the one that was.
  mutating func enter(_ frame: [Value], size: Int) -> (frame: [Value], size: Int) {
    let former = (self.frame, frameSize)
    (self.frame, frameSize) = (frame, size)
    return former
  }

  // MARK: Steps

  static var exhausted: Value { .null(NullReason(.limitExceeded)) }

  mutating func value(of step: Step) -> Value {
    let value: Value
    switch step.form {
    // Leaves cost no step and no depth: they are the operands of what does.
    case .input(let slot): value = slots[slot]
    case .local(let slot): value = local(slot)
    case .constant(let constant): value = constant
    default: return valueInside(step)
    }
    observer.saw(step, value)
    return value
  }

  private mutating func valueInside(_ step: Step) -> Value {
    guard enters() else { return Self.exhausted }
    let value = commonValue(of: step)
    depth -= 1
    observer.saw(step, value)
    return value
  }

  /// Counts a step and goes one level deeper; whoever is let in goes back when done.
  mutating func enters() -> Bool {
    guard takesStep(), depth < Limits.maximumDepth,
      depth < StackRoom.levelsForFree || stack.isLeft()
    else {
      // Every step that is still to come ends here too.
      account.close()
      isExhausted = true
      return false
    }
    depth += 1
    return true
  }

  /// Counts a step, or a turn of a loop, whose body may be a leaf.
  mutating func takesStep() -> Bool {
    if account.takesStep(slots) { return true }
    isExhausted = true
    return false
  }

  // Two functions, because one with all forms has a frame so large that every step pays for it.
  private mutating func commonValue(of step: Step) -> Value {
    switch step.form {
    case .arithmetic(let operation, let left, let right):
      return calculate(operation, left, right).map(Value.number) ?? takeOther()
    case .comparison, .and, .or:
      return flagInside(step).map(Value.boolean) ?? takeOther()
    case .if(let condition, let then, let otherwise):
      guard let flag = flag(of: condition) else {
        let condition = takeOther()
        return choose(condition, then: then, otherwise: otherwise)
      }
      // Not chosen by `?:`, which would count references to the step.
      if flag { return value(of: then) }
      return value(of: otherwise)
    case .path(let source, let name, let column):
      return value(of: source).path(name, column: column)
    case .builtin(let overloads, let arguments): return call(overloads, arguments)
    default: return rareValue(of: step)
    }
  }

  private mutating func rareValue(of step: Step) -> Value {
    switch step.form {
    case .constant, .input, .local, .arithmetic, .comparison, .and, .or, .if, .path, .builtin:
      preconditionFailure("seen to by the callers")
    case .list(let members): return list(members)
    case .context(let entries): return context(entries)
    case .range(let range): return self.range(range)
    case .negation(let operand): return Value.negated(value(of: operand))
    case .between(let tested, let low, let high):
      let tested = value(of: tested)
      let low = value(of: low)
      return Value.isBetween(tested, low: low, high: value(of: high)).value
    case .matching(let match): return matches(match).value
    case .instance(let tested, let shape):
      return Value.isInstance(value(of: tested), of: shape).value
    case .index(let list, let index):
      let list = value(of: list)
      return list.member(at: value(of: index))
    case .filter(let list, let binding, let condition):
      return filter(step, value(of: list), binding, condition)
    case .for(let loop): return self.loop(loop)
    case .some(let iterations, let condition):
      return quantify(step, iterations, condition, seeks: .isTrue)
    case .every(let iterations, let condition):
      return quantify(step, iterations, condition, seeks: .isFalse)
    case .call(let function, let arguments): return call(value(of: function), arguments)
    case .function(let function):
      return .function(
        Closure(function, slots: slots, frame: frame, frameSize: frameSize, mode: mode))
    case .decisionTable(let table): return decide(table)
    }
  }

  private mutating func choose(_ condition: Value, then: Step, otherwise: Step) -> Value {
    switch condition {
    case .null where mode == .lenient: return value(of: otherwise)
    case .unknown(let unknown):
      return .hull(of: [value(of: then), value(of: otherwise)], missing: unknown.missing)
    case .null(let reason) where mode == .strict:
      // Neither branch is what the author meant for a condition that could not be answered.
      let missing = [
        Missing(
          reason.subject ?? reason.kind.word, reason.isOfNothing ? .nothingThere : .nullResult)
      ]
      return .hull(of: [value(of: then), value(of: otherwise)], missing: missing)
    default: return .null(NullReason(.conditionNotBoolean, "if"))
    }
  }

  private mutating func list(_ members: [Step]) -> Value {
    var values: [Value] = []
    values.reserveCapacity(members.count)
    for member in members { values.append(value(of: member)) }
    return bounded(.list(.values(values)), over: values)
  }

  private mutating func context(_ steps: [EntryStep]) -> Value {
    var entries: [Context.Entry] = []
    entries.reserveCapacity(steps.count)
    for step in steps {
      let value = boundedInside(value(of: step.value))
      bind(step.slot, value)
      entries.append(Context.Entry(step.name, value))
    }
    let names = Set(entries.map(\.name))
    if names.count < entries.count { return .null(NullReason(.conflictingEntries)) }
    return bounded(.context(Context(entries)), over: entries.map(\.value))
  }

  private mutating func range(_ step: RangeStep) -> Value {
    let low = step.low.map { value(of: $0) }
    let high = step.high.map { value(of: $0) }
    if !step.isPoint, let low, let high, !low.mayBeNull, !high.mayBeNull,
      Value.compare(.atMost, low, high).may == .isNull
    {
      return .null(NullReason(.notComparable, ".."))
    }
    return .range(
      ValueRange(
        low: low, high: high, includesLow: step.includesLow, includesHigh: step.includesHigh,
        isPoint: step.isPoint, excluded: step.excluded.map { value(of: $0) }))
  }
}

extension NullReason.Kind {
  /// What a missing thing is called when the null has no subject.
  var word: String {
    switch self {
    case .conditionNotBoolean: "if"
    default: String(describing: self)
    }
  }
}
