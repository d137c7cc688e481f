package import Diagnostics
import Rubrics
package import Scoring
import Values
package import WorkbookWriting

/// The table of a whole round: sections, totals, places and grades of all subjects, a sheet for each rubric.
package struct RoundWorkbook {
  /// One subject of a round, with what stands beside its figures.
  package struct Entry {
    let evaluation: Evaluation
    /// What has fired, in a word each.
    let gates: [Wording]
    /// What is recommended.
    let actions: [Wording]

    package init(_ evaluation: Evaluation, gates: [Wording], actions: [Wording]) {
      (self.evaluation, self.gates, self.actions) = (evaluation, gates, actions)
    }
  }

  package let draft: WorkbookDraft

  /// - Returns: `nil` where nobody was scored.
  package init?(_ entries: [Entry], title: Wording, engine: String, language: Language) {
    guard !entries.isEmpty else { return nil }
    var draft = WorkbookDraft(title: title.text(in: language))
    var order: [String] = []
    var groups: [String: [Entry]] = [:]
    for entry in entries {
      let key = "\(entry.evaluation.rubric.id)@\(entry.evaluation.rubric.edition)"
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(entry)
    }
    for key in order {
      guard let group = groups[key], let first = group.first else { continue }
      let name = draft.name(for: first.evaluation.rubric.title.text(in: language))
      draft.add(
        RoundSheet(group, name: name, title: title, engine: engine, language: language).page)
    }
    self.draft = draft
  }
}
