package import Values

extension DecisionTablePlan {
  /// The answer alone.
  package func value(of slots: [Value], in surroundings: Surroundings? = nil) -> Value {
    var evaluator = Evaluator(
      slots, frameSize: frameSize, mode: mode, surroundings: surroundings, observer: Silent())
    let value = evaluator.decide(self)
    return evaluator.isExhausted ? Evaluator<Silent>.exhausted : value
  }

  /// The answer, and the rules that hold or may hold, in the order of writing.
  package func run(
    _ slots: [Value], in surroundings: Surroundings? = nil
  ) -> (value: Value, fired: [FiredRule]) {
    var evaluator = Evaluator(
      slots, frameSize: frameSize, mode: mode, surroundings: surroundings, observer: RuleRecorder())
    let value = evaluator.decide(self)
    let fired = evaluator.observer.fired
    return (evaluator.isExhausted ? Evaluator<RuleRecorder>.exhausted : value, fired)
  }
}

extension DecisionTablePlan {
  /// Whether `value` as the input of that number passes the test of a rule that compares with constants only.
  package func passes(_ value: Value, input: Int, rule: Int) -> Bool {
    var evaluator = Evaluator(
      [], frameSize: frameSize, mode: mode, surroundings: nil, observer: Silent())
    evaluator.bind(inputs[input].slot, value)
    return evaluator.matches(rules[rule].tests[input]).nullAsFalse.may == .isTrue
  }
}

/// Keeps the rules that fired, and nothing else.
private struct RuleRecorder: Observer {
  static var looksAtSteps: Bool { false }

  private(set) var fired: [FiredRule] = []

  mutating func fired(_ rule: FiredRule) {
    fired.append(rule)
  }

  mutating func saw(_ step: Step, _ value: Value) {}
  mutating func filtered(_ step: Step, _ list: ListCursor, kept: Value) {}
  mutating func tested(_ step: Step, _ list: ListCursor, member: Int, held: Truth) {}
  mutating func enteredFunction() {}
  mutating func leftFunction() {}
}
