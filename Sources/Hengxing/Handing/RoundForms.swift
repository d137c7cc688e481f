import Bundles
import Decisions
package import Diagnostics
import Formats
import Handouts
import Rubrics
import Values

/// A round, as far as forms have to know it: who is asked for what.
package struct RoundForms {
  let round: Round
  let library: Library
  /// By subject: its own rubrics.
  let rubrics: [String: [Rubric]]

  /// - Returns: `nil` where there is no round, or none of its rubrics; that was reported.
  package init?(_ path: String, into diagnostics: inout Diagnostics) {
    guard let round = RoundReader.read(at: path, into: &diagnostics) else { return nil }
    let library = Library(of: round, into: &diagnostics)
    self.round = round
    self.library = library
    var rubrics: [String: [Rubric]] = [:]
    for subject in round.subjects {
      rubrics[subject.id] = subject.rubrics.compactMap {
        library.rubric(for: $0, besides: round.path, into: &diagnostics)
      }
    }
    guard rubrics.values.contains(where: { !$0.isEmpty }) else { return nil }
    self.rubrics = rubrics
  }

  package var language: Language { round.language }

  /// Its own rubrics, those of others to whom it stands in a role, and the policies that follow.
  func content(for subject: Round.Subject) -> FormContent {
    var demands = (rubrics[subject.id] ?? []).map { FormContent.Demand($0) }
    for other in round.subjects {
      for (role, party) in other.parties.sorted(by: { $0.key < $1.key })
      where party.text == subject.id {
        demands += (rubrics[other.id] ?? []).map { FormContent.Demand($0, role: role) }
      }
    }
    let policies = (rubrics[subject.id] ?? []).flatMap { library.policies(for: $0) }
    return FormContent(demands, further: policies.flatMap(\.facts))
  }

  func face(for subject: Round.Subject, filledWith bundle: Bundle? = nil) -> BundleForm.Face {
    var face = BundleForm.Face(
      id: subject.id, kind: subject.kind ?? bundle?.kind ?? "",
      title: (subject.title ?? bundle?.title)?.text(in: round.language) ?? "")
    face.from = bundle?.period?.from ?? round.period.from
    face.to = bundle?.period?.to ?? round.period.to
    face.operation = subject.operation?.text ?? ""
    face.round = round.id
    face.isFictional = round.isFictional || bundle?.isFictional == true
    return face
  }

  func form(for subject: Round.Subject, filledWith bundle: Bundle? = nil) -> BundleForm {
    BundleForm(
      content(for: subject), for: face(for: subject, filledWith: bundle),
      language: round.language, filledWith: bundle)
  }
}
