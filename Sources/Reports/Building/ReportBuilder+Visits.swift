import Diagnostics
import Rubrics
import Scoring
import Values

extension ReportBuilder {
  /// `nil` where nobody visited.
  var visits: [Report.VisitLine]? {
    let repeated = Set(rubric.stages.filter { $0.every != nil }.map(\.id))
    var faults = Dictionary(grouping: evaluation.faults, by: \.paper)
    let lines = evaluation.papers.compactMap { paper -> Report.VisitLine? in
      let found = faults.removeValue(forKey: paper.file) ?? []
      guard !found.isEmpty || paper.stage.map(repeated.contains) ?? false else { return nil }
      return Report.VisitLine(
        stage: paper.stage.map { id in
          rubric.stages.first { $0.id == id }?.title ?? Wording(id)
        } ?? Wording(""), date: paper.date?.isoText, by: paper.by, role: paper.role,
        marks: paper.markCount, faults: found.map(line))
    }
    return lines.isEmpty ? nil : lines.sorted { ($0.date ?? "", $0.by) < ($1.date ?? "", $1.by) }
  }

  private func line(_ fault: FaultRecord) -> Report.FaultLine {
    Report.FaultLine(
      id: fault.id, item: fault.item, says: fault.says, due: fault.due?.isoText,
      state: fault.state.flatMap { Report.FaultLine.State(rawValue: $0.rawValue) } ?? .open,
      checked: fault.checked?.isoText, followUp: fault.followUps.last?.says)
  }

  /// `nil` where nobody advises anything.
  var advice: [Report.AdviceLine]? {
    let lines = evaluation.advice.map {
      Report.AdviceLine(
        says: $0.says, by: $0.by, date: $0.date?.isoText, to: $0.to, item: $0.item)
    }
    return lines.isEmpty ? nil : lines
  }
}
