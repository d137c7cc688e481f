import Values

// A condition asks its parts for truth values, a calculation asks them for numbers. What is known and of
// the kind asked for never becomes a `Value`: it is read where it lies, and nobody counts references to it.
extension Evaluator {
  // MARK: Numbers

  /// The number that a step gives; where it gives something else, `nil`, and `other` is what it gave.
  mutating func number(of step: Step) -> Number? {
    switch step.form {
    case .input(let slot):
      if case .number(let number) = slots[slot] { return seen(number, of: step) }
      return set(aside: slots[slot], of: step)
    case .local(let slot):
      if slot < frame.count, case .number(let number) = frame[slot] {
        return seen(number, of: step)
      }
      return set(aside: local(slot), of: step)
    case .constant(let constant):
      if case .number(let number) = constant { return seen(number, of: step) }
      return set(aside: constant, of: step)
    case .arithmetic(let operation, let left, let right):
      guard enters() else { return set(aside: Self.exhausted) }
      let result = calculate(operation, left, right)
      depth -= 1
      if Watcher.looksAtSteps { observer.saw(step, result.map(Value.number) ?? other) }
      return result
    default:
      let value = value(of: step)
      if case .number(let number) = value { return number }
      return set(aside: value)
    }
  }

  private mutating func seen(_ number: Number, of step: Step) -> Number {
    if Watcher.looksAtSteps { observer.saw(step, .number(number)) }
    return number
  }

  private mutating func set(aside value: Value, of step: Step) -> Number? {
    if Watcher.looksAtSteps { observer.saw(step, value) }
    other = value
    return nil
  }

  private mutating func set<Asked>(aside value: Value) -> Asked? {
    other = value
    return nil
  }

  /// What was given instead of that which was asked for.
  mutating func takeOther() -> Value {
    exchange(&other, with: .boolean(false))
  }

  /// `left operation right`, as `number(of:)` gives it.
  mutating func calculate(
    _ operation: Operator.Arithmetic, _ left: Step, _ right: Step
  ) -> Number? {
    guard let left = number(of: left) else {
      let left = takeOther()
      return calculate(operation, left, value(of: right))
    }
    guard let right = number(of: right) else {
      return calculate(operation, .number(left), takeOther())
    }
    let result: Number? =
      switch operation {
      case .add: left.adding(right)
      case .subtract: left.subtracting(right)
      case .multiply: left.multiplied(by: right)
      case .divide, .power: nil
      }
    return result ?? calculate(operation, .number(left), .number(right))
  }

  private mutating func calculate(
    _ operation: Operator.Arithmetic, _ left: Value, _ right: Value
  ) -> Number? {
    let result = charged(Value.arithmetic(operation, left, right))
    if case .number(let number) = result { return number }
    return set(aside: result)
  }

  // MARK: Truth values

  /// The truth value that a step gives; where it gives something else, `nil`, and `other` is what it gave.
  mutating func flag(of step: Step) -> Bool? {
    switch step.form {
    case .comparison, .and, .or:
      guard enters() else { return set(aside: Self.exhausted) }
      let flag = flagInside(step)
      depth -= 1
      if Watcher.looksAtSteps { observer.saw(step, flag.map(Value.boolean) ?? other) }
      return flag
    default:
      let value = value(of: step)
      if case .boolean(let flag) = value { return flag }
      return set(aside: value)
    }
  }

  /// The truth value of a comparison, a conjunction or a disjunction, as `flag(of:)` gives it.
  mutating func flagInside(_ step: Step) -> Bool? {
    switch step.form {
    case .comparison(let comparison, let left, let right):
      return compare(comparison, left, right)
    case .and: return join(step, until: false)
    case .or: return join(step, until: true)
    default: preconditionFailure("no other step has a truth value of its own")
    }
  }

  private mutating func compare(
    _ comparison: Operator.Comparison, _ left: Step, _ right: Step
  ) -> Bool? {
    // A word beside a word is what tables of evidence are asked most, next to numbers.
    if case .constant(.string(let word)) = right.form, case .input(let slot) = left.form,
      case .string(let text) = slots[slot], comparison == .equal || comparison == .unequal
    {
      if Watcher.looksAtSteps {
        observer.saw(left, slots[slot])
        observer.saw(right, .string(word))
      }
      return Value.areSameText(text, word) == (comparison == .equal)
    }
    guard let left = number(of: left) else {
      let left = takeOther()
      return compare(comparison, left, value(of: right))
    }
    guard let right = number(of: right) else {
      return compare(comparison, .number(left), takeOther())
    }
    switch comparison {
    case .equal: return left == right
    case .unequal: return left != right
    case .less: return left < right
    case .atMost: return left <= right
    case .greater: return left > right
    case .atLeast: return left >= right
    }
  }

  private mutating func compare(
    _ comparison: Operator.Comparison, _ left: Value, _ right: Value
  ) -> Bool? {
    if case .string(let left) = left, case .string(let right) = right {
      if comparison == .equal { return Value.areSameText(left, right) }
      if comparison == .unequal { return !Value.areSameText(left, right) }
    }
    if left.isComposite, !affords(left) { return set(aside: Self.exhausted) }
    return settle(Value.compare(comparison, left, right))
  }

  private mutating func settle(_ truth: Truth) -> Bool? {
    switch truth.may {
    case .isTrue: true
    case .isFalse: false
    default: set(aside: truth.value)
    }
  }

  /// A conjunction ends at the first false term, a disjunction at the first true one.
  private mutating func join(_ step: Step, until end: Bool) -> Bool? {
    switch step.terms {
    case .none: return !end
    case .pair(let first, let second):
      guard let flag = first._withUnsafeGuaranteedRef({ flag(of: $0) }) else {
        return joinRest(of: step, from: 0, until: end)
      }
      if flag == end { return end }
      return second._withUnsafeGuaranteedRef { self.flag(of: $0) }
        ?? joinRest(of: step, from: 1, until: end)
    case .many(let terms):
      for index in terms.indices {
        guard let flag = flag(of: terms[index]) else {
          return joinRest(of: step, from: index, until: end)
        }
        if flag == end { return end }
      }
      return !end
    }
  }

  /// The rest of the terms, whose first has just come out as no plain truth value.
  private mutating func joinRest(of step: Step, from index: Int, until end: Bool) -> Bool? {
    var truth = Truth(takeOther())
    for term in step.joined[(index + 1)...] {
      let next = Truth(value(of: term))
      truth = end ? .or(truth, next) : .and(truth, next)
      if truth.may == (end ? .isTrue : .isFalse) { break }
    }
    return settle(truth)
  }
}

extension Step {
  /// The terms of a conjunction or disjunction.
  fileprivate var joined: [Step] {
    switch form {
    case .and(let terms), .or(let terms): terms
    default: []
    }
  }
}
