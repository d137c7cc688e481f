package import Diagnostics
package import Values

/// What was found, typed as one rubric declares it: one value a slot.
package struct Evidence: Sendable {
  package enum FindingState: Sendable {
    case none, alleged, confirmed
    /// Findings were written down that cannot be read; this may be one of them.
    case unreadable
    /// Nobody handed over whether there are any.
    case leftOut
  }

  package let subject: EvaluatedSubject
  package let period: Period?
  package let asOf: CalendarDate?
  /// Facts, tables, surveys, documents and the period; figures and results are filled in by scoring.
  package internal(set) var slots: [Value]
  /// One a declared fact; empty where nothing is recorded.
  package let inputs: [InputResult]
  /// By document declaration: the files of that kind, with why one does not count.
  package let documents: [[DocumentUse]]
  /// By item id.
  package let marks: [String: [AssessorMark]]
  /// By item id, one a mark: why it does not count at any stage.
  package var stageFaults: [String: [Wording?]] = [:]
  package let lostMarks: [LostMark]
  /// Everything that assessors handed in, whatever they mark.
  package var papers: [JudgementRecord] = []
  /// What visits found.
  package var faults: [FaultRecord] = []
  package var advice: [AdviceRecord] = []
  let impartiality: Impartiality
  /// One a declared finding.
  package internal(set) var findings: [FindingState]
  package let hasWholeFindings: Bool
  package let confirmedFindings: Int
  package let allegedFindings: Int
  /// Earlier results by this rubric, the latest last.
  package var history: [PastResult] = []
  package var isReEvaluation = false
  /// What the rubric looks at and nobody handed over.
  package internal(set) var leftOut: Set<Need> = []
  package let diagnostics: Diagnostics
  package var related = RelatedResults()
}
