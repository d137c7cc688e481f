import Diagnostics

@testable import FEEL

extension Syntax {
  typealias Call = (name: String, arguments: ArgumentsSyntax)

  /// Every call of a function by its name, those inside arguments included.
  var calls: [Call] {
    let inside = parts.flatMap(\.calls)
    if case .call(let callee, let arguments) = form, case .name(let name) = callee.form {
      return [(name, arguments)] + inside
    }
    return inside
  }

  private var parts: [Syntax] {
    switch form {
    case .missing, .null, .boolean, .number, .string, .at, .name, .external: []
    case .list(let members), .and(let members), .or(let members): members
    case .context(let entries): entries.map(\.value)
    case .range(let range): [range.low, range.high, range.excluded].compactMap { $0 }
    case .negation(let value), .instance(let value, _), .path(let value, _): [value]
    case .arithmetic(_, let left, let right), .comparison(_, let left, let right): [left, right]
    case .filter(let list, let condition): [list, condition]
    case .between(let value, let low, let high): [value, low, high]
    case .in(let value, let tests): [value] + tests.map(\.syntax)
    case .call(let callee, .positional(let arguments)): [callee] + arguments
    case .call(let callee, .named(let arguments)): [callee] + arguments.map(\.value)
    case .if(let condition, let then, let otherwise): [condition, then, otherwise]
    case .for(let iterations, let body), .some(let iterations, let body),
      .every(let iterations, let body):
      iterations.flatMap(\.parts) + [body]
    case .function(_, let body): [body]
    }
  }
}

extension TestSyntax {
  var syntax: Syntax {
    switch self {
    case .comparison(_, let syntax, _), .expression(let syntax): syntax
    }
  }
}

extension IterationSyntax {
  fileprivate var parts: [Syntax] {
    switch domain {
    case .list(let list): [list]
    case .span(let low, let high): [low, high]
    }
  }
}
