package import Diagnostics
package import Rubrics
import Values

/// One time at which a stage is held: once, or in one term of the period.
package struct StageTime: Sendable {
  /// Into `Rubric.stages`.
  let number: Int
  package let stage: Stage
  /// `nil` where the stage is held once.
  package let term: CalendarTerm?

  /// What results call it: `mid`, `visit 2024-03`.
  package var id: String { term.map { "\(stage.id) \($0.name)" } ?? stage.id }

  package var title: Wording {
    guard let term else { return stage.title }
    return Wording(en: "\(stage.title.en) \(term.name)", zh: "\(stage.title.zh) \(term.name)")
  }

  /// Whether a mark was given then; a station rates itself once, for all of them.
  func takes(_ mark: AssessorMark) -> Bool {
    guard let name = mark.stage else { return mark.role == Panel.ownRole }
    guard name == stage.id else { return false }
    guard let term else { return true }
    // As text: dates of marks are kept as they are written in reports.
    return mark.date.map { $0 >= term.from.isoText && $0 <= term.to.isoText } ?? false
  }

  /// Whether it was held: somebody but the subject itself was there and wrote it down.
  func isHeld(in papers: [JudgementRecord]) -> Bool {
    papers.contains { paper in
      guard paper.stage == stage.id, paper.role != Panel.ownRole else { return false }
      guard let term else { return true }
      return paper.date.map { $0 >= term.from && $0 <= term.to } ?? false
    }
  }
}
