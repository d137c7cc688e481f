/// Another place that belongs to a mistake, and what it has to do with it.
package struct RelatedPlace: Sendable {
  /// `declared here`: a few words in lower case.
  package let role: Wording
  package let place: Place

  package init(_ role: Wording, at place: Place) {
    self.role = role
    self.place = place
  }

  /// Where the name, the type or the limit that was offended against is declared.
  package static func declared(_ place: Place) -> RelatedPlace {
    RelatedPlace(Wording(en: "declared here", zh: "在此声明"), at: place)
  }

  /// Where the same thing was written before.
  package static func first(_ place: Place) -> RelatedPlace {
    RelatedPlace(Wording(en: "first here", zh: "第一次在此"), at: place)
  }

  /// The other one of two that do not go together.
  package static func other(_ place: Place) -> RelatedPlace {
    RelatedPlace(Wording(en: "the other one", zh: "另一处"), at: place)
  }

  /// An amount that goes into a sum.
  package static func adds(_ amount: String, _ place: Place) -> RelatedPlace {
    RelatedPlace(Wording(en: "adds \(amount)", zh: "此处 \(amount)"), at: place)
  }
}
