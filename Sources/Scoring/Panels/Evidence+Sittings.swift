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

extension Item {
  /// The marks that are weighed together: those of each time of a stage, or all where the item has none.
  ///
  /// `faults` says, one a mark, why it cannot stand for its stage.
  func sittings(
    of marks: [AssessorMark], _ faults: [Wording?], in rubric: Rubric, _ period: Period?
  ) -> [(stage: String?, marks: [AssessorMark])] {
    let acceptable = marks.indices.filter { !faults.indices.contains($0) || faults[$0] == nil }
      .map { marks[$0] }
    guard !stages.isEmpty else { return [(nil, acceptable)] }
    return times(in: rubric, period).map { time in (time.id, acceptable.filter(time.takes)) }
  }
}
