package import FEEL
import Values

/// Finds the numbers that an expression can give, as far as its form shows.
package struct DomainFinder {
  /// The domain of each slot that holds a number.
  package var slots: [Int: Domain]

  package init(slots: [Int: Domain] = [:]) {
    self.slots = slots
  }

  /// Sound: every value that is a number lies in the domain given back.
  package func domain(of step: Step) -> Domain {
    if let constant = step.constantNumber {
      return Domain(.only(constant), grid: finestDecimal(of: constant))
    }
    switch step.form {
    case .input(let slot): return slots[slot] ?? Domain()
    case .negation(let inner):
      return Domain(grid: domain(of: inner).grid)
    case .arithmetic(.add, let left, let right):
      let (left, right) = (domain(of: left), domain(of: right))
      return Domain(sum(left.set, right.set), grid: common(left.grid, right.grid))
    case .arithmetic(.subtract, let left, let right):
      return Domain(grid: common(domain(of: left).grid, domain(of: right).grid))
    case .arithmetic(.multiply, let left, let right):
      let (left, right) = (domain(of: left), domain(of: right))
      let grid = left.grid.flatMap { one in right.grid.flatMap { one.multiplied(by: $0) } }
      let isPositive = isNotNegative(left.set) && isNotNegative(right.set)
      return Domain(isPositive ? .from(.zero, included: true) : .all, grid: grid)
    case .arithmetic(.divide, let left, let right):
      let isPositive = isNotNegative(domain(of: left).set) && isNotNegative(domain(of: right).set)
      return Domain(isPositive ? .from(.zero, included: true) : .all)
    case .if(_, let then, let otherwise):
      let (one, other) = (domain(of: then), domain(of: otherwise))
      return Domain(one.set.union(other.set), grid: common(one.grid, other.grid))
    case .builtin(let builtin, let arguments):
      return domain(of: builtin.name, arguments)
    default: return Domain()
    }
  }

  private func domain(of builtin: String, _ arguments: [Step]) -> Domain {
    switch builtin {
    case "count": return .counts
    case "string length": return .counts
    case "abs":
      let grid = arguments.first.flatMap { domain(of: $0).grid }
      return Domain(.from(.zero, included: true), grid: grid)
    case "floor", "ceiling":
      guard arguments.count == 1 else { return Domain(grid: scale(arguments)) }
      return Domain(grid: .one)
    case "decimal", "round up", "round down", "round half up", "round half down":
      return Domain(grid: scale(arguments))
    case "min", "max":
      guard arguments.count > 1 else { return Domain() }
      return domain(ofExtreme: arguments, isMax: builtin == "max")
    default: return Domain()
    }
  }

  private func domain(ofExtreme arguments: [Step], isMax: Bool) -> Domain {
    let domains = arguments.map { domain(of: $0) }
    var grid = domains[0].grid
    for next in domains.dropFirst() { grid = common(grid, next.grid) }
    // The greatest is at least every argument's least, and at most the greatest of their greatest.
    let lows = domains.map(\.set.low)
    let highs = domains.map(\.set.high)
    let low = isMax ? lows.compactMap { $0 }.max() : least(lows)
    let high = isMax ? greatest(highs) : highs.compactMap { $0 }.min()
    var set = NumberSet.all
    if let low { set = set.intersection(.from(low, included: true)) }
    if let high { set = set.intersection(.to(high, included: true)) }
    return Domain(set, grid: grid)
  }

  private func least(_ ends: [Number?]) -> Number? {
    ends.contains { $0 == nil } ? nil : ends.compactMap { $0 }.min()
  }

  private func greatest(_ ends: [Number?]) -> Number? {
    ends.contains { $0 == nil } ? nil : ends.compactMap { $0 }.max()
  }

  private func scale(_ arguments: [Step]) -> Number? {
    guard arguments.count == 2, let scale = arguments[1].constantNumber?.intValue,
      (0...30).contains(scale)
    else { return nil }
    return Number(10).power(Number(-scale))
  }

  private func isNotNegative(_ set: NumberSet) -> Bool {
    set.low.map { !$0.isNegative } ?? false
  }

  /// Bounds of a sum; open ends are taken as closed, which only widens the set.
  private func sum(_ left: NumberSet, _ right: NumberSet) -> NumberSet {
    var set = NumberSet.all
    if let one = left.low, let other = right.low, let low = one.adding(other) {
      set = set.intersection(.from(low, included: true))
    }
    if let one = left.high, let other = right.high, let high = one.adding(other) {
      set = set.intersection(.to(high, included: true))
    }
    return set
  }

  /// A grid on which the points of both grids lie: the finer, where it divides the coarser.
  private func common(_ left: Number?, _ right: Number?) -> Number? {
    guard let left, let right else { return nil }
    let (fine, coarse) = left < right ? (left, right) : (right, left)
    return coarse.modulo(fine)?.isZero == true ? fine : nil
  }

  /// 0.01 for 3.25, 1 for 40.
  private func finestDecimal(of number: Number) -> Number? {
    let decimals = decimalCount(of: number)
    return decimals <= 30 ? Number(10).power(Number(-decimals)) : nil
  }
}
