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
}
