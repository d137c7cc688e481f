package import Diagnostics
package import Rubrics

/// Runs the tests of a rubric, and counts what they reach.
package struct RubricTestRunner: Sendable {
  package struct Outcome: Sendable {
    package let name: String
    package let evaluation: Evaluation
    /// What was expected and did not come out; empty where the test passes.
    package let failures: [Diagnostic]
    /// Nobody has ticked it: it proves nothing, and reaches nothing.
    package let isToTick: Bool

    package var passes: Bool { failures.isEmpty && !isToTick }
  }

  private let reader: EvidenceReader
  private let scorer: Scorer

  package init(_ rubric: Rubric) {
    reader = EvidenceReader(rubric)
    scorer = Scorer(rubric)
  }

  /// `others` are the grades of other rubrics, best first.
  package func run(_ test: RubricTestSyntax.Case, others: [String: [String]] = [:]) -> Outcome {
    let mode: ScoringMode =
      switch test.mode {
      case .final: .final
      case .selfView: .selfAssessment
      }
    let evidence = evidence(of: test, others)
    var evaluation = scorer.score(evidence, mode: mode)
    if let others = test.cohort.map({ $0.map { self.evidence(of: $0, others) } }) {
      let members = [evaluation.member] + others.map { scorer.score($0, mode: mode).member }
      if let view = Cohorts(scorer.rubric, members, mode: mode)?.view(of: 0) {
        evaluation = scorer.score(evidence, mode: mode, in: view)
      }
    }
    var verdict = RubricTestVerdict(
      evaluation: evaluation, name: test.name, isToTick: test.isToTick)
    verdict.check(test.expected)
    return Outcome(
      name: test.name, evaluation: evaluation, failures: verdict.failures,
      isToTick: test.isToTick)
  }

  private func evidence(
    of test: RubricTestSyntax.Case, _ others: [String: [String]]
  ) -> Evidence {
    var setting = test.setting
    setting.related = test.related(for: scorer.rubric, others)
    return reader.read(test.source, in: setting)
  }

  /// Runs every case; failures are reported where the expectation stands.
  package func run(
    _ tests: RubricTestSyntax, into diagnostics: inout Diagnostics
  ) -> (outcomes: [Outcome], coverage: RubricCoverage) {
    var coverage = RubricCoverage(scorer.rubric)
    var outcomes: [Outcome] = []
    for test in tests.cases {
      let outcome = run(test, others: tests.others)
      for failure in outcome.failures { diagnostics.report(failure) }
      if !outcome.isToTick { coverage.note(outcome.evaluation) }
      outcomes.append(outcome)
    }
    let waiting = tests.cases.filter(\.isToTick)
    if let first = waiting.first {
      diagnostics.report(.casesToTick(waiting.count, at: first.place))
    }
    return (outcomes, coverage)
  }
}
