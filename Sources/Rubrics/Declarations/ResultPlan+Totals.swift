import FEEL
import Values

extension ResultPlan {
  /// The totals that bands can meet: between the worst and the best of everything, on the grid of rounding.
  var totals: Domain {
    let grid = total.rounding.step
    let amount = (total.graded ?? total.unrounded).rounded(total.rounding)
    guard let ends = try? amount.ends(ends) else { return Domain(.all, grid: grid) }
    var set = NumberSet.all
    if let low = ends.low { set = set.intersection(.from(low, included: true)) }
    if let high = ends.high { set = set.intersection(.to(high, included: true)) }
    return Domain(set, grid: grid)
  }

  /// Between the worst and the best of all items; of a formula nothing is known.
  private func ends(of source: Amount.Source) throws(NumberTooLarge) -> Amount.Ends {
    switch source {
    case .sections: return try points.ends(ends) ?? Amount.Ends(nil, nil)
    case .quotient(let points):
      if let points { return Amount.Ends(.zero, points) }
      return Amount.Ends(.zero, try Number.total(sections.map(\.section.points)))
    case .beside:
      // Where shares are compared, nothing stands beside them.
      let items = combining == .sum ? sections.flatMap(\.summedItems) : []
      return Amount.Ends(try Number.total(items.map(\.leastPoints)), .zero)
    case .bonus:
      guard let bonus else { return Amount.Ends(.zero, .zero) }
      return try bonus.points.ends(ends) ?? Amount.Ends(nil, nil)
    case .extras:
      return Amount.Ends(try Number.total((bonus?.items ?? []).map(\.leastPoints)), nil)
    case .losses: return Amount.Ends(.zero, try Number.total(losses.map(\.cap)))
    case .formula: return Amount.Ends(nil, nil)
    }
  }

}

extension SectionPlan {
  /// The items whose points enter the sum of the section.
  fileprivate var summedItems: [Item] {
    guard combining == .sum else { return [] }
    return switch content {
    case .items(let items): items
    case .sections(let sections): sections.flatMap(\.summedItems)
    }
  }
}
