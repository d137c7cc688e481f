import Diagnostics
import FEEL
package import Values

extension Rubric {
  /// The least quantity that full marks of all items of `block` ask for.
  ///
  /// - Returns: `nil` where the rules do not bound it from below, or cannot be met together at all.
  package func bound(of block: Together) -> Together.Bound? {
    guard let left = left(of: block) else { return nil }
    return left.bound
  }

  private struct Left {
    let bound: Together.Bound?
    let isContradictory: Bool
    /// Items that say nothing linear.
    let silent: [String]
  }

  /// The name of what is bounded; no file can write it.
  private static let target = "\u{1}"

  private func left(of block: Together) -> Left? {
    var reader = LinearReader(self)
    var rules: [Inequality] = []
    var silent: [String] = []
    for id in block.items {
      guard let item = everyItem.first(where: { $0.id == id }) else { continue }
      let found = reader.fullMarks(item)
      if found.isEmpty { silent.append(id) }
      rules += found
    }
    for plan in block.given { rules += reader.inequalities(plan) }
    guard let quantity = reader.form(block.quantity),
      let above = LinearForm(named: Self.target).subtracting(quantity),
      let below = quantity.subtracting(LinearForm(named: Self.target))
    else { return nil }
    rules += [Inequality(above), Inequality(below)]
    var kept: Set<Monomial> = [Monomial([Self.target])]
    if let unit = block.unit {
      let name = facts[unit].name
      kept.insert(Monomial([name]))
      // The unit is not negative: whatever holds, holds so many times.
      rules += rules.filter {
        $0.form.degree <= 1 && !$0.form.terms.keys.contains(Monomial([name]))
      }
      .compactMap { rule in
        rule.form.multiplied(by: LinearForm(named: name)).map { Inequality($0) }
      }
      rules.append(Inequality(LinearForm(named: name), isStrict: true))
    }
    rules += reader.declared(over: rules)
    if Inequalities(rules).areContradictory {
      return Left(bound: nil, isContradictory: true, silent: silent)
    }
    guard let found = Inequalities(rules).eliminatingAll(but: kept) else { return nil }
    return Left(
      bound: strongest(found.all, unit: block.unit.map { facts[$0].name }), isContradictory: false,
      silent: silent)
  }

  /// Of all lower bounds the one with the greatest multiple of the unit, then the greatest number.
  private func strongest(_ rows: [Inequality], unit: String?) -> Together.Bound? {
    let bounds = rows.compactMap { row -> Together.Bound? in
      let weight = row.form[Monomial([Self.target])]
      guard weight.isPositive,
        let constant = row.form[.one].negated.divided(by: weight),
        let factor = (unit.map { row.form[Monomial([$0])] } ?? .zero).negated.divided(by: weight)
      else { return nil }
      return Together.Bound(factor: factor, constant: constant)
    }
    let best = bounds.max { left, right in
      left.factor == right.factor ? left.constant < right.constant : left.factor < right.factor
    }
    // That it is not negative says nothing.
    guard let best, best.factor.isPositive || best.constant.isPositive else { return nil }
    return best
  }

  func report(_ block: Together, into diagnostics: inout Diagnostics) {
    guard let left = left(of: block) else {
      diagnostics.report(.togetherBoundsNothing(block.quantity.passage.text, at: block.place))
      return
    }
    for item in left.silent {
      diagnostics.report(.togetherItemNotLinear(item, at: block.place))
    }
    if left.isContradictory {
      diagnostics.report(.cannotAllBeMet(block.items, at: block.place))
    } else if let bound = left.bound {
      diagnostics.report(
        .togetherNeeds(
          block.items, quantity: block.quantity.passage.text, bound,
          unit: block.unit.map { facts[$0].name }, at: block.place))
    } else {
      diagnostics.report(.togetherBoundsNothing(block.quantity.passage.text, at: block.place))
    }
  }
}

extension Together.Bound {
  /// A number that is not below the exact one, with two decimals: `10.29`.
  package func shown(_ number: Number) -> Number {
    number.roundedToMultiple(of: Number("0.01") ?? .one, .ceiling) ?? number
  }
}
