import FEEL

extension Step {
  /// The slots that this part of `plan` looks at; all of the plan's where it holds what cannot be looked into.
  func slots(of plan: Plan) -> Set<Int> {
    func join(_ steps: [Step]) -> Set<Int> {
      steps.reduce(into: []) { $0.formUnion($1.slots(of: plan)) }
    }
    switch form {
    case .constant, .local: return []
    case .input(let slot): return [slot]
    case .list(let steps), .and(let steps), .or(let steps), .builtin(_, let steps):
      return join(steps)
    case .range(let range): return join(range.parts)
    case .negation(let step), .instance(let step, _), .path(let step, _, _):
      return step.slots(of: plan)
    case .arithmetic(_, let left, let right), .comparison(_, let left, let right),
      .index(let left, let right):
      return join([left, right])
    case .between(let tested, let low, let high): return join([tested, low, high])
    case .if(let condition, let then, let otherwise): return join([condition, then, otherwise])
    case .filter(let list, let binding, let condition):
      return join([list, condition] + binding.entries.compactMap(\.otherwise))
    case .matching(let match):
      return join(
        [match.input]
          + match.tests.map { test in
            switch test {
            case .condition(let step), .member(let step): step
            }
          })
    case .context, .for, .some, .every, .call, .function, .decisionTable:
      return Set(plan.slotsUsed)
    }
  }
}
