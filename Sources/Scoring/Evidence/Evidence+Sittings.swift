import Diagnostics
package import Rubrics
import Values

/// One item of one subject, judged together.
package struct Sitting: Sendable {
  package let item: Item
  /// One time of it; `nil` where the item has no stages.
  package let stage: String?
  package let sheet: PanelSheet
}

extension Evidence {
  /// Every judged item that somebody marked, with its marks weighed as for a closed file.
  package func panelSheets(under rubric: Rubric) -> [Sitting] {
    guard !marks.isEmpty else { return [] }
    return rubric.everyItem.flatMap { item -> [Sitting] in
      guard let panel = item.plan.panel, let given = marks[item.id] else { return [] }
      return item.sittings(of: given, stageFaults[item.id] ?? [], in: rubric, period).compactMap {
        stage, together in
        let sheet = try? PanelSheet(
          panel, of: item.plan, marks: together,
          lost: lostMarks.filter { $0.item == nil || $0.item == item.id }, impartiality,
          mode: .final)
        return sheet.map { Sitting(item: item, stage: stage, sheet: $0) }
      }
    }
  }
}
