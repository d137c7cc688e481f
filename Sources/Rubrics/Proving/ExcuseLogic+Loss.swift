import FEEL
import Values

extension ExcuseLogic {
  /// When an item certainly earns less than full marks; `nil` where its form is not looked into.
  mutating func loss(of item: Item) -> Formula? {
    guard item.stages.isEmpty, let loss = loss(of: item.form, item.points) else { return nil }
    var conditions = [loss]
    if let applies = item.appliesWhen { conditions.append(formula(applies)) }
    // What is excused itself is charged to somebody else again.
    if let excuse = item.excuse { conditions.append(.not(formula(excuse.when))) }
    return conditions.count == 1 ? loss : .all(conditions)
  }

  private mutating func loss(of form: Form, _ points: Number) -> Formula? {
    switch form {
    case .check(let check): return .not(formula(check.condition))
    case .parts(let parts):
      return .any(parts.filter { $0.points.isPositive }.map { .not(formula($0.when)) })
    case .tally(let tally):
      guard let top = tally.thresholds.first, top.points >= points,
        top.count == tally.lines.count
      else { return nil }
      return .any(tally.lines.map { .not(formula($0.when)) })
    case .steps(let steps): return loss(of: steps, points)
    case .lines(let lines): return loss(of: lines, points)
    case .lose(let lose): return loss(of: lose)
    case .each(let each): return loss(of: each, points)
    case .choose(let choose): return loss(of: choose, points)
    case .degree, .table, .formula, .judge, .survey, .children, .rank, .imported:
      return nil
    }
  }

  private mutating func loss(of steps: Steps, _ points: Number) -> Formula {
    var full = NumberSet.none
    var taken = NumberSet.none
    for line in steps.lines {
      let holds = NumberSet(steps.direction.comparison, line.threshold)
      if line.points >= points { full = full.union(holds.intersection(taken.complement)) }
      taken = taken.union(holds)
    }
    if steps.otherwise >= points { full = full.union(taken.complement) }
    return .number(numberTerm(steps.value), full.complement)
  }

  private mutating func loss(of lines: Lines, _ points: Number) -> Formula? {
    guard let tested = rubric.index(of: .tested) else { return nil }
    var full = NumberSet.none
    for line in lines.lines {
      guard let set = Reduction(tested: tested).numbers(line.tests.step) else { return nil }
      if line.points >= points { full = full.union(set) }
    }
    return .number(numberTerm(lines.value), full.complement)
  }

  private mutating func loss(of lose: Lose) -> Formula? {
    guard lose.step.points.isPositive, lose.step.every.isPositive else { return nil }
    var from = NumberSet.from(lose.free, included: false)
    if lose.step.units == .full {
      guard let first = lose.free.adding(lose.step.every) else { return nil }
      from = .from(first, included: true)
    }
    if let all = lose.allFrom { from = from.union(.from(all, included: true)) }
    return .number(numberTerm(lose.value), from)
  }

  /// Below the base something is missing; above it only what the steps show.
  private mutating func loss(of each: Each, _ points: Number) -> Formula? {
    guard each.belowBase < points else { return nil }
    return .number(numberTerm(each.value), .to(each.baseAt, included: false))
  }

  private mutating func loss(of choose: Choose, _ points: Number) -> Formula? {
    var full = Set<String>()
    for option in choose.options where option.points >= points {
      guard case .string(let text) = option.value else { return nil }
      full.insert(text)
    }
    if let otherwise = choose.otherwise, otherwise >= points { return nil }
    return .not(.text(term(choose.value.step, choose.value), full))
  }
}

extension Steps.Direction {
  fileprivate var comparison: Operator.Comparison {
    switch self {
    case .atLeast: .atLeast
    case .moreThan: .greater
    case .atMost: .atMost
    case .lessThan: .less
    }
  }
}
