package import Diagnostics
import FEEL
import Formats
package import Rubrics
import Scoring
import Values

/// Runs the tests of a policy: a result as written, and the recommendation that must follow.
package struct PolicyTestRunner: Sendable {
  private let policy: Policy

  package init(_ policy: Policy) {
    self.policy = policy
  }

  /// Runs every case; failures are reported at what was expected.
  ///
  /// - Returns: how many cases passed.
  package func run(_ file: RubricTestSyntax, into diagnostics: inout Diagnostics) -> Int {
    var passed = 0
    for test in file.cases {
      var failures = Diagnostics()
      run(test, into: &failures)
      if failures.isEmpty { passed += 1 }
      diagnostics.append(failures)
    }
    return passed
  }

  private func run(_ test: RubricTestSyntax.Case, into failures: inout Diagnostics) {
    let facts = FactReader.read(
      policy.facts, for: policy.appliesTo.first ?? "", test.source, in: test.setting,
      into: &failures)
    let decision = policy.decide(on: result(of: test), facts: facts.map(\.value))
    let expected = test.expected
    if let action = expected.action {
      let found = decision.actions.map(\.id).joined(separator: " | ")
      compare(action, found.isEmpty ? "none" : found, "action", at: expected.place, &failures)
    }
    for amount in expected.money {
      let found = decision.money.first { $0.rule.id == amount.name }.map { amount in
        if case .number(let number) = amount.value { "\(number)" } else { "unknown" }
      }
      compare("\(amount.number)", found ?? "none", amount.name, at: amount.place, &failures)
    }
    for cell in expected.figures {
      let found = decision.figures[cell.name].map(text) ?? "none"
      compare(cell.text, found, cell.name, at: cell.place, &failures)
    }
  }

  private func compare(
    _ expected: String, _ found: String, _ what: String, at place: Place,
    _ failures: inout Diagnostics
  ) {
    if expected == found { return }
    if let number = Number(expected), let other = Number(found), number == other { return }
    failures.report(.policyTestFailed(what, expected: expected, found, at: place))
  }

  private func text(_ value: Value) -> String {
    switch value {
    case .number(let number): "\(number)"
    case .string(let string): string
    case .boolean(let boolean): "\(boolean)"
    case .date(let date): "\(date)"
    case .null: "null"
    default: "unknown"
    }
  }

  /// The result that the case writes down; what it leaves out is null.
  private func result(of test: RubricTestSyntax.Case) -> ResultValues {
    var values: [ResultName: Value] = [.status: .string("evaluated")]
    if let mapping = test.result?.mapping {
      for entry in mapping.entries {
        guard let name = ResultName(rawValue: entry.key.text), let text = entry.value.scalar?.text
        else { continue }
        values[name] = Number(text).map(Value.number) ?? .string(text)
      }
    }
    if case .number(let score)? = values[.score] {
      values[.low] = values[.low] ?? .number(score)
      values[.high] = values[.high] ?? .number(score)
    } else if case .number(let low)? = values[.low], case .number(let high)? = values[.high] {
      let bounds = Bounds(.number(low: low, high: high, isWhole: false))
      values[.score] = .unknown(Unknown(bounds, missing: [Missing("score", .absent)]))
    }
    let history = test.history?.sequence?.items.compactMap(\.mapping) ?? []
    values[.ratedYears] = .number(Number(history.count))
    if let last = history.last {
      values[.previousGrade] = last["grade"]?.scalar.map { .string($0.text) } ?? .null
      values[.previousScore] = last["score"]?.scalar.flatMap { Number($0.text) }.map(Value.number)
    }
    let contract = test.contract?.mapping
    values[.contractAmount] = contract?["amount"]?.scalar.flatMap { Number($0.text) }
      .map(Value.number)
    values[.contractUntil] = contract?["until"]?.scalar.flatMap { CalendarDate(written: $0.text) }
      .map(Value.date)
    values[.asOf] = test.setting.asOf.map(Value.date)
    let findings = test.source.findings
    values[.confirmedFindings] = .number(Number(findings.count { $0.status == .confirmed }))
    values[.allegedFindings] = .number(Number(findings.count { $0.status == .alleged }))
    return ResultValues(values)
  }
}
