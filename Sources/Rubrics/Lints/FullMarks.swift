import Values

extension LinearReader {
  /// What full marks of an item ask for, as inequalities; empty where that is not linear.
  mutating func fullMarks(_ item: Item) -> [Inequality] {
    switch item.form {
    case .check(let check): return inequalities(check.condition)
    case .steps(let steps):
      guard let line = steps.lines.last(where: { $0.points == item.points }) else { return [] }
      return steps.direction.wantsHigh
        ? bound(steps.value, atLeast: line.threshold, atMost: nil)
        : bound(steps.value, atLeast: nil, atMost: line.threshold)
    case .each(let each):
      // So many units above the base reach the cap.
      guard each.cap > each.basePoints else {
        return bound(each.value, atLeast: each.baseAt, atMost: nil)
      }
      guard let missing = each.cap.subtracting(each.basePoints), each.step.points.isPositive,
        let units = missing.divided(by: each.step.points)?.roundedToMultiple(of: .one, .ceiling),
        let above = units.multiplied(by: each.step.every), let full = each.baseAt.adding(above),
        each.step.units == .full
      else { return [] }
      return bound(each.value, atLeast: full, atMost: nil)
    case .lose(let lose):
      // Less than one full unit costs nothing; the edge itself is let in, which claims less.
      guard lose.step.points.isPositive, let full = lose.free.adding(lose.step.every) else {
        return []
      }
      return bound(
        lose.value, atLeast: nil, atMost: lose.step.units == .full ? full : lose.free)
    case .parts(let parts): return parts.flatMap { inequalities($0.when) }
    case .tally(let tally):
      // Only where full marks need every line.
      let least = tally.thresholds.filter { $0.points == item.points }.map(\.count).min()
      guard least == tally.lines.count else { return [] }
      return tally.lines.flatMap { inequalities($0.when) }
    default: return []
    }
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
