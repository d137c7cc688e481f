import Decisions
package import Diagnostics
import Formats
import Reports
import Rubrics
package import Values

extension Round {
  /// Until when, to whom and how one may object.
  package struct Objections: Sendable {
    package let until: CalendarDate?
    package let to: Wording?
    package let form: Wording?

    var face: Report.ObjectionFace {
      Report.ObjectionFace(until: until.map { "\($0)" }, to: to, form: form)
    }
  }

  /// What a report says around the result of one subject: nothing of it changes a point.
  func surroundings(
    of subject: Subject, _ rubric: Rubric?, folder: String, names: [String: Wording],
    _ standings: RoundStandings?
  ) -> Report.Surroundings {
    let up = String(repeating: "../", count: folder.split(separator: "/").count)
    return Report.Surroundings(
      history: rubric.map { history(of: subject, by: $0) } ?? [],
      contract: contract(of: subject, names),
      findings: rubric.map { findings(about: subject, $0) } ?? [],
      objections: objections?.face,
      place: rubric.flatMap {
        standings?.place(of: subject.id, under: $0.id, $0.edition)
      },
      index: up + "index")
  }

  private func history(of subject: Subject, by rubric: Rubric) -> [Report.PastLine] {
    subject.history.reversed().filter { $0.rubric == nil || $0.rubric == rubric.id }.map { past in
      Report.PastLine(
        period: past.period, edition: past.edition, grade: past.grade,
        title: past.grade.flatMap { rubric.grades.line($0)?.title }, score: past.score,
        date: past.date.map { "\($0)" })
    }
  }

  private func contract(of subject: Subject, _ names: [String: Wording]) -> Report.ContractFace? {
    let terms = ResultValues.Contract(together: subject.termsOfContracts)
    let holder = subject.parties["operator"].map { names[$0.text] ?? Wording($0.text) }
    let face = Report.ContractFace(
      holder: holder, amount: terms.amount, from: terms.from.map { "\($0)" },
      until: terms.until.map { "\($0)" })
    return face == Report.ContractFace(holder: nil, amount: nil, from: nil, until: nil) ? nil : face
  }

  private func findings(about subject: Subject, _ rubric: Rubric) -> [Report.FindingLine] {
    findings.filter { $0.about == subject.id }.compactMap { finding in
      guard let state = Report.FindingLine.State(rawValue: finding.status),
        let declared = rubric.findings.first(where: { $0.name == finding.what })
      else { return nil }
      return Report.FindingLine(
        what: finding.what, title: declared.title ?? Wording(finding.what), state: state,
        by: finding.by, date: finding.date.map { "\($0)" }, citation: finding.citation)
    }
  }
}
