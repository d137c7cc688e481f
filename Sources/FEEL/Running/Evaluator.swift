import Values

/// Runs steps on slots.
///
/// There is no other meaning of a plan than this one, seen or unseen.
struct Evaluator<Watcher: Observer> {
  /// The values given by the caller, by slot of the scope.
  var slots: [Value]
  /// The values of bound variables, entries and arguments.
  var frame: [Value]
  var mode: Mode
  let surroundings: Surroundings
  var observer: Watcher
  var remainingSteps: Int
  var depth = 0
  /// Once a limit is passed nothing that was computed counts.
  var isExhausted = false

  init(
    _ slots: [Value], frameSize: Int, mode: Mode, surroundings: Surroundings, observer: Watcher
  ) {
    self.slots = slots
    frame = frameSize > 0 ? Array(repeating: .null, count: frameSize) : []
    self.mode = mode
    self.surroundings = surroundings
    remainingSteps = surroundings.maximumSteps
    self.observer = observer
  }

  static var exhausted: Value { .null(NullReason(.limitExceeded)) }

  mutating func value(of step: Step) -> Value {
    let value: Value
    switch step.form {
    // Leaves cost no step and no depth: they are the operands of what does.
    case .input(let slot): value = slots[slot]
    case .local(let slot): value = frame[slot]
    case .constant(let constant): value = constant
    default: return valueInside(step)
    }
    observer.saw(step, value)
    return value
  }

  private mutating func valueInside(_ step: Step) -> Value {
    guard takesStep(), depth < Limits.maximumDepth else {
      // Every step that is still to come ends here too.
      remainingSteps = 0
      isExhausted = true
      return Self.exhausted
    }
    depth += 1
    let value = commonValue(of: step)
    depth -= 1
    observer.saw(step, value)
    return value
  }

  /// Counts a step, or a turn of a loop, whose body may be a leaf.
  mutating func takesStep() -> Bool {
    remainingSteps -= 1
    if remainingSteps >= 0 { return true }
    isExhausted = true
    return false
  }

  // Two functions, because one with all forms has a frame so large that every step pays for it.
  private mutating func commonValue(of step: Step) -> Value {
    switch step.form {
    case .arithmetic(let operation, let left, let right):
      let left = value(of: left)
      return charged(Value.arithmetic(operation, left, value(of: right)))
    case .comparison(let comparison, let left, let right):
      let left = value(of: left)
      let right = value(of: right)
      if left.isComposite, !affords(left) { return Self.exhausted }
      return compare(comparison, left, right)
    case .and(let terms): return all(terms)
    case .or(let terms): return any(terms)
    case .if(let condition, let then, let otherwise):
      let condition = value(of: condition)
      if case .boolean(let flag) = condition { return value(of: flag ? then : otherwise) }
      return choose(condition, then: then, otherwise: otherwise)
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
      return .function(Closure(function, slots: slots, frame: frame, mode: mode))
    case .decisionTable(let table): return decide(table)
    }
  }

  // The commonest operands are looked at before anything is made of them.
  private func compare(_ comparison: Operator.Comparison, _ left: Value, _ right: Value) -> Value {
    if case .number(let left) = left, case .number(let right) = right {
      switch comparison {
      case .equal: return .boolean(left == right)
      case .unequal: return .boolean(left != right)
      case .less: return .boolean(left < right)
      case .atMost: return .boolean(left <= right)
      case .greater: return .boolean(left > right)
      case .atLeast: return .boolean(left >= right)
      }
    }
    if case .string(let left) = left, case .string(let right) = right {
      if comparison == .equal { return .boolean(Value.areSameText(left, right)) }
      if comparison == .unequal { return .boolean(!Value.areSameText(left, right)) }
    }
    return Value.compare(comparison, left, right).value
  }

  private mutating func all(_ terms: [Step]) -> Value {
    for index in terms.indices {
      let value = value(of: terms[index])
      guard case .boolean(let flag) = value else { return all(terms[index...], value) }
      if !flag { return value }
    }
    return .boolean(true)
  }

  /// The rest of a conjunction whose first term has come out as no plain truth value.
  private mutating func all(_ terms: ArraySlice<Step>, _ first: Value) -> Value {
    var truth = Truth(first)
    for term in terms.dropFirst() {
      truth = .and(truth, Truth(value(of: term)))
      if truth.may == .isFalse { break }
    }
    return truth.value
  }

  private mutating func any(_ terms: [Step]) -> Value {
    for index in terms.indices {
      let value = value(of: terms[index])
      guard case .boolean(let flag) = value else { return any(terms[index...], value) }
      if flag { return value }
    }
    return .boolean(false)
  }

  private mutating func any(_ terms: ArraySlice<Step>, _ first: Value) -> Value {
    var truth = Truth(first)
    for term in terms.dropFirst() {
      truth = .or(truth, Truth(value(of: term)))
      if truth.may == .isTrue { break }
    }
    return truth.value
  }

  private mutating func choose(_ condition: Value, then: Step, otherwise: Step) -> Value {
    switch condition {
    case .null where mode == .lenient: return value(of: otherwise)
    case .unknown(let unknown):
      return .hull(of: [value(of: then), value(of: otherwise)], missing: unknown.missing)
    case .null(let reason) where mode == .strict:
      // Neither branch is what the author meant for a condition that could not be answered.
      let missing = [Missing(reason.subject ?? reason.kind.word, .nullResult)]
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
      frame[step.slot] = value
      entries.append(Context.Entry(step.name, value))
    }
    let names = Set(entries.map(\.name))
    if names.count < entries.count { return .null(NullReason(.conflictingEntries)) }
    return bounded(.context(Context(entries)), over: entries.map(\.value))
  }

  private mutating func range(_ step: RangeStep) -> Value {
    let low = step.low.map { value(of: $0) }
    let high = step.high.map { value(of: $0) }
    if let low, let high, !low.mayBeNull, !high.mayBeNull,
      Value.compare(.atMost, low, high).may == .isNull
    {
      return .null(NullReason(.notComparable, ".."))
    }
    return .range(
      ValueRange(
        low: low, high: high, includesLow: step.includesLow, includesHigh: step.includesHigh))
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
