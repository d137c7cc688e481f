package import FEEL
package import Values

/// A section and all below it: what it shows, and what it gives to the sum around it.
package struct SectionPlan: Sendable {
  package indirect enum Content: Sendable {
    case sections([SectionPlan])
    case items([Item])
  }

  /// Its identity, its words and its place.
  package let section: Section
  package let content: Content
  /// `nil`: always.
  package let applies: Plan?
  /// What becomes of it, and of all below it, where it does not apply.
  package let otherwise: NotApplicable
  /// How its parts come together to one quotient.
  package let combining: Combining
  /// Full marks of the quotient; `nil`: the points of its parts.
  package let possible: Number?
  /// What it shows.
  package let points: Amount
  package let gives: Gift
  package let share: Share

  /// What stands in the sum around it, of its full marks.
  package enum Gift: Sendable {
    /// The quotient, and beside it what its parts give beside theirs.
    case quotient(Amount)
    /// What it shows, with nothing beside it.
    case points
  }

  /// The part of full marks that it has earned, as floors and expressions look at it.
  package struct Share: Sendable {
    /// Where nothing stands beside the quotient it is that, divided once.
    package let isOfQuotient: Bool
    /// What it is elsewhere; `nil`: nothing.
    package let otherwise: Amount?
    package let rounding: Rounding?
  }

  package var id: String { section.id }

  /// Depth first, in the order of writing.
  package var allItems: [Item] {
    switch content {
    case .sections(let sections): sections.flatMap(\.allItems)
    case .items(let items): items
    }
  }

  package var subsections: [SectionPlan] {
    if case .sections(let sections) = content { sections } else { [] }
  }

  /// It and all below it, outer before inner.
  package var everySection: [SectionPlan] { [self] + subsections.flatMap(\.everySection) }
}

extension SectionPlan {
  init(_ section: Section) {
    self.section = section
    content =
      switch section.content {
      case .sections(let sections): .sections(sections.map { SectionPlan($0) })
      case .items(let items): .items(items)
      }
    applies = section.appliesWhen
    otherwise = section.otherwise
    combining = section.combining
    possible = section.isScaled ? section.points : nil
    let quotient = Amount.of(.quotient(to: possible))
    points = Amount.plus(quotient, .of(.beside)).rounded(section.rounding)
    gives = section.rounding == nil ? .quotient(quotient) : .points
    share = Share(
      isOfQuotient: section.rounding == nil,
      otherwise: section.points.isPositive ? .over(points, section.points) : nil,
      rounding: section.shareRounding)
  }
}
