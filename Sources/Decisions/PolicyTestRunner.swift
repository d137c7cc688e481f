package import Diagnostics
import FEEL
import Formats
package import Rubrics
import Scoring
import Values

/// Runs the tests of a policy: results as written, and the recommendation that must follow.
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
      // What nobody has ticked proves nothing, whatever it comes to.
      if test.isToTick { continue }
      if failures.isEmpty { passed += 1 }
      diagnostics.append(failures)
    }
    return passed
  }

  private func run(_ test: RubricTestSyntax.Case, into failures: inout Diagnostics) {
    guard let decision = decided(test, into: &failures).round.decisions.first else { return }
    let expected = test.expected
    if let count = expected.conditions {
      compare(
        "\(count)", "\(decision.conditions.count)", "conditions", at: expected.place, &failures)
    }
    if let action = expected.action {
      let found = decision.actions.map(\.id).joined(separator: " | ")
      compare(action, found.isEmpty ? "none" : found, "action", at: expected.place, &failures)
    }
    for amount in expected.money { check(amount, in: decision, &failures) }
    for cell in expected.figures {
      let found = decision.figures[cell.name].map(text) ?? "no such figure"
      compare(cell.text, found, cell.name, at: cell.place, &failures)
    }
    for (name, cells) in expected.instalments {
      let found = decision.money.first { $0.rule.id == name }?.instalments ?? []
      for cell in cells {
        let words = found.first { $0.rule.id == cell.name }.map { instalment in
          "\(instalment.state.rawValue) \(range(instalment.value))"
        }
        compare(
          cell.text, words ?? "no such instalment", "\(name).\(cell.name)", at: cell.place,
          &failures)
      }
    }
  }

  /// What is decided on the subject of a case, which comes first, and on those beside it.
  func decided(
    _ test: RubricTestSyntax.Case, into failures: inout Diagnostics
  ) -> (entrants: [Entrant], round: RoundDecision) {
    var entrants: [Entrant] = []
    for subject in [test] + test.among { entrants.append(entrant(subject, into: &failures)) }
    let grants = ([test] + test.among).flatMap(\.grants)
    return (entrants, policy.decide(on: entrants, grants: grants))
  }

  private func check(
    _ expected: RubricTestSyntax.Amount, in decision: Decision, _ failures: inout Diagnostics
  ) {
    guard let amount = decision.money.first(where: { $0.rule.id == expected.name }) else {
      compare("", "no such amount", expected.name, at: expected.place, &failures)
      return
    }
    if case .between(let low, let high) = expected.value,
      case .unknown(let unknown) = amount.value, unknown.bounds.interval?.low == low,
      unknown.bounds.interval?.high == high
    {
      return
    }
    let words =
      switch expected.value {
      case .exact(let number): "\(number)"
      case .between(let low, let high): "[\(low), \(high)]"
      case .word(let word): word
      }
    if case .word = expected.value {
      let kind =
        switch amount.value {
        case .number: range(amount.value)
        case .unknown: "unknown"
        default: "none"
        }
      compare(words, kind, expected.name, at: expected.place, &failures)
    } else {
      compare(words, range(amount.value), expected.name, at: expected.place, &failures)
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

  /// An amount, or its ends.
  private func range(_ value: Value) -> String {
    switch value {
    case .number(let number): return "\(number)"
    case .unknown(let unknown):
      guard let interval = unknown.bounds.interval, let low = interval.low,
        let high = interval.high
      else { return "unknown" }
      return "[\(low), \(high)]"
    default: return "none"
    }
  }

  private func text(_ value: Value) -> String {
    switch value {
    case .number(let number): "\(number)"
    case .string(let string): string
    case .boolean(let boolean): "\(boolean)"
    case .date(let date): "\(date)"
    case .null: "null"
    case .unknown: range(value)
    default: "unknown"
    }
  }

  private func entrant(
    _ test: RubricTestSyntax.Case, into failures: inout Diagnostics
  ) -> Entrant {
    Entrant(
      id: test.name, place: test.place, result: result(of: test),
      facts: FactReader.read(
        policy.facts, for: policy.appliesTo.first ?? "", test.source, in: test.setting,
        into: &failures
      ).map(\.value), parties: test.parties)
  }

  /// The result that the case writes down; what it leaves out is null.
  private func result(of test: RubricTestSyntax.Case) -> ResultValues {
    let written = test.contract?.sequence?.items ?? [test.contract].compactMap(\.self)
    let contracts = written.compactMap(\.mapping).map { contract in
      func text(_ key: String) -> String? { contract[key]?.scalar?.text }
      return ResultValues.Contract(
        amount: text("amount").flatMap { Number($0) },
        from: text("from").flatMap { CalendarDate(written: $0) },
        until: text("until").flatMap { CalendarDate(written: $0) })
    }
    let history = test.setting.history ?? []
    var values = ResultValues.around(
      history.reversed().map {
        ResultValues.Past(grade: $0.grade, score: $0.score, period: $0.period)
      },
      contracts, period: test.setting.period, asOf: test.setting.asOf)
    values[.status] = .string("evaluated")
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
    let findings = test.source.findings
    values[.confirmedFindings] = .number(Number(findings.count { $0.status == .confirmed }))
    values[.allegedFindings] = .number(Number(findings.count { $0.status == .alleged }))
    return ResultValues(values)
  }
}

extension RubricTestSyntax.Case {
  /// What its history says was granted before.
  fileprivate var grants: [Grant] {
    (history?.sequence?.items ?? []).compactMap(\.mapping).flatMap { past in
      (past["granted"]?.mapping?.entries ?? []).compactMap { entry in
        entry.value.scalar.flatMap { Number(written: $0.text) }.map { amount in
          Grant(
            subject: name, name: entry.key.text, period: past["period"]?.scalar?.text,
            amount: amount, place: entry.value.place)
        }
      }
    }
  }
}
