import Bundles
package import Diagnostics
import Handouts
import Rubrics

extension RoundForms {
  /// One workbook for each assessor: every station whose rubric has something for this role to mark.
  ///
  /// - Returns: nothing where nobody is marked; that was reported.
  package func marks(
    by assessors: [String], role: String, stage: String?, into diagnostics: inout Diagnostics
  ) -> [HandedFile] {
    let papers = papers(for: role, at: stage)
    guard !papers.isEmpty else {
      diagnostics.report(.noItemsForRole(role, stage, roles, at: .file(round.path)))
      return []
    }
    var names = FolderNames()
    return assessors.compactMap { assessor in
      let form = MarksForm(papers, for: face(assessor, role, stage), language: round.language)
      return HandedFile(
        "marks/\(names.name(for: "\(role) \(assessor)")).xlsx", form.workbook, into: &diagnostics)
    }
  }

  func face(_ assessor: String, _ role: String, _ stage: String?) -> MarksForm.Face {
    MarksForm.Face(
      assessor: assessor, role: role, stage: stage, round: round.id,
      isFictional: round.isFictional)
  }

  /// By rubric, in the order of the round: the stations that somebody of a role marks.
  func papers(for role: String, at stage: String?) -> [MarksForm.Paper] {
    var order: [String] = []
    var found: [String: (rubric: Rubric, stations: [MarksForm.Station])] = [:]
    for subject in round.subjects {
      for rubric in rubrics[subject.id] ?? []
      where !rubric.items(markedBy: role, at: stage).isEmpty {
        let station = MarksForm.Station(
          id: subject.id, title: subject.title?.text(in: round.language) ?? "")
        if found[rubric.id] == nil {
          order.append(rubric.id)
          found[rubric.id] = (rubric, [])
        }
        found[rubric.id]?.stations.append(station)
      }
    }
    return order.compactMap { found[$0] }.map { MarksForm.Paper($0.rubric, $0.stations) }
  }

  /// Every role that marks something in the round.
  private var roles: [String] {
    Set(
      rubrics.values.joined().flatMap { $0.everyItem.flatMap { $0.plan.panel?.roles ?? [] } }
    ).sorted()
  }
}
