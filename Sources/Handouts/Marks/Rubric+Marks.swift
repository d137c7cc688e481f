package import Rubrics

extension Rubric {
  /// The items that somebody of this role marks, at this stage where there are stages.
  package func items(markedBy role: String, at stage: String?) -> [Item] {
    everyItem.filter { item in
      guard item.plan.panel?.roles.contains(role) == true else { return false }
      guard let stage, !item.stages.isEmpty else { return true }
      return item.stages.contains { stages[$0.stage].id == stage }
    }
  }
}
