import Diagnostics
import FEEL
import Values

/// Forms: where an item loses points.
extension ExcuseLogic {
  /// Where a form gives fewer than full marks; null where it gives nothing.
  mutating func loss(_ loss: ItemLoss) -> Formula {
    let item = loss.item
    switch item.form {
    case .check(let check): return self.loss(of: check, loss)
    case .choose(let choose): return self.loss(of: choose, loss)
    case .parts(let parts):
      var weights: [Formula.Weight] = []
      for part in parts { weights.append(.init(when: formula(part.when), points: part.points)) }
      return within(loss) { _, set in .sum(weights, set) }
    case .tally(let tally):
      var losing = NumberSet.none
      for count in 0...tally.lines.count {
        let points =
          tally.thresholds.first { count >= $0.count }?.points ?? tally.otherwise
        if loss.contains(points) { losing = losing.union(.only(Number(count))) }
      }
      return .sum(tally.lines.map { .init(when: formula($0.when), points: .one) }, losing)
    case .steps(let steps): return self.loss(of: steps, loss)
    case .lines(let lines): return self.loss(of: lines, loss)
    case .each(let each): return self.loss(of: each, loss)
    case .lose(let lose): return self.loss(of: lose, loss)
    case .table(let table):
      return within(loss) { logic, set in logic.member(table, of: set, 0) }
    case .formula(let plan, _, _):
      return within(loss) { logic, set in logic.member(plan.step, of: set, .plan(plan), 0) }
    case .judge, .degree: return doubt(.judged, at: item.place)
    case .survey: return doubt(.answered, at: item.place)
    case .children: return doubt(.children, at: item.place)
    case .rank: return doubt(.compared, at: item.place)
    case .imported: return doubt(.imported, at: item.place)
    }
  }

  /// A loss over a set of points; what rounding may give back is in doubt.
  private mutating func within(
    _ loss: ItemLoss, _ body: (inout ExcuseLogic, NumberSet) -> Formula
  ) -> Formula {
    let certain = body(&self, loss.certain)
    guard let rest = loss.roundedAway else { return certain }
    let uncertain = body(&self, rest)
    return .any([certain, .all([uncertain, doubt(.rounded, at: loss.item.place)])])
  }

  private mutating func loss(of check: Check, _ loss: ItemLoss) -> Formula {
    let gives = Formula.chosen(
      [.init(when: formula(check.condition), gives: .constant(loss.contains(loss.item.points)))],
      otherwise: .constant(loss.contains(.zero)))
    guard let ifEmpty = check.ifEmpty, !check.ranges.isEmpty else { return gives }
    var empty: [Formula] = []
    for range in check.ranges {
      let list = term(range.step, .plan(range))
      let isEmpty = ExcuseTerm(
        key: "empty \(list.key)", name: "count(\(list.name)) = 0", relation: .independent)
      note(isEmpty, facts[list] ?? [], mayBeNull: false)
      empty.append(.holds(isEmpty))
    }
    let instead: Formula
    switch ifEmpty {
    case .full: instead = .constant(loss.contains(loss.item.points))
    case .zero: instead = .constant(loss.contains(.zero))
    case .notApplicable: instead = .constant(false)
    case .unknown, .value: instead = doubt(.mayBeNull, at: loss.item.place)
    }
    // `every` over no rows is true: where it is false there are rows.
    if case .every = check.condition.step.form {
      return .chosen(
        [.init(when: .not(formula(check.condition)), gives: .constant(loss.contains(.zero)))],
        otherwise: .chosen(
          [.init(when: .any(empty), gives: instead)],
          otherwise: .constant(loss.contains(loss.item.points))))
    }
    return .chosen([.init(when: .any(empty), gives: instead)], otherwise: gives)
  }

  private mutating func loss(of choose: Choose, _ loss: ItemLoss) -> Formula {
    var branches: [Formula.Branch] = []
    let step = choose.value.step
    let words = ExcuseWords.plan(choose.value)
    for option in choose.options {
      let chosen: Formula
      switch option.value {
      case .string(let text): chosen = among(step, [text], words, 0)
      case .number(let number): chosen = member(step, of: .only(number), words, 0)
      case .boolean(let boolean):
        let holds = formula(choose.value)
        chosen = boolean ? holds : .not(holds)
      default: return doubt(step, words)
      }
      branches.append(.init(when: chosen, gives: .constant(loss.contains(option.points))))
    }
    return .chosen(
      branches, otherwise: choose.otherwise.map { .constant(loss.contains($0)) } ?? .null)
  }

  // MARK: over one number

