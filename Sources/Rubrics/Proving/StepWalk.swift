import FEEL
import Values

extension Step {
  /// The steps directly inside this one.
  var children: [Step] {
    switch form {
    case .constant, .input, .local: []
    case .list(let members): members
    case .context(let entries): entries.map(\.value)
    case .range(let range): range.parts
    case .negation(let inner): [inner]
    case .arithmetic(_, let left, let right): [left, right]
    case .comparison(_, let left, let right): [left, right]
    case .between(let value, let low, let high): [value, low, high]
    case .and(let terms), .or(let terms): terms
    case .matching(let match): match.children
    case .instance(let value, _): [value]
    case .path(let value, _, _): [value]
    case .index(let value, let index): [value, index]
    case .filter(let value, let binding, let condition): [value, condition] + binding.children
    case .if(let condition, let then, let otherwise): [condition, then, otherwise]
    case .for(let loop): loop.iterations.flatMap(\.children) + [loop.body]
    case .some(let iterations, let condition), .every(let iterations, let condition):
      iterations.flatMap(\.children) + [condition]
    case .builtin(_, let arguments): arguments
    case .call(let function, let arguments): [function] + arguments.children
    case .function(let function): [function.body]
    case .decisionTable(let table): table.children
    }
  }

  /// Calls `visit` for this step and every step inside it.
  func walk(_ visit: (Step) -> Void) {
    // Expressions are read to a limited depth; a list of open steps needs no stack all the same.
    var open = [self]
    while let next = open.popLast() {
      visit(next)
      open += next.children
    }
  }

  /// The slots of the scope that this step or a step inside it looks at.
  var inputs: Set<Int> {
    var found = Set<Int>()
    walk { if case .input(let slot) = $0.form { found.insert(slot) } }
    return found
  }
}

extension MatchStep {
  var children: [Step] {
    [input]
      + tests.map {
        switch $0 {
        case .condition(let step), .member(let step): step
        }
      }
  }
}

extension Binding {
  var children: [Step] { entries.compactMap(\.otherwise) }
}

extension Iteration {
  var children: [Step] {
    binding.children
      + {
        switch domain {
        case .list(let list): [list]
        case .span(let low, let high): [low, high]
        }
      }()
  }
}

extension CallArguments {
  var children: [Step] {
    switch self {
    case .positional(let steps): steps
    case .named(let steps): steps.map(\.value)
    }
  }
}

extension DecisionTablePlan {
  var children: [Step] {
    var children: [Step] = []
    for input in inputs {
      children.append(input.value)
      if let allowed = input.allowed { children += allowed.children }
    }
    for output in outputs {
      children += output.order
      if let allowed = output.allowed { children += allowed.children }
      if let otherwise = output.otherwise { children.append(otherwise) }
    }
    for rule in rules {
      for test in rule.tests { children += test.children }
      children += rule.outputs
    }
    return children
  }
}
