package import Diagnostics
package import Rubrics
import Values

extension ReportBuilder {
  /// The one page of a subject that could not be scored: the reason, and the way back.
  package static func rejected(
    subject: Report.Subject, rubric: Rubric?, named name: String, language: Language,
    because reason: Wording, notices: Diagnostics, round: Report.Round?, seal: Report.Seal,
    isAwaited: Bool = false
  ) -> Report {
    Report(
      seal: seal,
      round: round,
      subject: subject,
      rubric: Report.RubricFace(
        id: rubric?.id ?? name,
        edition: rubric?.edition ?? "",
        title: rubric?.title ?? Wording(name),
        note: nil,
        language: language,
        isFictional: rubric?.isFictional ?? false,
        points: .zero,
        pointsWithSourcedRule: .zero,
        pointsWithSourcedValue: .zero,
        scale: nil,
        grades: []
      ),
      verdict: Report.Verdict(
        status: isAwaited ? .notHandedIn : .rejected, words: reason, score: nil,
        scoreWithoutExcuses: nil, best: nil,
        worst: nil, validUntil: nil
      ),
      sections: [], extras: [], steps: [], figures: [], inputs: [], files: [], missing: [],
      decision: nil,
      notices: notices.all.map(notice),
      sources: []
    )
  }
}
