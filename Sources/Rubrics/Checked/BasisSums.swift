package import Values

/// How many points of a rubric have a sourced condition, and how many a sourced value.
package struct BasisSums: Sendable {
  /// All points of the sections' items.
  package let points: Number
  package let sourcedRule: Number
  package let sourcedPoints: Number
}

extension Rubric {
  /// Over the items of the sections, as written; bonus and deductions are not in it.
  package var basisSums: BasisSums {
    let items = items
    func sum(_ counts: (Item) -> Bool) -> Number {
      Number.sum(items.filter(counts).map(\.points)) ?? .zero
    }
    return BasisSums(
      points: sum { _ in true },
      sourcedRule: sum { $0.basis.rule.isSourced },
      sourcedPoints: sum { $0.basis.points.isSourced }
    )
  }

  /// The facts and columns for which an empty cell counts as a value, as the source has it.
  package var conventions: [Declaration] {
    (facts + (tables + surveys).flatMap(\.columns)).filter {
      if case .value = $0.absent { true } else { false }
    }
  }
}

/// How many decimals a multiple of `step` may have.
package func decimalCount(of step: Number) -> Int {
  let text = step.description
  guard let point = text.utf8.firstIndex(of: 0x2E) else { return 0 }
  return text.utf8.distance(from: point, to: text.utf8.endIndex) - 1
}

extension Rubric {
  /// The items whose excuse says where the loss is charged instead.
  package var excuseLinks: [(item: Item, link: ExcuseLink)] {
    everyItem.flatMap { item in (item.excuse?.by ?? []).map { (item, $0) } }
  }
}

extension Rubric {
  /// The roles whose evidence or items it rests on, in alphabetical order.
  package var rolesUsed: [String] {
    let origins = facts.map(\.origin) + tables.map(\.origin)
    return Set(origins.compactMap(\.role) + excuseLinks.map(\.link.party)).sorted()
  }
}
