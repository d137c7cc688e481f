import FEEL
import Values

extension RubricChecker {
  /// Builtins that say nothing, or something surprising, about a list without members.
  private static let needingMembers: Set<String> = [
    "min", "max", "mean", "median", "mode", "stddev",
  ]

  /// The slots of the tables over which the expression ranges in a way that means nothing for no rows.
  func tablesWithoutSay(_ step: Step) -> Set<Int> {
    let tables = tableSlots
    var found = Set<Int>()
    step.walk { step in
      switch step.form {
      case .some(let iterations, _), .every(let iterations, _):
        for iteration in iterations {
          if case .list(let list) = iteration.domain { found.formUnion(list.inputs) }
        }
      case .builtin(let builtin, let arguments):
        if arguments.count == 1, Self.needingMembers.contains(builtin.name) {
          found.formUnion(arguments[0].inputs)
        }
      case .input(let slot): found.formUnion(emptySensitive[slot] ?? [])
      default: break
      }
    }
    return found.intersection(tables)
  }
}