  private mutating func loss(of steps: Steps, _ loss: ItemLoss) -> Formula {
    var losing = NumberSet.none
    var taken = NumberSet.none
    for line in steps.lines {
      let holds = NumberSet(steps.direction.comparison, line.threshold)
      if loss.contains(line.points) {
        losing = losing.union(holds.intersection(taken.complement))
      }
      taken = taken.union(holds)
    }
    if loss.contains(steps.otherwise) { losing = losing.union(taken.complement) }
    return member(steps.value.step, of: losing, .plan(steps.value), 0)
  }

  private mutating func loss(of lines: Lines, _ loss: ItemLoss) -> Formula {
    var losing = NumberSet.none
    for line in lines.lines {
      guard let tested = rubric.index(of: .tested),
        let set = Reduction(tested: tested).numbers(line.tests.step)
      else { return doubt(.words(line.text), at: line.place) }
      if loss.contains(line.points) { losing = losing.union(set) }
    }
    return member(lines.value.step, of: losing, .plan(lines.value), 0)
  }

  private mutating func loss(of lose: Lose, _ loss: ItemLoss) -> Formula {
    let full = loss.item.points
    func result(of lost: Number) -> Number? {
      loss.isDeduction ? lost : full.subtracting(lost).map { max(lose.floor, $0) }
    }
    var losing = NumberSet.none
    if let all = lose.allFrom, loss.contains(loss.isDeduction ? full : .zero) {
      losing = .from(all, included: true)
    }
    if lose.step.units == .exact, lose.step.points.isPositive {
      return .any([
        member(lose.value.step, of: losing, .plan(lose.value), 0),
        exactLoss(of: lose, loss),
      ])
    }
    let first = loss.units(until: true) { units in
      lose.step.points.multiplied(by: units).flatMap(result(of:))
    }
    if let first, let region = lose.step.region(above: lose.free, from: first) {
      losing = losing.union(region)
    } else if first == nil, lose.step.points.isPositive, loss.contains(result(of: full) ?? .zero) {
      return doubt(.tooLarge, at: loss.item.place)
    }
    return member(lose.value.step, of: losing, .plan(lose.value), 0)
  }

  /// Every fraction of a unit costs something, as if the points were a formula.
  private mutating func exactLoss(of lose: Lose, _ loss: ItemLoss) -> Formula {
    let full = loss.item.points
    let most = loss.isDeduction ? full : full.subtracting(lose.floor) ?? full
    guard most.isPositive else { return .constant(false) }
    if let step = loss.item.rounding?.step, most < step {
      return doubt(.rounded, at: loss.item.place)
    }
    return within(loss) { logic, set in
      let lost = loss.isDeduction ? set : set.before(full, .subtract) ?? .none
      let positive = lost.intersection(.from(.zero, included: false))
      guard
        let amounts = positive.divided(by: lose.step.points).multiplied(by: lose.step.every),
        let values = amounts.before(.subtract, lose.free)
      else { return logic.doubt(.tooLarge, at: loss.item.place) }
      return logic.member(lose.value.step, of: values, .plan(lose.value), 0)
    }
  }

  private mutating func loss(of each: Each, _ loss: ItemLoss) -> Formula {
    let below = NumberSet.to(each.baseAt, included: false)
    let above = below.complement
    let losesFirst = loss.contains(each.basePoints)
    // More units earn more, up to the cap: if it turns at all, it turns once.
    var turned = NumberSet.none
    if loss.contains(each.cap) != losesFirst {
      guard let found = turn(of: each, losesFirst, loss) else {
        return doubt(.tooLarge, at: loss.item.place)
      }
      turned = found
    }
    var losing = loss.contains(each.belowBase) ? below : NumberSet.none
    losing = losing.union(
      above.intersection(losesFirst ? turned.complement : turned))
    return member(each.value.step, of: losing, .plan(each.value), 0)
  }

  /// The numbers from which on an item loses no longer, or loses.
  private func turn(of each: Each, _ losesFirst: Bool, _ loss: ItemLoss) -> NumberSet? {
    let units = loss.units(until: !losesFirst) { units in
      each.step.points.multiplied(by: units).flatMap { each.basePoints.adding($0) }
        .map { min(each.cap, $0) }
    }
    return units.flatMap { each.step.region(above: each.baseAt, from: $0) }
  }
}

extension Pace {
  /// The numbers that are `count` whole units above `start`, or more; `nil` where that is too large a number.
  fileprivate func region(above start: Number, from count: Number) -> NumberSet? {
    guard count.isPositive else { return .from(start, included: true) }
    let units = units == .started ? count.subtracting(.one) : count
    guard let above = units?.multiplied(by: every), let first = start.adding(above) else {
      return nil
    }
    return .from(first, included: units == count)
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
