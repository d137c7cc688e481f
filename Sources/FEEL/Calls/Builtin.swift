package import Diagnostics
package import Values

/// One function of FEEL under one list of parameters: index entry, documentation, tests and body.
///
/// Several builtins may share a name; `Builtin.Overloads` chooses among them.
package struct Builtin: Sendable {
  /// An expression and the value it must have, both as an author would type them.
  package struct Example: Sendable {
    package let expression: String
    package let result: String
  }

  package typealias ResultShape = @Sendable ([Shape]) -> Shape
  package typealias Body = @Sendable (Call) -> Value

  package let name: String
  package let parameters: [Parameter]
  package let summary: Wording
  package let examples: [Example]
  let result: ResultShape
  let bounds: Body?
  let body: Body

  /// A builtin whose result has a shape that depends on the shapes of its arguments.
  ///
  /// `result` is given the arguments' shapes without their `optional`. `bounds` answers a call in
  /// which something is not known, and soundly; `nil` gives no bounds. `body` is called only with
  /// known arguments that the parameters admit.
  init(
    _ name: String,
    _ parameters: [Parameter],
    gives result: @escaping ResultShape,
    summary: Wording,
    examples: [(String, String)],
    bounds: Body? = nil,
    body: @escaping Body
  ) {
    self.name = name
    self.parameters = parameters
    self.result = result
    self.summary = summary
    self.examples = examples.map { Example(expression: $0.0, result: $0.1) }
    self.bounds = bounds
    self.body = body
  }

  init(
    _ name: String,
    _ parameters: [Parameter],
    gives result: Shape,
    summary: Wording,
    examples: [(String, String)],
    bounds: Body? = nil,
    body: @escaping Body
  ) {
    self.init(
      name, parameters, gives: { _ in result }, summary: summary, examples: examples,
      bounds: bounds, body: body)
  }

  /// The shape of the value, given the shapes of as many arguments as are passed.
  ///
  /// Where an argument may be null and its parameter takes no null, neither may the result be known
  /// to be there: it is optional.
  package func resultShape(of arguments: [Shape]) -> Shape {
    var mayBeNull = false
    var stripped: [Shape] = []
    for (index, shape) in arguments.enumerated() {
      guard let parameter = parameter(at: index) else { continue }
      let fitting = parameter.fitting(shape)
      mayBeNull = mayBeNull || fitting.mayFail
      stripped.append(fitting.shape)
    }
    let shape = result(stripped)
    if !mayBeNull { return shape }
    return switch shape {
    case .optional, .null, .any: shape
    default: .optional(shape)
    }
  }

  /// The parameter that the argument at `index` is for; the last one again where it is variadic.
  package func parameter(at index: Int) -> Parameter? {
    if index < parameters.count { return parameters[index] }
    guard let last = parameters.last, last.isVariadic else { return nil }
    return last
  }

  package var leastCount: Int { parameters.count { !$0.isOptional } }

  /// `nil` where any number of arguments may follow.
  package var greatestCount: Int? {
    if let last = parameters.last, last.isVariadic { return nil }
    return parameters.count
  }

  package func takes(count: Int) -> Bool {
    count >= leastCount && count <= greatestCount ?? Int.max
  }
}
