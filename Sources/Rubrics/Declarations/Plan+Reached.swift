import FEEL
import Values

extension Plan {
  /// The slots that it may look at in this row: a branch that is not taken there looks at nothing, and neither does what
  /// comes to the same whatever else is found out.
  func slotsReached(in row: [Value]) -> Set<Int> {
    var found = Set<Int>()
    var open = [step]
    while let next = open.popLast() {
      switch next.form {
      case .input(let slot): found.insert(slot)
      case .if(let condition, let then, let otherwise):
        switch decided(condition, in: row) {
        case true?: open.append(then)
        case false?: open.append(otherwise)
        case nil: open += next.children
        }
      case .and, .or: if decided(next, in: row) == nil { open += next.children }
      default: open += next.children
      }
    }
    return found
  }

  /// What a condition comes to; `nil` where that is open, or rests on the members of a list.
  private func decided(_ condition: Step, in row: [Value]) -> Bool? {
    var isFree = true
    condition.walk { if case .local = $0.form { isFree = false } }
    guard isFree, case .boolean(let holds) = part(condition).run(row) else { return nil }
    return holds
  }
}
