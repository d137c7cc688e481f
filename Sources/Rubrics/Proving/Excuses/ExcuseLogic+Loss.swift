import Diagnostics
import FEEL
import Values

/// Forms: where an item loses points.
extension ExcuseLogic {
  /// Where a form gives fewer than full marks; null where it gives nothing.
  mutating func loss(_ loss: ItemLoss) -> Formula {
    let item = loss.item
    switch (item.plan.quantity, item.plan.worth) {
    case (.truth(let condition), .ladder(let ladder)):
      return self.loss(holding: condition, ladder, loss)
    case (.choice(let value), .ladder(let ladder)): return self.loss(choosing: value, ladder, loss)
    case (.number(let value), .ladder(let ladder)): return self.loss(over: value, ladder, loss)
    case (.number(let value), _):
      return within(loss) { logic, set in logic.member(value.step, of: set, .plan(value), 0) }
    case (.table(let table), _):
      return within(loss) { logic, set in logic.member(table, of: set, 0) }
    case (.held(let terms), let worth): return self.loss(of: terms, worth, loss)
    case (.given(let given), _): return doubt(given.doubt, at: item.place)
    case (.truth, _), (.choice, _): return .constant(false)
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

  private mutating func loss(
    of terms: ScorePlan.Terms, _ worth: ScorePlan.Worth, _ loss: ItemLoss
  ) -> Formula {
    let weights = terms.terms.map { Formula.Weight(when: formula($0.when), points: $0.weight) }
    guard case .ladder(let ladder) = worth else {
      return within(loss) { _, set in .sum(weights, set) }
    }
    var losing = NumberSet.none
    for count in 0...terms.terms.count {
      let rung = ladder.rung(for: Number(count))
      if let points = rung?.points, loss.contains(points) {
        losing = losing.union(.only(Number(count)))
      }
    }
    return .sum(weights, losing)
  }

  /// Of a truth value.
  private mutating func loss(
    holding condition: Plan, _ ladder: ScorePlan.Ladder, _ loss: ItemLoss
  ) -> Formula {
    func loses(_ rung: ScorePlan.Rung?) -> Formula {
      .constant(loss.contains(rung?.points ?? .zero))
    }
    let gives = Formula.chosen(
      [.init(when: formula(condition), gives: loses(ladder.rungs.first))],
      otherwise: loses(ladder.otherwise))
    guard let lists = loss.item.plan.ifEmpty, !lists.lists.isEmpty else { return gives }
    var empty: [Formula] = []
    for range in lists.lists {
      let list = term(range.step, .plan(range))
      let isEmpty = ExcuseTerm(
        key: "empty \(list.key)", name: "count(\(list.name)) = 0", relation: .independent)
      note(isEmpty, facts[list] ?? [], mayBeNull: false)
      empty.append(.holds(isEmpty))
    }
    let instead: Formula
    switch lists.meaning {
    case .full: instead = .constant(loss.contains(loss.item.points))
    case .zero: instead = .constant(loss.contains(.zero))
    case .notApplicable: instead = .constant(false)
    case .unknown, .value: instead = doubt(.mayBeNull, at: loss.item.place)
    }
    // `every` over no rows is true: where it is false there are rows.
    if case .every = condition.step.form {
      return .chosen(
        [.init(when: .not(formula(condition)), gives: .constant(loss.contains(.zero)))],
        otherwise: .chosen(
          [.init(when: .any(empty), gives: instead)],
          otherwise: .constant(loss.contains(loss.item.points))))
    }
    return .chosen([.init(when: .any(empty), gives: instead)], otherwise: gives)
  }

  /// Of a value of a closed set.
  private mutating func loss(
    choosing value: Plan, _ ladder: ScorePlan.Ladder, _ loss: ItemLoss
  ) -> Formula {
    var branches: [Formula.Branch] = []
    let step = value.step
    let words = ExcuseWords.plan(value)
    for rung in ladder.rungs {
      guard case .equals(let option) = rung.test, let points = rung.points else { continue }
      let chosen: Formula
      switch option {
      case .string(let text): chosen = among(step, [text], words, 0)
      case .number(let number): chosen = member(step, of: .only(number), words, 0)
      case .boolean(let boolean):
        let holds = formula(value)
        chosen = boolean ? holds : .not(holds)
      default: return doubt(step, words)
      }
      branches.append(.init(when: chosen, gives: .constant(loss.contains(points))))
    }
    let otherwise = ladder.otherwise?.points
    return .chosen(
      branches, otherwise: otherwise.map { .constant(loss.contains($0)) } ?? .null)
  }

  // MARK: over one number

  private mutating func loss(
    over value: Plan, _ ladder: ScorePlan.Ladder, _ loss: ItemLoss
  ) -> Formula {
    var losing = NumberSet.none
    var taken = NumberSet.none
    var formulas: [Formula] = []
    for rung in ladder.rungs + [ladder.otherwise].compactMap(\.self) {
      let holds: NumberSet
      switch rung.test {
      case .compares(let comparison, let threshold): holds = NumberSet(comparison, threshold)
      case .tests(let tests):
        guard let tested = rubric.index(of: .tested),
          let set = Reduction(tested: tested).numbers(tests.step)
        else { return doubt(.words(tests.passage.text), at: rung.place ?? loss.item.place) }
        holds = set
      case .equals: continue
      case nil: holds = .all
      }
      let rest = holds.intersection(taken.complement)
      switch rung.worth {
      case .points(let points): if loss.contains(points) { losing = losing.union(rest) }
      case .paced(let paced):
        guard let set = set(of: paced, loss) else {
          return doubt(.tooLarge, at: loss.item.place)
        }
        losing = losing.union(rest.intersection(set))
        if paced.takes, paced.pace.units == .exact, paced.pace.points.isPositive {
          formulas.append(exactLoss(of: paced, over: value, loss))
        }
      case .straight(let straight):
        guard let set = loss.numbers(on: straight) else {
          return doubt(.tooLarge, at: loss.item.place)
        }
        losing = losing.union(rest.intersection(set))
      case .itself, .ladder: return doubt(.tooLarge, at: loss.item.place)
      }
      taken = taken.union(holds)
    }
    let member = member(value.step, of: losing, .plan(value), 0)
    return formulas.isEmpty ? member : .any([member] + formulas)
  }

  /// The numbers for which so many units are a loss; `nil` where such a number is too large.
  private func set(of paced: PacedPoints, _ loss: ItemLoss) -> NumberSet? {
    guard paced.takes else { return earningSet(of: paced, loss) }
    // Every fraction of a unit costs something; see `exactLoss`.
    if paced.pace.units == .exact, paced.pace.points.isPositive { return NumberSet.none }
    func points(_ units: Number) -> Number? {
      paced.pace.points.multiplied(by: units).flatMap(paced.result)
    }
    if let first = loss.units(until: true, points) {
      return paced.pace.region(above: paced.start, from: first) ?? NumberSet.none
    }
    let isTooLarge =
      paced.pace.points.isPositive && loss.contains(paced.result(of: loss.item.points) ?? .zero)
    return isTooLarge ? nil : NumberSet.none
  }

  /// More units earn more, up to the limit: if it turns at all, it turns once.
  private func earningSet(of paced: PacedPoints, _ loss: ItemLoss) -> NumberSet? {
    let losesFirst = loss.contains(paced.base)
    guard loss.contains(paced.limit ?? paced.base) != losesFirst else {
      return losesFirst ? .all : NumberSet.none
    }
    let units = loss.units(until: !losesFirst) { units in
      paced.pace.points.multiplied(by: units).flatMap(paced.result)
    }
    guard let turned = units.flatMap({ paced.pace.region(above: paced.start, from: $0) }) else {
      return nil
    }
    return losesFirst ? turned.complement : turned
  }

  /// Every fraction of a unit costs something, as if the points were a formula.
  private mutating func exactLoss(
    of paced: PacedPoints, over value: Plan, _ loss: ItemLoss
  ) -> Formula {
    let full = loss.item.points
    let most = loss.isDeduction ? full : full.subtracting(paced.limit ?? .zero) ?? full
    guard most.isPositive else { return .constant(false) }
    if let step = loss.item.rounding?.step, most < step {
      return doubt(.rounded, at: loss.item.place)
    }
    return within(loss) { logic, set in
      let lost = loss.isDeduction ? set : set.before(full, .subtract) ?? .none
      let positive = lost.intersection(.from(.zero, included: false))
      guard
        let amounts = positive.divided(by: paced.pace.points).multiplied(by: paced.pace.every),
        let values = amounts.before(.subtract, paced.start)
      else { return logic.doubt(.tooLarge, at: loss.item.place) }
      return logic.member(value.step, of: values, .plan(value), 0)
    }
  }
}

extension PacedPoints {
  /// The points where so many are earned, or lost.
  fileprivate func result(of points: Number) -> Number? {
    (costs ? base.subtracting(points) : base.adding(points)).map(limited)
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

extension ScorePlan.Given {
  /// Why nobody can prove what it gives.
  fileprivate var doubt: ExcuseDoubt.Reason {
    switch self {
    case .degree, .judge: .judged
    case .survey: .answered
    case .children: .children
    case .rank: .compared
    case .imported: .imported
    }
  }
}
