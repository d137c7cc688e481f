import Diagnostics
import Formats
import Foundation
import Rubrics
import TestSupport
import Testing
import Values

@testable import Decisions

/// A policy that ships, with what its cases come to.
struct ShippedPolicy: Sendable, CustomTestStringConvertible {
  struct Outcome: Sendable {
    let test: RubricTestSyntax.Case
    let subject: Entrant
    let decision: Decision
    let sums: [SharedSum]
  }

  let name: String
  let policy: Policy
  let outcomes: [Outcome]

  var testDescription: String { name }

  /// Every policy in the folders of what ships, found by its tests.
  static let all: [ShippedPolicy] = ["rubrics", "docs/examples", "samples"].flatMap { folder in
    Places.files(in: Places.root.appending(path: folder), extension: "yaml")
      .filter { $0.lastPathComponent.hasSuffix(".tests.yaml") }.compactMap(ShippedPolicy.init)
  }

  private init?(testsIn file: URL) {
    var found = Diagnostics()
    func text(_ file: URL) -> SourceText? {
      (try? String(contentsOf: file, encoding: .utf8)).map { SourceText($0, path: file.path) }
    }
    guard let source = text(file), let node = YAMLReader.read(source, into: &found),
      let tests = RubricTestSyntax.read(node, into: &found)
    else { return nil }
    let tested = file.deletingLastPathComponent().appending(path: tests.path)
    guard let rules = text(tested), rules.text.contains("\npolicy: "),
      let policy = PolicyReader.read(rules, digest: "", into: &found)
    else { return nil }
    let runner = PolicyTestRunner(policy)
    name = tested.lastPathComponent
    self.policy = policy
    outcomes = tests.cases.compactMap { test in
      let decided = runner.decided(test, into: &found)
      guard let subject = decided.entrants.first, let decision = decided.round.decisions.first
      else { return nil }
      return Outcome(
        test: test, subject: subject, decision: decision, sums: decided.round.sums)
    }
  }

  /// What the cases say of a result's name, a fact or a figure; `nil` where the policy knows none.
  func values(of name: String) -> [Value]? {
    if let name = ResultName(rawValue: name) {
      return outcomes.compactMap { $0.subject.result.values[name] }
    }
    if let index = policy.facts.firstIndex(where: { $0.name == name }) {
      return outcomes.compactMap {
        $0.subject.facts.indices.contains(index) ? $0.subject.facts[index] : nil
      }
    }
    let figures = outcomes.compactMap { $0.decision.figures[name] }
    return figures.isEmpty ? nil : figures
  }

  /// The decision table, then those of figures.
  var tables: [RuleTable] {
    [policy.table]
      + policy.steps.compactMap { step in
        if case .figure(let figure) = step, case .table(let table) = figure.value {
          table
        } else {
          nil
        }
      }
  }
}
