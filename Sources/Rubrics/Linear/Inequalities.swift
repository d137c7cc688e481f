import Values

/// What several inequalities say together: quantities are eliminated one by one.
///
/// Every product of quantities counts as a quantity of its own, and whole numbers as any numbers: what follows
/// here does follow, though more might.
///
/// - Source: the elimination of Fourier and Motzkin.
struct Inequalities {
  private(set) var all: [Inequality]
  /// Eliminating can square the number of rows; beyond this nothing is said.
  private static let mostRows = 600

  init(_ all: [Inequality]) {
    self.all = all
  }

  /// What is left when nothing but `kept` is spoken of.
  ///
  /// - Returns: `nil` where that would take too many rows, or numbers that are too large.
  func eliminatingAll(but kept: Set<Monomial>) -> Inequalities? {
    var rows = Set(all.filter { !$0.isEmpty })
    while let next = cheapest(in: rows, but: kept) {
      guard let left = Self.eliminate(next, from: rows) else { return nil }
      rows = left
    }
    return Inequalities(Array(rows))
  }

  /// Whether no quantities at all satisfy the inequalities; `false` where that cannot be told.
  var areContradictory: Bool {
    guard let left = eliminatingAll(but: []) else { return false }
    return left.all.contains(where: \.isContradiction)
  }

  private func cheapest(in rows: Set<Inequality>, but kept: Set<Monomial>) -> Monomial? {
    var counts: [Monomial: (up: Int, down: Int)] = [:]
    for row in rows {
      for (monomial, number) in row.form.terms where monomial != .one && !kept.contains(monomial) {
        if number.isNegative {
          counts[monomial, default: (0, 0)].down += 1
        } else {
          counts[monomial, default: (0, 0)].up += 1
        }
      }
    }
    // Ties go by name, so that every run takes the same way.
    return counts.min { left, right in
      let (one, other) = (left.value.up * left.value.down, right.value.up * right.value.down)
      return one == other
        ? left.key.factors.lexicographicallyPrecedes(right.key.factors) : one < other
    }?.key
  }

  private static func eliminate(
    _ monomial: Monomial, from rows: Set<Inequality>
  ) -> Set<Inequality>? {
    let ups = rows.filter { $0.form[monomial].isPositive }
    let downs = rows.filter { $0.form[monomial].isNegative }
    var left = rows.filter { $0.form[monomial].isZero }
    guard left.count + ups.count * downs.count <= mostRows else { return nil }
    for up in ups {
      for down in downs {
        // Crosswise multiplied, so that nothing is divided.
        guard let one = up.form.scaled(by: down.form[monomial].negated),
          let other = down.form.scaled(by: up.form[monomial]), let sum = one.adding(other)
        else { return nil }
        let row = Inequality(sum, isStrict: up.isStrict || down.isStrict)
        if !row.isEmpty { left.insert(row) }
      }
    }
    return left
  }
}
