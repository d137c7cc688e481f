import Diagnostics
import FEEL
import Rubrics
import Scoring
import TestSupport
import Testing
import Values

@testable import Decisions

/// Each edge of each policy that ships has a case on it and one beside it; the edges are read from the policies.
@Suite(.timed) struct PolicyEdgesTests {
  /// Where a test of whole numbers turns: `value` is on one side, `beside` on the other.
  struct Edge: Hashable {
    let name: String
    let value: Int
    let beside: Int
  }

  @Test func thereArePolicies() {
    let names = Set(ShippedPolicy.all.map(\.name))
    #expect(names.isSuperset(of: ["haining.yaml", "taicang.yaml", "guangdong-employment.yaml"]))
  }

  @Test(arguments: ShippedPolicy.all)
  func everyRuleSpeaks(shipped: ShippedPolicy) {
    let spoken = Set(shipped.outcomes.flatMap(\.decision.rules))
    for rule in shipped.policy.table.rules.indices {
      #expect(spoken.contains(rule), "\(shipped.name): no case for rule \(rule + 1)")
    }
  }

  @Test(arguments: ShippedPolicy.all)
  func everyThresholdHasACaseOnBothSides(shipped: ShippedPolicy) {
    for edge in edges(of: shipped) {
      let numbers = (shipped.values(of: edge.name) ?? []).compactMap(\.plainNumber)
      for number in [edge.value, edge.beside] {
        #expect(
          numbers.contains(Number(number)), "\(shipped.name): no case with \(edge.name) = \(number)"
        )
      }
    }
  }

  @Test(arguments: ShippedPolicy.all)
  func everyWordOfATableOccurs(shipped: ShippedPolicy) {
    for table in shipped.tables {
      for (column, input) in table.inputs.enumerated() {
        let words = (shipped.values(of: input.text) ?? []).compactMap(\.plainText)
        for match in table.rules.flatMap({ $0.tests[column].text.matches(of: /"([^"]+)"/) }) {
          #expect(
            words.contains(String(match.1)),
            "\(shipped.name): no case with \(input.text) = \(match.1)")
        }
      }
    }
  }

  @Test(arguments: ShippedPolicy.all)
  func everyFigureThatHoldsOrNotDoesBoth(shipped: ShippedPolicy) {
    for case .figure(let figure) in shipped.policy.steps {
      let values = (shipped.values(of: figure.name) ?? []).compactMap(\.plainTruth)
      if values.isEmpty { continue }
      #expect(Set(values) == [true, false], "\(shipped.name): \(figure.name)")
    }
  }

  @Test(arguments: ShippedPolicy.all)
  func everyConditionGoesWithACaseAndNotWithAnother(shipped: ShippedPolicy) {
    for condition in shipped.policy.conditions {
      let held = shipped.outcomes.map { outcome in
        outcome.decision.conditions.contains { $0.says == condition.says && $0.isCertain }
      }
      #expect(Set(held) == [true, false], "\(shipped.name): \(condition.says.en)")
    }
  }

  /// Without an evaluation nothing follows but to wait.
  @Test(arguments: ShippedPolicy.all)
  func withoutAnEvaluationItWaits(shipped: ShippedPolicy) {
    let settled: Set = ["evaluated", "passed on re-evaluation", "failed on re-evaluation"]
    for status in settled.union(["open", "not evaluated", "rejected"]) {
      let cases = shipped.outcomes.filter { $0.subject.result.values[.status]?.plainText == status }
      #expect(!cases.isEmpty, "\(shipped.name): no case with status = \(status)")
      guard !settled.contains(status) else { continue }
      for outcome in cases {
        #expect(
          outcome.decision.actions.map(\.id) == ["wait"], "\(shipped.name): \(outcome.test.name)")
        for amount in outcome.decision.money {
          #expect(
            amount.value.plainNumber ?? .zero == .zero, "\(shipped.name): \(outcome.test.name)")
        }
      }
    }
  }

  /// Exactly the limit, a unit less and a unit more.
  @Test(arguments: ShippedPolicy.all)
  func everyLimitHasCasesAroundIt(shipped: ShippedPolicy) {
    for rule in shipped.policy.shares {
      let ends = shipped.outcomes.flatMap(\.sums).filter { $0.rule.name == rule.name }
        .compactMap { sum -> Number? in
          guard let asked = sum.asked.point, let limit = sum.limit.point else { return nil }
          return asked.subtracting(limit)
        }
      for distance in [Number.zero, Number(1), Number(-1)] {
        #expect(
          ends.contains(distance),
          "\(shipped.name): nobody asks for the limit \(rule.name) + \(distance)")
      }
    }
  }

  @Test(arguments: ShippedPolicy.all)
  func everyAmountIsPaidHeldAndNone(shipped: ShippedPolicy) {
    for rule in shipped.policy.money {
      let amounts = shipped.outcomes.compactMap { outcome in
        outcome.decision.money.first { $0.rule.id == rule.id }
      }
      #expect(
        amounts.contains { $0.value.plainNumber != nil },
        "\(shipped.name): \(rule.id) is never known")
      if rule.heldWhile != nil {
        #expect(Set(amounts.map(\.isHeld)) == [true, false], "\(shipped.name): \(rule.id) held")
      }
      for instalment in rule.instalments {
        let states = Set(
          amounts.flatMap(\.instalments).filter { $0.rule.id == instalment.id }.map(\.state))
        #expect(
          states.isSuperset(of: instalment.when == nil ? [.due] : [.due, .withheld]),
          "\(shipped.name): \(rule.id).\(instalment.id)")
      }
    }
  }

  /// In a row is to the day: a period that ends the day before this one begins, and one that ends a day earlier.
  @Test(arguments: ShippedPolicy.all)
  func inARowIsToTheDay(shipped: ShippedPolicy) {
    let slot = shipped.policy.slots.firstIndex(of: .result(.consecutiveGrades))
    let looks = shipped.policy.steps.contains { step in
      guard case .figure(let figure) = step, case .expression(let plan) = figure.value else {
        return false
      }
      return plan.slotsUsed.contains { $0 == slot }
    }
    guard looks else { return }
    let gaps = shipped.outcomes.compactMap { outcome -> Int? in
      guard let start = outcome.test.periodStart,
        let last = outcome.test.setting.history?.last?.period.flatMap(WrittenPeriod.init)
      else { return nil }
      return [1, 2].first { last.end.adding(days: $0) == start }
    }
    #expect(Set(gaps) == [1, 2], "\(shipped.name)")
    #expect(shipped.outcomes.contains { ($0.test.setting.history ?? []).isEmpty })
  }

  // MARK: what is read from a policy

  /// The edges in its tables and conditions; `[2..3]` has two.
  private func edges(of shipped: ShippedPolicy) -> Set<Edge> {
    var found: Set<Edge> = []
    for table in shipped.tables {
      for (column, input) in table.inputs.enumerated() where shipped.values(of: input.text) != nil {
        for rule in table.rules {
          found.formUnion(edges(in: rule.tests[column].text, of: input.text))
        }
      }
    }
    for condition in shipped.policy.conditions {
      for match in condition.when.passage.text.matches(of: /([^\s()]+) ([<>]=?) (\d+)/) {
        let name = String(match.1)
        guard shipped.values(of: name) != nil else { continue }
        found.formUnion(edges(in: "\(match.2) \(match.3)", of: name))
      }
    }
    return found
  }

  private func edges(in test: String, of name: String) -> [Edge] {
    let comparisons = test.matches(of: /([<>]=?) *(\d+)/).compactMap { match in
      Int(match.2).map { value in
        let isUp = match.1 == ">=" || match.1 == "<"
        return Edge(name: name, value: value, beside: isUp ? value - 1 : value + 1)
      }
    }
    let ranges = test.matches(of: /\[(\d+)\.\.(\d+)\]/).flatMap { match -> [Edge] in
      guard let low = Int(match.1), let high = Int(match.2) else { return [] }
      return [
        Edge(name: name, value: low, beside: low - 1),
        Edge(name: name, value: high, beside: high + 1),
      ]
    }
    return comparisons + ranges
  }
}

extension Value {
  fileprivate var plainNumber: Number? {
    if case .number(let number) = self { number } else { nil }
  }
  fileprivate var plainText: String? { if case .string(let text) = self { text } else { nil } }
  fileprivate var plainTruth: Bool? { if case .boolean(let truth) = self { truth } else { nil } }
}
