package import Diagnostics

extension Report {
  /// Whose results of the round stand around this one: above, below, or taken over.
  package struct Relatives: Sendable, Codable, Equatable {
    package var above: Relative?
    package var below: [Relative]
    /// Whose results it takes over; `nil` where it takes none.
    package var taken: [Relative]?

    package init(above: Relative?, below: [Relative], taken: [Relative]) {
      self.above = above
      self.below = below
      self.taken = taken.isEmpty ? nil : taken
    }
  }

  package struct Relative: Sendable, Codable, Equatable {
    package var title: Wording
    /// The folder of its report, seen from the folder of this one.
    package var folder: String
    package var verdict: Verdict

    /// `namesRubric`: a subject may stand there under several rubrics.
    package init(_ report: Report, folder: String, namesRubric: Bool = false) {
      let (subject, rubric) = (report.subject.title, report.rubric.title)
      title =
        namesRubric
        ? Wording(en: "\(subject.en) · \(rubric.en)", zh: "\(subject.zh) · \(rubric.zh)") : subject
      self.folder = folder
      verdict = report.verdict
    }
  }
}
