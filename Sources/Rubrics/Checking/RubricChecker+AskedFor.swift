import FEEL
import Values

/// Which tables an expression asks for: how many members there are, or whether there is any.
extension RubricChecker {
  /// The slots of tables, surveys and documents that `slots` rest on, through figures.
  func tables(behind slots: Set<Int>) -> Set<Int> {
    let all = tableSlots
    var found = Set<Int>()
    for slot in slots {
      if all.contains(slot) { found.insert(slot) }
      found.formUnion(tablesByFigure[slot] ?? [])
    }
    return found
  }

  /// The tables of which the expression, or a figure that it looks at, asks how many there are.
  ///
  /// A mean that divides by a count asks nothing: only what is compared or decides a choice does.
  func countedTables(_ step: Step) -> Set<Int> {
    var counted = Set<Int>()
    step.walk { step in
      switch step.form {
      case .if(let condition, _, _): counted.formUnion(countedAnywhere(in: condition))
      case .comparison(_, let left, let right):
        for side in [left, right] { counted.formUnion(countedDirectly(by: side)) }
        // `x = null` asks whether there is any.
        if case .constant(.null) = right.form { counted.formUnion(tables(behind: left.inputs)) }
        if case .constant(.null) = left.form { counted.formUnion(tables(behind: right.inputs)) }
      case .input(let slot): counted.formUnion(askedByFigure[slot] ?? [])
      default: break
      }
    }
    return counted
  }

  /// The tables whose members a condition counts, in whatever way.
  func countedAnywhere(in step: Step) -> Set<Int> {
    var counted = countedTables(step)
    step.walk { counted.formUnion(countedDirectly(by: $0)) }
    return counted
  }

  func countedDirectly(by step: Step) -> Set<Int> {
    switch step.form {
    case .builtin(let builtin, let arguments) where builtin.name == "count":
      arguments.reduce(into: []) { $0.formUnion(tables(behind: $1.inputs)) }
    case .input(let slot): countedByFigure[slot] ?? []
    default: []
    }
  }

  /// The slots that decide a choice, or that are compared as they are.
  func slotsOfConditions(_ step: Step) -> Set<Int> {
    var found = Set<Int>()
    step.walk { step in
      switch step.form {
      case .if(let condition, _, _): found.formUnion(condition.inputs)
      case .comparison(_, let left, let right):
        for side in [left, right] {
          if case .input(let slot) = side.form { found.insert(slot) }
        }
      default: break
      }
    }
    return found
  }
}
