package import FEEL
import Values

/// Finds the numbers that an expression can give, as far as its form shows.
package struct DomainFinder {
  /// The domain of each slot that holds a number.
  package var slots: [Int: Domain]
  /// By slot of a table: the domains of its columns that hold numbers.
  package var columns: [Int: [String: Domain]] = [:]

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
      let inner = domain(of: inner)
      return Domain(inner.set.negated, grid: inner.grid)
    case .arithmetic(.add, let left, let right):
      let (left, right) = (domain(of: left), domain(of: right))
      return Domain(sum(left.set, right.set), grid: common(left.grid, right.grid))
    case .arithmetic(.subtract, let left, let right):
      let (left, right) = (domain(of: left), domain(of: right))
      return Domain(sum(left.set, right.set.negated), grid: common(left.grid, right.grid))
    case .arithmetic(.multiply, let left, let right):
      let (left, right) = (domain(of: left), domain(of: right))
      let grid = left.grid.flatMap { one in right.grid.flatMap { one.multiplied(by: $0) } }
      return Domain(product(left.set, right.set), grid: grid)
    case .arithmetic(.divide, let left, let right): return Domain(quotient(left, right))
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
      guard arguments.count > 1 else { return members(of: arguments) }
      return domain(ofExtreme: arguments, isMax: builtin == "max")
    case "mean", "median":
      guard arguments.count == 1 else { return Domain() }
      return Domain(members(of: arguments).set.hull)
    case "sum":
      guard arguments.count == 1 else { return Domain() }
      let members = members(of: arguments)
      return Domain(
        isNotNegative(members.set) ? .from(.zero, included: true) : .all, grid: members.grid)
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

  /// The numbers of a column of a table, or of some of its rows.
  private func members(of arguments: [Step]) -> Domain {
    guard let list = arguments.first, case .path(let rows, let name, _) = list.form else {
      return Domain()
    }
    guard case .input(let slot) = rows.withoutFilters.form else { return Domain() }
    return columns[slot]?[name] ?? Domain()
  }

  /// What a part of a whole comes to lies between 0 and 1: rows that pass a filter among all, or their sum.
  private func isShare(_ part: Step, of whole: Step) -> Bool {
    guard case .builtin(let builtin, let parts) = part.form, parts.count == 1,
      case .builtin(let other, let wholes) = whole.form, wholes.count == 1,
      builtin.name == other.name
    else { return false }
    switch (builtin.name, parts[0].form, wholes[0].form) {
    case ("count", .filter(let list, _, _), _): return list.isSameInput(as: wholes[0])
    case ("sum", .path(let rows, let name, _), .path(let all, let column, _)):
      guard name == column, case .filter(let list, _, _) = rows.form else { return false }
      return list.isSameInput(as: all) && isNotNegative(members(of: parts).set)
    default: return false
    }
  }

  private func quotient(_ left: Step, _ right: Step) -> NumberSet {
    if isShare(left, of: right) {
      return .from(.zero, included: true).intersection(.to(.one, included: true))
    }
    let (part, whole) = (domain(of: left).set, domain(of: right).set)
    guard isNotNegative(part), isNotNegative(whole) else { return .all }
    var set = NumberSet.from(.zero, included: true)
    if let least = whole.low, least.isPositive, let most = part.high,
      let high = most.divided(by: least)
    {
      set = set.intersection(.to(high, included: true))
    }
    return set
  }

  private func product(_ left: NumberSet, _ right: NumberSet) -> NumberSet {
    guard isNotNegative(left), isNotNegative(right) else { return .all }
    var set = NumberSet.from(.zero, included: true)
    if let one = left.high, let other = right.high, let high = one.multiplied(by: other) {
      set = set.intersection(.to(high, included: true))
    }
    return set
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

extension Step {
  /// The list behind filters.
  fileprivate var withoutFilters: Step {
    if case .filter(let list, _, _) = form { list.withoutFilters } else { self }
  }

  fileprivate func isSameInput(as other: Step) -> Bool {
    if case .input(let slot) = form, case .input(let same) = other.form {
      slot == same
    } else {
      false
    }
  }
}

extension NumberSet {
  /// The set with every number turned around 0.
  fileprivate var negated: NumberSet {
    NumberSet(
      intervals.map { interval in
        Interval(low: interval.high?.negated, high: interval.low?.negated)
      })
  }

  /// With all between its least and its greatest number, and so much beyond.
  func widened(by step: Number) -> NumberSet {
    var set = NumberSet.all
    if let low, let end = low.subtracting(step) {
      set = set.intersection(.from(end, included: true))
    }
    if let high, let end = high.adding(step) { set = set.intersection(.to(end, included: true)) }
    return set
  }

  /// From its least to its greatest number.
  fileprivate var hull: NumberSet {
    guard let first = intervals.first, let last = intervals.last else { return self }
    return NumberSet([Interval(low: first.low, high: last.high)])
  }
}

extension NumberSet.End {
  fileprivate var negated: NumberSet.End {
    NumberSet.End(number: number.negated, isIncluded: isIncluded)
  }
}
