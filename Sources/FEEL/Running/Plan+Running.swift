package import Values

// The two entry points are not generic, so that other modules get the specialised code.
extension Plan {
  /// The value of the expression for these slots.
  package func run(_ slots: [Value], in surroundings: Surroundings = .none) -> Value {
    var evaluator = Evaluator(
      slots, frameSize: frameSize, mode: mode, surroundings: surroundings, observer: Silent())
    let value = evaluator.value(of: step)
    return evaluator.isExhausted ? Evaluator<Silent>.exhausted : value
  }

  /// The same value, and how it came about.
  package func explain(
    _ slots: [Value], in surroundings: Surroundings = .none
  ) -> (value: Value, trace: Trace) {
    var evaluator = Evaluator(
      slots, frameSize: frameSize, mode: mode, surroundings: surroundings,
      observer: Recorder(self))
    let value = evaluator.value(of: step)
    let trace = evaluator.observer.trace
    return (evaluator.isExhausted ? Evaluator<Recorder>.exhausted : value, trace)
  }
}
