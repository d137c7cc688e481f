import Diagnostics
import TestSupport
import Testing
import Values

@testable import FEEL

@Suite(.timed) struct RunningDecisionTableTests {
  /// One input `x`, tests and outputs as written.
  private func decide(
    _ policy: DecisionTable.HitPolicy, _ rules: [(String, String)],
    aggregation: DecisionTable.Aggregation? = nil, order: String? = nil, otherwise: String? = nil,
    x: Value
  ) throws -> (answer: String, fired: [FiredRule]) {
    let table = DecisionTable(
      policy, aggregation: aggregation, inputs: [.init(Passage("x"))],
      outputs: [
        .init(nil, values: order.map { Passage($0) }, otherwise: otherwise.map { Passage($0) })
      ],
      rules: rules.map { .init(tests: [Passage($0)], outputs: [Passage($1)]) })
    var diagnostics = Diagnostics()
    let scope = Scope([Scope.Entry("x", .number, slot: 0)])
    let plan = table.plan(in: scope, mode: .strict, into: &diagnostics)
    let messages = diagnostics.all.map { $0.headline.en }
    let result = try #require(plan, "\(messages)").run([x])
    return (told(result.value), result.fired)
  }

  private let ladder = [(">= 4", "6"), ("[2..4)", "3"), ("< 2", "0")]

  @Test(arguments: [(5, "6"), (3, "3"), (0, "0")])
  func oneRuleAnswers(x: Int, expected: String) throws {
    let result = try decide(.unique, ladder, x: .number(Number(x)))
    #expect(result.answer == expected)
    #expect(result.fired.map(\.isCertain) == [true])
  }

  @Test func openRulesGiveTheHullOfTheirAnswers() throws {
    let result = try decide(.unique, ladder, otherwise: "0", x: unknownNumber(3, 9))
    #expect(result.answer == "unknown(0..6 whole)")
    #expect(result.fired == [FiredRule(0, isCertain: false), FiredRule(1, isCertain: false)])
  }

  @Test func aFewPossibleInputsAreTriedOneByOne() throws {
    let result = try decide(.unique, ladder, x: unknownNumber(3, 5, whole: true))
    #expect(result.answer == "unknown(3..6 whole)")
  }

  @Test func aCertainRuleNeedsNoInput() throws {
    let result = try decide(.first, [("> 9", "1"), ("-", "2")], x: unknownNumber(0, 9))
    #expect(result.answer == "2")
  }

  @Test func twoCertainRulesOfAUniqueTableAreNoAnswer() throws {
    let rules = [("> 1", "1"), ("> 2", "2")]
    #expect(try decide(.unique, rules, x: .number(Number(3))).answer == "null(severalRulesMatched)")
    #expect(try decide(.any, rules, x: .number(Number(3))).answer == "null(severalRulesMatched)")
  }

  @Test func anyTakesRulesThatAgree() throws {
    let rules = [("> 1", "7"), ("> 2", "7")]
    #expect(try decide(.any, rules, x: .number(Number(3))).answer == "7")
  }

  @Test func priorityGoesByTheOrderOfTheValues() throws {
    let rules = [("> 1", "\"low\""), ("> 2", "\"high\"")]
    let result = try decide(.priority, rules, order: "\"high\", \"low\"", x: .number(Number(3)))
    #expect(result.answer == "\"high\"")
  }

  @Test func noRuleGivesTheDefaultOrNull() throws {
    #expect(try decide(.unique, [("> 9", "1")], x: .number(.zero)).answer == "null(noRuleMatched)")
    #expect(try decide(.unique, [("> 9", "1")], otherwise: "4", x: .number(.zero)).answer == "4")
  }

  @Test(arguments: [
    (DecisionTable.Aggregation.sum, "6"), (.count, "3"), (.min, "1"), (.max, "3"),
    (nil, "[1, 2, 3]"),
  ])
  func collectsWhatHolds(aggregation: DecisionTable.Aggregation?, expected: String) throws {
    let rules = [("> 0", "1"), ("> 1", "2"), ("> 2", "3"), ("> 9", "4")]
    #expect(
      try decide(.collect, rules, aggregation: aggregation, x: .number(Number(5))).answer
        == expected)
  }

  @Test(arguments: [
    (DecisionTable.Aggregation.sum, "unknown(1..6 whole)"), (.count, "unknown(1..3 whole)"),
    (.min, "1"), (.max, "unknown(1..3 whole)"), (nil, "[1, 2?, 3?]"),
  ])
  func collectsOpenRulesEitherWay(
    aggregation: DecisionTable.Aggregation?, expected: String
  ) throws {
    let rules = [("> 0", "1"), ("> 1", "2"), ("> 2", "3"), ("> 9", "4")]
    #expect(
      try decide(.collect, rules, aggregation: aggregation, x: unknownNumber(1, 5)).answer
        == expected)
  }
}
