import FEEL
import Rubrics

/// Where the row of slots holds what scoring fills in; found once for many subjects.
struct SlotIndex: Sendable {
  let tested: Int?
  let stage: Int?
  let visit: Int?
  let surveys: [Int?]
  let total: Int?
  let items: Int?
  let sections: Int?
  /// By item id: the place among the ranked items.
  let ranks: [String: Int]
  /// Whether any item of a section can be excused.
  let hasExcuses: Bool

  init(_ rubric: Rubric) {
    hasExcuses = rubric.items.contains { $0.excuse != nil }
    ranks = Dictionary(
      rubric.rankedItems.enumerated().map { ($1.item.id, $0) },
      uniquingKeysWith: { first, _ in first })
    tested = rubric.index(of: .tested)
    stage = rubric.index(of: .stage)
    visit = rubric.index(of: .visit)
    surveys = rubric.surveys.indices.map { rubric.index(of: .survey($0)) }
    total = rubric.index(of: .total)
    // Contexts of all items are made only where some expression looks at them.
    let used = Set(rubric.resultPlanSlots)
    func ifUsed(_ slot: Slot) -> Int? {
      rubric.index(of: slot).flatMap { used.contains($0) ? $0 : nil }
    }
    items = ifUsed(.items)
    sections = ifUsed(.sections)
  }
}

extension Rubric {
  /// The slots that expressions over results look at.
  fileprivate var resultPlanSlots: [Int] {
    resultPlan.slotsUsed + (cohort?.slotsUsed ?? []) + rankedItems.flatMap(\.rule.value.slotsUsed)
  }
}
