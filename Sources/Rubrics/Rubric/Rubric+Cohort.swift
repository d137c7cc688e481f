extension Rubric {
  /// Whether subjects are compared after each was scored by itself.
  package var hasSecondPass: Bool { everyItem.contains(where: \.isOfSecondPass) }

  /// The items that are ranked, in rubric order.
  package var rankedItems: [(item: Item, rule: RankRule)] {
    everyItem.compactMap { item in
      item.plan.rank.map { (item, $0) }
    }
  }
}
