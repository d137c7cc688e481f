import Diagnostics
import Rubrics
package import Scoring
import Values

extension ReportBuilder {
  func line(_ result: StageResult) -> Report.StageLine {
    Report.StageLine(
      id: result.time.id, title: result.time.title,
      points: result.points.map { Self.amountOfItem($0) },
      weight: result.weight.flatMap { $0.multiplied(by: Number(100)) }.map {
        ValueText.short($0, decimals: 2) + "%"
      }
    )
  }

  func stageTitle(_ id: String) -> String {
    if let stage = rubric.stages.first(where: { $0.id == id }) {
      return stage.title.text(in: rubric.language)
    }
    // A term of a stage that is held again and again.
    guard let stage = rubric.stages.first(where: { id.hasPrefix("\($0.id) ") }) else { return id }
    return stage.title.text(in: rubric.language) + id.dropFirst(stage.id.count)
  }

  func line(_ result: CalendarResult) -> Report.CalendarLine {
    Report.CalendarLine(
      name: result.figure.name, title: result.figure.title, atLeast: result.atLeast,
      terms: result.terms.map { term in
        let (low, high) = (term.held.lowerBound, term.held.upperBound)
        return Report.CalendarLine.Term(
          name: term.name, held: low == high ? "\(low)" : "\(low)–\(high)",
          state: low >= result.atLeast ? .kept : high < result.atLeast ? .missed : .open)
      },
      outsideCount: result.outsideCount, undatedCount: result.undatedCount,
      items: rubric.everyItem.filter {
        rubric.slots(behind: $0.inputs).contains(result.figure.slot)
      }.map(\.id)
    )
  }

  /// Points of one item, shown with four decimals at most.
  package static func amountOfItem(_ range: ScoreRange) -> Report.Amount {
    let exact = amount(range)
    let low = ValueText.short(range.low, decimals: 4)
    let text = range.isPoint ? low : "\(low) – \(ValueText.short(range.high, decimals: 4))"
    return Report.Amount(low: exact.low, high: exact.high, text: text)
  }
}
