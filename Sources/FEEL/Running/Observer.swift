import Values

/// Somebody who looks on while a plan runs.
protocol Observer {
  /// Wants to see every step; the others need not even be given the values.
  static var looksAtSteps: Bool { get }
  /// A step has given its value.
  mutating func saw(_ step: Step, _ value: Value)
  /// A filter has gone through `list`; `kept` is what it gives.
  mutating func filtered(_ step: Step, _ list: ListCursor, kept: Value)
  /// A quantifier met a member for which its condition came out as `held`.
  mutating func tested(_ step: Step, _ list: ListCursor, member: Int, held: Truth)
  /// A rule of a decision table holds or may hold.
  mutating func fired(_ rule: FiredRule)
  /// The steps that follow belong to the body of a function, perhaps of another plan.
  mutating func enteredFunction()
  mutating func leftFunction()
}

/// Sees nothing, and costs nothing: specialisation removes the calls.
struct Silent: Observer {
  static var looksAtSteps: Bool { false }

  mutating func saw(_ step: Step, _ value: Value) {}
  mutating func filtered(_ step: Step, _ list: ListCursor, kept: Value) {}
  mutating func tested(_ step: Step, _ list: ListCursor, member: Int, held: Truth) {}
  mutating func fired(_ rule: FiredRule) {}
  mutating func enteredFunction() {}
  mutating func leftFunction() {}
}
