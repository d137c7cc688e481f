package import FEEL

extension Rubric {
  /// The items of sections and bonus that a panel judges, with every condition under which they apply.
  package func judged(by panel: String) -> [(item: Item, conditions: [Plan])] {
    func items(_ section: Section, _ outer: [Plan]) -> [(item: Item, conditions: [Plan])] {
      let conditions = outer + (section.appliesWhen.map { [$0] } ?? [])
      switch section.content {
      case .items(let items): return items.map { ($0, conditions) }
      case .sections(let sections): return sections.flatMap { items($0, conditions) }
      }
    }
    let all = sections.flatMap { items($0, []) } + (bonus?.items ?? []).map { ($0, []) }
    return all.filter { $0.item.plan.panel?.id == panel }
      .map { ($0.item, $0.conditions + ($0.item.appliesWhen.map { [$0] } ?? [])) }
  }
}
