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
