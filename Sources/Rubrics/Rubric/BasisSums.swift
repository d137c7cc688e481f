package import Values

/// How many points of a rubric have a sourced condition, and how many a sourced value.
package struct BasisSums: Sendable {
  /// All points of the sections' items.
  package let points: Number
  package let sourcedRule: Number
  package let sourcedPoints: Number
  /// Figures behind items that do not say where they come from.
  package let figuresWithoutBasis: Int
}

extension Rubric {
  /// Over the items of the sections, each with the points that it has in the whole; bonus and deductions are not in it.
  package var basisSums: BasisSums {
    let weights = itemWeights
    func sum(_ counts: (Item) -> Bool) -> Number {
      Self.sum(weights.filter { counts($0.item) }.map(\.points))
    }
    let used = Set(items.flatMap { figures(behind: $0) })
    return BasisSums(
      points: sum { _ in true },
      sourcedRule: sum { isRuleSourced($0) },
      sourcedPoints: sum { $0.basis.points.isSourced },
      figuresWithoutBasis: used.count { figures[$0].basis == nil }
    )
  }

  /// A condition comes from a source where the figures that it looks at do, as far as they say.
  private func isRuleSourced(_ item: Item) -> Bool {
    item.basis.rule.isSourced
      && figures(behind: item).allSatisfy { figures[$0].basis?.isSourced ?? true }
  }

  /// Into `figures`: those that an item looks at, and those behind them.
  private func figures(behind item: Item) -> [Int] {
    slots(behind: item.inputs).compactMap {
      if case .figure(let number) = slots[$0] { number } else { nil }
    }
  }

  /// The items of the sections with their points in the whole: what is scaled counts as its section does, and where only
  /// the worst or the best part counts, each of them as much as the others.
  package var itemWeights: [(item: Item, points: Number)] {
    guard total.combining != .sum else {
      return sections.flatMap { $0.itemWeights(factor: .one) }
    }
    return sections.flatMap {
      $0.itemWeights(factor: Section.factor(of: $0.points, one: sections.count, in: possiblePoints))
    }
  }

  /// Parts of scaled sections seldom come out even.
  package static func sum(_ points: [Number]) -> Number {
    let sum = Number.sum(points) ?? .zero
    guard decimalCount(of: sum) > 6, let cent = Number("0.01") else { return sum }
    return sum.roundedToMultiple(of: cent, .halfEven) ?? sum
  }
}

extension Section {
  /// What points of one part of so many are multiplied with, so that all parts have the same points in `whole`.
  fileprivate static func factor(of points: Number, one count: Int, in whole: Number) -> Number {
    whole.divided(by: Number(count)).flatMap { $0.divided(by: points) } ?? .zero
  }

  fileprivate func itemWeights(factor: Number) -> [(item: Item, points: Number)] {
    guard combining == .sum else {
      let whole = points.multiplied(by: factor) ?? .zero
      return switch content {
      case .items(let items):
        items.map { ($0, whole.divided(by: Number(items.count)) ?? .zero) }
      case .sections(let sections):
        sections.flatMap {
          $0.itemWeights(factor: Self.factor(of: $0.points, one: sections.count, in: whole))
        }
      }
    }
    var inner = factor
    if isScaled {
      let parts: [Number] =
        switch content {
        case .items(let items): items.map(\.points)
        case .sections(let sections): sections.map(\.points)
        }
      if let all = Number.sum(parts), !all.isZero, all != points,
        let scale = points.divided(by: all)?.multiplied(by: factor)
      {
        inner = scale
      }
    }
    switch content {
    case .items(let items): return items.map { ($0, $0.points.multiplied(by: inner) ?? .zero) }
    case .sections(let sections): return sections.flatMap { $0.itemWeights(factor: inner) }
    }
  }
}

extension Rubric {
  /// The facts and columns for which an empty cell counts as a value, as the source has it.
  package var conventions: [Declaration] {
    (facts + (tables + surveys).flatMap(\.columns)).filter {
      if case .value = $0.absent { true } else { false }
    }
  }
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
    return Set(
      origins.compactMap(\.role) + tables.flatMap(\.alsoKeptBy) + excuseLinks.map(\.link.party)
    ).sorted()
  }
}
