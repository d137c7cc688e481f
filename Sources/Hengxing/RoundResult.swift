package import Diagnostics
package import Reports

/// Every report of a round, and its index.
package struct RoundResult: Sendable {
  package struct Filed: Sendable {
    /// Where its files stand below the output folder.
    package let folder: String
    package let report: Report
    /// What the round gives back to the subject, beside its first report; `nil` where it answers for nobody.
    package var feedback: Feedback?
    /// The working paper, where it was asked for.
    package var workbook: HandedFile?
  }

  package let index: RoundIndex
  package let reports: [Filed]
  /// What was found in the evidence of the subjects while they were scored, each once.
  package let evidence: [Diagnostic]
  /// The table of the whole round, where it was asked for.
  package var table: HandedFile?

  /// Whether a subject could not be scored because of a fault.
  package var hasRejections: Bool {
    reports.contains { $0.report.verdict.status == .rejected }
  }
}
