import FEEL
import Values

extension LinearReader {
  /// What full marks of an item ask for, as inequalities; empty where that is not linear.
  mutating func fullMarks(_ item: Item) -> [Inequality] {
    switch (item.plan.quantity, item.plan.worth) {
    case (.truth(let condition), _): return inequalities(condition)
    case (.held(let terms), .itself): return terms.terms.flatMap { inequalities($0.when) }
    case (.held(let terms), .ladder(let ladder)):
      // Only where full marks need every line.
      let least = ladder.rungs.last { $0.points == item.points }
      guard case .compares(.atLeast, Number(terms.terms.count))? = least?.test else { return [] }
      return terms.terms.flatMap { inequalities($0.when) }
    case (.number(let value), .ladder(let ladder)): return fullMarks(item, value, ladder)
    default: return []
    }
  }

  private mutating func fullMarks(
    _ item: Item, _ value: Plan, _ ladder: ScorePlan.Ladder
  ) -> [Inequality] {
    if case .paced(let paced)? = ladder.otherwise?.worth {
      return fullMarks(item, value, paced)
    }
    guard
      case .compares(let comparison, let threshold)? =
        ladder.rungs.last(where: { $0.points == item.points })?.test
    else { return [] }
    switch comparison {
    case .atLeast, .greater: return bound(value, atLeast: threshold, atMost: nil)
    case .atMost, .less: return bound(value, atLeast: nil, atMost: threshold)
    case .equal, .unequal: return []
    }
  }

  private mutating func fullMarks(
    _ item: Item, _ value: Plan, _ paced: PacedPoints
  ) -> [Inequality] {
    let pace = paced.pace
    if paced.costs || paced.limit == nil {
      // Less than one full unit costs nothing; the edge itself is let in, which claims less.
      guard pace.points.isPositive, let full = paced.start.adding(pace.every) else { return [] }
      return bound(value, atLeast: nil, atMost: pace.units == .full ? full : paced.start)
    }
    guard let most = paced.limit, most > paced.base else {
      return bound(value, atLeast: paced.start, atMost: nil)
    }
    // So many units above the base reach the cap.
    guard let missing = most.subtracting(paced.base), pace.points.isPositive,
      let units = missing.divided(by: pace.points)?.roundedToMultiple(of: .one, .ceiling),
      let above = units.multiplied(by: pace.every), let full = paced.start.adding(above),
      pace.units == .full
    else { return [] }
    return bound(value, atLeast: full, atMost: nil)
  }

  /// What holds of every quantity that was named, whatever the items say.
  func declared(over inequalities: [Inequality]) -> [Inequality] {
    let monomials = Set(inequalities.flatMap { $0.form.terms.keys }).subtracting([.one])
    return monomials.filter { $0.factors.allSatisfy { isNotNegative[$0] ?? false } }
      .map {
        Inequality(
          LinearForm([$0: .one]), isStrict: $0.factors.allSatisfy { positive.contains($0) })
      }
  }
}
