package import Rubrics
package import Values

/// What the comparison with others rested on: who they were, and what they came to.
package struct CohortResult: Sendable {
  package enum Size: Sendable {
    case enough, maybeFewer, fewer
  }

  /// Where the subject stands in the comparison of one item.
  package struct Place: Sendable {
    package let item: Item
    package let rule: RankRule
    /// From the best to the worst place that is still possible.
    package let places: ClosedRange<Int>
    /// How many are compared.
    package let among: ClosedRange<Int>
    /// How many have the same place, oneself included; `nil` while that is open.
    package let sharing: Int?
  }

  package let rule: Cohort
  /// What makes them peers; `nil` where all are.
  package let peers: Value?
  /// Members, oneself included; `nil` where nobody knows who its peers are.
  package let count: ClosedRange<Int>?
  package let size: Size
  /// In the order of the rubric.
  package let figures: [(figure: Cohort.Figure, value: Value)]
  /// What those to whom an item applies earned; `nil` where it may be that there is nobody.
  package let means: [(item: Item, points: ScoreRange?)]
  /// Empty where nobody is placed.
  package let places: [Place]

  init(_ view: CohortView, _ rubric: Rubric) {
    rule = view.rule
    peers = view.member.peers
    count = view.group.map { group in
      let sure = group.certain.count + (view.member.mayNotBeAdmitted ? 1 : 0)
      return sure...max(sure, group.certain.count + group.possible.count)
    }
    size =
      switch view.size {
      case .enough: .enough
      case .maybeFewer: .maybeFewer
      case .fewer: .fewer
      }
    figures =
      view.group == nil
      ? []
      : view.rule.figures.enumerated().compactMap { number, figure in
        view.figure(number).map { (figure, $0) }
      }
    means = rubric.everyItem.filter(\.asksForMean).map { ($0, view.group?.means[$0.id] ?? nil) }
    let isCompared = view.size == .enough || view.rule.ifFewer == .compare
    places = (isCompared ? rubric.rankedItems : []).enumerated().compactMap { number, ranked in
      guard let placing = Placing(view, number, ranked.rule) else { return nil }
      let first = placing.best.better + 1
      let least = min(placing.worstCount, placing.bestCount)
      return Place(
        item: ranked.item, rule: ranked.rule, places: first...max(first, placing.worst.better + 1),
        among: least...max(least, placing.bestCount),
        sharing: placing.isSure ? placing.best.equal + 1 : nil)
    }
  }
}
