import Diagnostics
import Formats
import Rubrics

extension Round {
  /// Tells findings that are about nobody of the round, or of a kind that none of its rubrics knows.
  ///
  /// What somebody has found does not vanish because it is misspelt: whoever it may be about is not certain, as far as findings
  /// matter to him.
  mutating func weighFindings(by library: Library, into diagnostics: inout Diagnostics) {
    let ids = Set(subjects.flatMap { [$0.id] + $0.parties.values.map(\.text) })
    let kinds = Set(library.rubrics.compactMap(\.content).flatMap(\.findings).map(\.name))
    for finding in findings {
      if !ids.contains(finding.about) {
        let named = subjects.filter { subject in
          subject.title.map { [$0.zh, $0.en].contains(finding.about) } ?? false
        }
        if named.isEmpty { hasWholeFindings = false }
        subjectsOfDoubtfulFindings.formUnion(named.map(\.id))
        diagnostics.report(
          .findingAboutNobody(
            finding.about, at: finding.place, meant: named.map(\.id),
            among: subjects.map(\.id).sorted()))
      }
      guard !kinds.isEmpty, !kinds.contains(finding.what) else { continue }
      subjectsOfDoubtfulFindings.insert(finding.about)
      diagnostics.report(.findingOfNoKind(finding.what, at: finding.place, among: kinds.sorted()))
    }
  }
}
