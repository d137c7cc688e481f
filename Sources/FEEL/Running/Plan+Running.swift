package import Values

// The two entry points are not generic, so that other modules get the specialised code.
extension Plan {
  /// The value of the expression for these slots.
  package func run(_ slots: [Value], in surroundings: Surroundings? = nil) -> Value {
    var evaluator = Evaluator(
      slots, frameSize: frameSize, mode: mode, surroundings: surroundings, observer: Silent())
    return evaluator.result(of: step)
  }

  /// The same value, and how it came about.
  package func explain(
    _ slots: [Value], in surroundings: Surroundings? = nil
  ) -> (value: Value, trace: Trace) {
    var evaluator = Evaluator(
      slots, frameSize: frameSize, mode: mode, surroundings: surroundings,
      observer: Recorder(self))
    let value = evaluator.result(of: step)
    return (value, evaluator.observer.trace)
  }
}
