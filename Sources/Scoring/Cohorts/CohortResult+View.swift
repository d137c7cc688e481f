import Rubrics

extension CohortResult {
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
