package import Diagnostics
import Formats
package import Rubrics
package import Values

/// The result of scoring one subject under one rubric, with its whole derivation.
package struct Evaluation: Sendable {
  package let rubric: Rubric
  package let subject: EvaluatedSubject
  package let mode: ScoringMode
  package let period: Period?
  package let asOf: CalendarDate?
  package let status: Status
  package let sections: [SectionResult]
  package let bonus: BonusResult?
  package let deductions: [ItemResult]
  /// Every step of the order of evaluation, also where it changes nothing.
  package let steps: [EvaluationStep]
  /// Rounded as the rubric declares; `nil` where the subject is not evaluated.
  package let total: ScoreRange?
  package let unrounded: ScoreRange?
  /// Rounded; the same as `total` where no excuse was applied.
  package let totalWithoutExcuses: ScoreRange?
  /// `nil` where the subject is not evaluated.
  package let standing: StandingRange?
  /// The last day on which the grade is valid; `nil` where it is not certain, or the rubric does not say.
  package let validUntil: CalendarDate?
  package let figures: [FigureResult]
  /// Every declared fact, in the order of the rubric.
  package let inputs: [InputResult]
  /// Everything that is not known, each once, with what it holds up.
  package let missing: [MissingInput]
  package let confirmedFindings: Int
  package let allegedFindings: Int
  /// False where findings were written down that cannot be read: then both counts are at least.
  package let hasWholeFindings: Bool
  /// Of this subject's evidence.
  package let diagnostics: Diagnostics
  /// An admission bar, or a block, that evidence could still close.
  package let mayNotBeEvaluated: Bool
  /// What it brings to the comparison with others; `nil` where it is compared with nobody.
  package let member: CohortMember?
  /// What it was compared with, in the second pass; `nil` before, and where it is compared with nobody.
  package let cohort: CohortResult?
  /// What assessors handed in, found and advise, as reports tell it.
  package var papers: [JudgementRecord] = []
  package var faults: [FaultRecord] = []
  package var advice: [AdviceRecord] = []
  /// Documents of declared kinds that do not count, by file.
  package var documentsSetAside: Set<String> = []
}

package enum Status: Sendable, Hashable {
  case evaluated
  /// Evaluated again after a failure: not the same as having passed, or failed, at first.
  case reEvaluated(passed: Bool)
  /// Unknowns remain: no score and no grade, only bounds.
  case open
  /// An admission bar, a block or a number that is too large; `bar` is the bar's id.
  case notEvaluated(Wording, bar: String?)
  /// The rubric is in error.
  case rejected

  /// Whether score and grade stand.
  package var isDecided: Bool {
    switch self {
    case .evaluated, .reEvaluated: true
    case .open, .notEvaluated, .rejected: false
    }
  }

  /// The word of the `status` column; the words of a bar where one fired.
  package func text(in language: Language) -> String {
    switch self {
    case .evaluated: "evaluated"
    case .reEvaluated(passed: true): "passed on re-evaluation"
    case .reEvaluated(passed: false): "failed on re-evaluation"
    case .open: "open"
    case .notEvaluated(let words, let bar): bar == nil ? "not evaluated" : words.text(in: language)
    case .rejected: "rejected"
    }
  }
}

/// One thing that is not known, and what waits for it.
package struct MissingInput: Sendable {
  package let missing: Missing
  /// Ids of the items it holds up, in rubric order.
  package let items: [String]
  /// Ids of the bars, caps and vetoes it leaves open.
  package let gates: [String]
}
