import Diagnostics
import Values

/// A member of a list whose members, or whose membership, may not be known.
struct Candidate {
  let value: Value
  /// Whether it may turn out not to be in the list.
  let isOpen: Bool
}

extension List {
  var candidates: [Candidate] {
    let cursor = ListCursor(self)
    return (0..<cursor.count).map { Candidate(value: cursor[$0], isOpen: cursor.isOpen($0)) }
  }
}

extension Value {
  /// A list of candidates: partial only where one of them is open.
  static func list(_ candidates: [Candidate], missing: [Missing]) -> Value {
    let members = candidates.map(\.value)
    guard candidates.contains(where: \.isOpen) else { return .list(.values(members)) }
    return .list(
      .partial(PartialList(members, isOpen: candidates.map(\.isOpen), missing: missing)))
  }
}

extension Call {
  /// The members of the list at `index`, in their order; nothing where there is no list.
  func candidates(_ index: Int) -> [Candidate] {
    if case .list(let list) = self[index] { list.candidates } else { [] }
  }

  /// Whether every argument itself is known, and so is how many members each list has.
  var hasFixedMembership: Bool {
    arguments.allSatisfy { argument in
      switch argument {
      case .unknown: false
      case .list(let list): !list.isOpen
      default: true
      }
    }
  }
}

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

extension Shape {
  /// What a list of this shape holds; the shape itself where it is no list.
  var member: Shape {
    if case .list(let member) = self { member } else { self }
  }

  /// Without the possibility of null.
  var there: Shape {
    if case .optional(let inner) = self { inner } else { self }
  }
}
