import FEEL
import Values

/// What comes to null, and whether for no other reason than that there is nothing.
extension RubricChecker {
  /// What later expressions can know of a figure and of there being nothing.
  mutating func learnOfNothing(_ figure: Figure) {
    switch figure.value {
    case .expression(let plan):
      countedByFigure[figure.slot] = countedWhole(plan.step)
      askedByFigure[figure.slot] = countedTables(plan.step)
      coveredFigures[figure.slot] = hasNullOfNothingOnly(plan.step)
      // A long chain of figures would collect the same lists again and again.
      rangedByFigure[figure.slot] = Array(rangedLists(plan).prefix(8))
    case .table(let table): rangedByFigure[figure.slot] = Array(rangedLists(table).prefix(8))
    case .calendar: break
    }
    if case .value? = figure.ifEmpty?.meaning {
      rangedByFigure[figure.slot] = rangedByFigure[figure.slot]?.filter { !$0.givesNull }
    }
  }

  private func countedWhole(_ step: Step) -> Set<Int> {
    if case .input(let slot) = step.form { return countedByFigure[slot] ?? [] }
    return countedDirectly(by: step)
  }

  /// Whether the value is null for no other reason than that there is nothing.
  func hasNullOfNothingOnly(_ step: Step) -> Bool {
    switch step.form {
    case .constant(.null): return false
    case .constant: return true
    case .input(let slot):
      guard slots.indices.contains(slot) else { return false }
      switch slots[slot] {
      case .fact(let number): return !facts[number].mayBeNull
      case .figure: return coveredFigures[slot] ?? false
      case .periodStart, .periodEnd, .asOf: return true
      default: return false
      }
    case .negation(let inner): return hasNullOfNothingOnly(inner)
    case .arithmetic(let sign, let left, let right):
      return sign != .power && hasNullOfNothingOnly(left) && hasNullOfNothingOnly(right)
    case .comparison(_, let left, let right):
      return hasNullOfNothingOnly(left) && hasNullOfNothingOnly(right)
    case .if(let condition, let then, let otherwise):
      return [condition, then, otherwise].allSatisfy { hasNullOfNothingOnly($0) }
    case .builtin(let builtin, let arguments):
      if builtin.name == "count" { return true }
      if arguments.count == 1, RangedList.statistics.contains(builtin.name) {
        return hasNoNulls(arguments[0])
      }
      let plain: Set<String> = [
        "abs", "floor", "ceiling", "decimal", "round up", "round down", "round half up",
        "round half down", "min", "max",
      ]
      return plain.contains(builtin.name) && arguments.allSatisfy { hasNullOfNothingOnly($0) }
    default: return false
    }
  }

  /// A column of a table, or of some of its rows, whose cells are never null.
  private func hasNoNulls(_ list: Step) -> Bool {
    guard case .path(let rows, let name, _) = list.form else { return false }
    var source = rows
    if case .filter(let inner, _, _) = rows.form { source = inner }
    guard case .input(let slot) = source.form, slots.indices.contains(slot),
      case .table(let number) = slots[slot],
      let column = tables[number].columns.first(where: { $0.name == name })
    else { return false }
    return !column.mayBeNull
  }
}
