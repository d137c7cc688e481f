package import Diagnostics
import Formats
package import Rubrics
import Values

/// Runs the tests of a rubric, and counts what they reach.
package struct RubricTestRunner: Sendable {
  package struct Outcome: Sendable {
    package let test: RubricTestCase
    package let evaluation: Evaluation
    /// What was expected and did not come out; empty where the test passes.
    package let failures: [Diagnostic]

    package var passes: Bool { failures.isEmpty }
  }

  private let reader: EvidenceReader
  private let scorer: Scorer

  package init(_ rubric: Rubric) {
    reader = EvidenceReader(rubric)
    scorer = Scorer(rubric)
  }

  package func run(_ test: RubricTestCase) -> Outcome {
    let evidence = reader.read(test.source, in: test.setting)
    let evaluation = scorer.score(evidence, mode: test.mode)
    var failures = Diagnostics()
    if let expectations = test.expectations {
      RubricTestVerdict(test: test, evaluation: evaluation).check(expectations, into: &failures)
    }
    return Outcome(test: test, evaluation: evaluation, failures: failures.all)
  }

  /// Runs every case; failures are reported at what was expected.
  package func run(
    _ file: RubricTestFile, into diagnostics: inout Diagnostics
  ) -> (outcomes: [Outcome], coverage: RubricCoverage) {
    var coverage = RubricCoverage(scorer.rubric)
    var outcomes: [Outcome] = []
    for test in file.cases {
      let outcome = run(test)
      for failure in outcome.failures { diagnostics.report(failure) }
      coverage.note(outcome.evaluation)
      outcomes.append(outcome)
    }
    return (outcomes, coverage)
  }
}

/// Compares one evaluation with what a test expects.
struct RubricTestVerdict {
  let test: RubricTestCase
  let evaluation: Evaluation

  func check(_ expected: Record, into failures: inout Diagnostics) {
    checkTotal(expected, into: &failures)
    if let grade = expected.scalar("grade") {
      compare(grade, evaluation.grade?.id, "grade", into: &failures)
    }
    if let stars = expected.scalar("stars") {
      let found = evaluation.certainStanding?.stars.map(String.init)
      compare(stars, found, "stars", into: &failures)
    }
    if let status = expected.scalar("status") { checkStatus(status, into: &failures) }
    for entry in expected.map("items") {
      guard let expected = entry.value.scalar else { continue }
      guard let item = evaluation.everyItem.first(where: { $0.item.id == entry.key.text }) else {
        reportUnknown(
          entry.key, among: evaluation.rubric.everyItem.map(\.id), evaluation.isScored,
          into: &failures)
        continue
      }
      check(expected, item, into: &failures)
    }
    for entry in expected.map("sections") {
      guard let expected = entry.value.scalar else { continue }
      let found = evaluation.everySection.first { $0.section.id == entry.key.text }
      guard let found else {
        reportUnknown(
          entry.key, among: evaluation.rubric.sections.map(\.id), evaluation.isScored,
          into: &failures)
        continue
      }
      compare(
        expected, found.points.map(\.text) ?? "not applicable", entry.key.text, into: &failures)
    }
    for entry in expected.map("figures") {
      guard let expected = entry.value.scalar else { continue }
      guard let found = evaluation.figures.first(where: { $0.figure.name == entry.key.text }) else {
        reportUnknown(
          entry.key, among: evaluation.rubric.figures.map(\.name), true, into: &failures)
        continue
      }
      compare(expected, found.value.testText, entry.key.text, into: &failures)
    }
  }

  private func checkTotal(_ expected: Record, into failures: inout Diagnostics) {
    if let score = expected.scalar("score") {
      compare(score, evaluation.total?.text, "score", into: &failures)
    }
    if let low = expected.scalar("low") {
      compare(low, evaluation.total?.low.description, "low", into: &failures)
    }
    if let high = expected.scalar("high") {
      compare(high, evaluation.total?.high.description, "high", into: &failures)
    }
  }

  private func checkStatus(_ expected: Scalar, into failures: inout Diagnostics) {
    let words: [String]
    switch evaluation.status {
    case .notEvaluated(let status, let bar):
      words = [status.en, status.zh, "not evaluated"] + (bar.map { [$0] } ?? [])
    case .evaluated, .open, .rejected: words = [evaluation.status.text(in: .en)]
    }
    guard !words.contains(expected.text) else { return }
    failures.report(
      .expectationFailed(
        "status", expected: expected.text, found: words[0], in: test.name, at: expected.place))
  }

  /// A word for the outcome, or the points that count.
  private func check(
    _ expected: Scalar, _ item: ItemResult, into failures: inout Diagnostics
  ) {
    let points = item.points.map(\.text)
    var texts = [item.outcome.word, points].compactMap { $0 }
    if case .closed(.drop) = item.outcome { texts.append("not applicable") }
    guard !texts.contains(where: { $0.says(expected.text) }) else { return }
    failures.report(
      .expectationFailed(
        item.item.id, expected: expected.text,
        found: texts.isEmpty ? "–" : texts.joined(separator: ", "), in: test.name,
        at: expected.place))
  }

  private func compare(
    _ expected: Scalar, _ found: String?, _ name: String, into failures: inout Diagnostics
  ) {
    if let found, found.says(expected.text) { return }
    failures.report(
      .expectationFailed(
        name, expected: expected.text, found: found ?? "–", in: test.name, at: expected.place))
  }

  private func reportUnknown(
    _ key: Scalar, among names: [String], _ isScored: Bool, into failures: inout Diagnostics
  ) {
    if names.contains(key.text), !isScored {
      failures.report(
        .expectationFailed(
          key.text, expected: key.text, found: evaluation.status.text(in: .en), in: test.name,
          at: key.place))
    } else {
      failures.report(.expectationUnknown(key.text, among: names, at: key.place))
    }
  }
}

extension Evaluation {
  /// Whether items were scored: not so behind an admission bar.
  fileprivate var isScored: Bool { if case .notEvaluated = status { false } else { true } }
}

extension ScoreRange {
  /// `6`, or `0..6` where it is not known.
  var text: String { point?.description ?? "\(low.description)..\(high.description)" }
}

extension String {
  /// The same text, or the same number in another writing.
  fileprivate func says(_ expected: String) -> Bool {
    if self == expected { return true }
    guard let mine = Number(self), let theirs = Number(expected) else { return false }
    return mine == theirs
  }
}

extension Value {
  /// A figure as tests write it.
  fileprivate var testText: String {
    if case .unknown = self { return "unknown" }
    return shortText
  }
}
