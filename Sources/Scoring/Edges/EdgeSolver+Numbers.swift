import FEEL
import Rubrics
import Values

extension EdgeSolver {
  /// What the other part of a quotient, a product or a comparison may be, where it is free.
  private static let plainNumbers: [Number] = [100, 10, 20, 1, 1000, 50, 5, 300, 10_000]

  /// Evidence with which a number lies on a line, or as near to it as it can.
  func number(_ step: Step, near line: Number, _ side: EdgeSide) -> EdgeMaterial? {
    if let number = number(step) { return side.holds(number, line) ? EdgeMaterial() : nil }
    if let leaf = leaf(step) {
      guard let declaration = declaration(of: leaf) else { return nil }
      return declaration.number(near: line, side).map { material(leaf, "\($0)") }
    }
    if let (inner, solver) = behind(step) { return solver.number(inner, near: line, side) }
    switch step.form {
    case .input(let slot): return table(ofFigure: slot, near: line, side)
    case .negation(let inner): return number(inner, near: line.negated, side.turned)
    case .arithmetic(let sign, let left, let right):
      return arithmetic(sign, left, right, near: line, side)
    case .if(let condition, let then, let otherwise):
      return truth(condition, true)?.joined(number(then, near: line, side))
        ?? truth(condition, false)?.joined(number(otherwise, near: line, side))
    case .builtin(let builtin, let arguments):
      return self.builtin(builtin.name, arguments, near: line, side)
    default: return nil
    }
  }

  private func arithmetic(
    _ sign: Operator.Arithmetic, _ left: Step, _ right: Step, near line: Number, _ side: EdgeSide
  ) -> EdgeMaterial? {
    switch sign {
    case .add:
      if let fixed = number(right) { return moved(left, line.subtracting(fixed), side) }
      if let fixed = number(left) { return moved(right, line.subtracting(fixed), side) }
      return free(right, [.zero, .one]) { moved(left, line.subtracting($0), side) }
    case .subtract:
      if let fixed = number(right) { return moved(left, line.adding(fixed), side) }
      if let fixed = number(left) { return moved(right, fixed.subtracting(line), side.turned) }
      return free(right, [.zero, .one, 10]) { moved(left, line.adding($0), side) }
    case .multiply:
      if let fixed = number(right) { return divided(left, line, by: fixed, side) }
      if let fixed = number(left) { return divided(right, line, by: fixed, side) }
      return free(right, Self.plainNumbers) { divided(left, line, by: $0, side) }
    case .divide:
      if let fixed = number(right), !fixed.isZero {
        return moved(left, line.multiplied(by: fixed), fixed.isNegative ? side.turned : side)
      }
      if let fixed = number(left), fixed.isPositive, line.isPositive {
        return moved(right, fixed.divided(by: line), side.turned)
      }
      return share(left, of: right, near: line, side)
        ?? free(right, Self.plainNumbers) { moved(left, line.multiplied(by: $0), side) }
    case .power: return nil
    }
  }

  private func moved(_ step: Step, _ line: Number?, _ side: EdgeSide) -> EdgeMaterial? {
    line.flatMap { number(step, near: $0, side) }
  }

  private func divided(_ step: Step, _ line: Number, by factor: Number, _ side: EdgeSide)
    -> EdgeMaterial?
  {
    guard !factor.isZero, let quotient = line.divided(by: factor) else { return nil }
    return number(step, near: quotient, factor.isNegative ? side.turned : side)
  }

  /// The first number of a free part with which the other part can be found.
  private func free(
    _ step: Step, _ numbers: [Number], _ other: (Number) -> EdgeMaterial?
  ) -> EdgeMaterial? {
    for number in numbers {
      if let mine = self.number(step, near: number, .on), let both = mine.joined(other(number)) {
        return both
      }
    }
    return nil
  }

  private func builtin(
    _ name: String, _ arguments: [Step], near line: Number, _ side: EdgeSide
  ) -> EdgeMaterial? {
    guard let first = arguments.first else { return nil }
    switch name {
    case "decimal", "round half up", "round half down", "round up", "round down", "floor",
      "ceiling",
      "abs":
      return number(first, near: line, side)
    case "min" where arguments.count > 1, "max" where arguments.count > 1:
      var found: EdgeMaterial? = EdgeMaterial()
      for argument in arguments where number(argument) == nil {
        found = found?.joined(number(argument, near: line, side))
      }
      return found
    case "count": return count(first, near: line, side)
    case "sum", "mean", "median", "min", "max":
      guard arguments.count == 1 else { return nil }
      return members(first, near: line, side, splits: name == "sum")
    default: return nil
    }
  }

  /// A figure that is a decision table, by a rule that gives just this.
  private func table(ofFigure slot: Int, near line: Number, _ side: EdgeSide) -> EdgeMaterial? {
    guard case .figure(let figure) = rubric.slots[slot],
      case .table(let table) = rubric.figures[figure].value, let inside
    else { return nil }
    for rule in table.plan.rules.indices {
      guard let output = table.plan.rules[rule].outputs.first?.constantValue,
        case .number(let number) = output, side.holds(number, line)
      else { continue }
      if let found = inside.material(ofRule: rule, in: table.plan) { return found }
    }
    return nil
  }

  /// Evidence with which the two sides of a comparison stand to each other as wanted.
  func comparison(_ left: Step, _ right: Step, _ side: EdgeSide) -> EdgeMaterial? {
    if let line = number(right) { return number(left, near: line, side) }
    if let line = number(left) { return number(right, near: line, side.turned) }
    return free(right, Self.plainNumbers) { number(left, near: $0, side) }
  }
}

extension Declaration {
  /// A number of the declared ones on a line, or the next below or above it on a fine enough grid.
  fileprivate func number(near line: Number, _ side: EdgeSide) -> Number? {
    guard let domain else { return nil }
    if side == .on { return domain.contains(line) ? line : nil }
    let step = domain.grid ?? Number(10).power(Number(-min(line.decimalPlaces + 1, 20)))
    guard let step else { return nil }
    let number: Number?
    if let grid = domain.grid {
      // The multiple before, or behind, the line, whether the line is one or not.
      number =
        side == .below
        ? line.roundedToMultiple(of: grid, .ceiling)?.subtracting(grid)
        : line.roundedToMultiple(of: grid, .floor)?.adding(grid)
    } else {
      number = side == .below ? line.subtracting(step) : line.adding(step)
    }
    return number.flatMap { domain.contains($0) ? $0 : nil }
  }
}
