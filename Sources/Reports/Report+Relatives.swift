package import Diagnostics

extension Report {
  /// Who stands above and below in the round, with their results.
  package struct Relatives: Sendable, Codable, Equatable {
    package var above: Relative?
    package var below: [Relative]

    package init(above: Relative?, below: [Relative]) {
      self.above = above
      self.below = below
    }
  }

  package struct Relative: Sendable, Codable, Equatable {
    package var title: Wording
    /// The folder of its report, seen from the folder of this one.
    package var folder: String
    package var verdict: Verdict

    package init(_ report: Report, folder: String) {
      title = report.subject.title
      self.folder = folder
      verdict = report.verdict
    }
  }
}
