import Diagnostics
import Values

extension Builtins {
  /// Two overloads of one function: over a list, and over as many arguments as are written.
  static func listAndVariadic(
    _ name: String, of member: Shape, gives result: @escaping Builtin.ResultShape,
    summary: Wording, examples: [(String, String)],
    bounds: (@Sendable (Call, [Candidate]) -> Value)? = nil,
    body: @escaping @Sendable (Call, [Value]) -> Value
  ) -> [Builtin] {
    let overList: Builtin.Body = { call in
      // A list that is not known at all has no members to look at.
      guard case .list = call[0] else { return call.nothingKnown }
      return bounds?(call, call.candidates(0)) ?? call.nothingKnown
    }
    let overArguments: Builtin.Body = { call in
      let candidates = call.arguments.map { Candidate(value: $0, isOpen: false) }
      return bounds?(call, candidates) ?? call.nothingKnown
    }
    return [
      Builtin(
        name, [.one("list", .list(member))], gives: { shapes in result(shapes.map(\.member)) },
        summary: summary, examples: examples, bounds: bounds == nil ? nil : overList
      ) { call in body(call, call.members(0)) },
      Builtin(
        name, [.many("n", .optional(member))], gives: result, summary: summary, examples: [],
        bounds: bounds == nil ? nil : overArguments
      ) { call in body(call, call.arguments) },
    ]
  }
}
