import Rubrics
import Values

extension Rubric {
  /// Every item with the sum that it stands in, in the order of `everyItem`.
  var placedItems: [(item: Item, place: ItemScorer.Place)] {
    resultPlan.sections.flatMap(\.allItems).map { ($0, .section) }
      + (resultPlan.bonus?.items ?? []).map { ($0, .bonus) }
      + resultPlan.losses.map { ($0.item, .deduction(cap: $0.cap)) }
  }
}
