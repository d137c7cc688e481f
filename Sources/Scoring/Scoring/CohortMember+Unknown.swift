package import Rubrics
import Values

extension CohortMember {
  /// Somebody of whom nothing is known, not even whether it takes part: nobody is scored, and there may be somebody.
  package static func unknown(of rubric: Rubric) -> CohortMember {
    // No closing of a file says who it is or what it has.
    func value(_ bounds: Bounds) -> Value {
      .unknown(Unknown(bounds, missing: [Missing(rubric.id, .noOwner)]))
    }
    let number = value(Bounds(.everyNumber, mayBeNull: true))
    var shares: [String: Share] = [:]
    for (item, place) in rubric.placedItems where item.asksForMean {
      shares[item.id] = Share(
        points: place.points(of: item), presence: .mayCount, closing: .neverDecides)
    }
    return CohortMember(
      peers: rubric.cohort?.by == nil ? nil : value(.any), mayNotBeAdmitted: true,
      ranks: rubric.rankedItems.map { _ in number },
      figures: (rubric.cohort?.figures ?? []).map { _ in number }, shares: shares)
  }
}

extension ItemScorer.Place {
  /// All points that an item in this sum may come to.
  fileprivate func points(of item: Item) -> ScoreRange {
    ScoreRange(isDeduction ? .zero : item.leastPoints, cap ?? item.points)
  }
}
