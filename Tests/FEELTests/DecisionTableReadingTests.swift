import Diagnostics
import TestSupport
import Testing
import Values

@testable import FEEL

@Suite(.timed) struct DecisionTableReadingTests {
  private let scope = Scope([
    Scope.Entry("年龄", .number, slot: 0), Scope.Entry("风险", .string, slot: 1),
  ])

  private func table(
    _ rules: [(tests: [String], outputs: [String])], values: String? = nil
  ) -> DecisionTable {
    DecisionTable(
      .unique,
      inputs: [.init(Passage("年龄")), .init(Passage("风险"), allowed: Passage("\"高\", \"低\""))],
      outputs: [.init(values: values.map { Passage($0) }, otherwise: Passage("0"))],
      rules: rules.map {
        .init(tests: $0.tests.map { Passage($0) }, outputs: $0.outputs.map { Passage($0) })
      })
  }

  private func mistakes(_ table: DecisionTable) -> [String] {
    var diagnostics = Diagnostics()
    let plan = table.plan(in: scope, mode: .strict, into: &diagnostics)
    #expect((plan == nil) == diagnostics.hasErrors)
    return diagnostics.all.map(\.code)
  }

  @Test func acceptsAWholeTable() throws {
    var diagnostics = Diagnostics()
    let whole = table([([">= 18", "\"高\""], ["1"]), (["-", "not(\"高\")"], ["2"])])
    let plan = try #require(whole.plan(in: scope, mode: .strict, into: &diagnostics))
    #expect(plan.shape == .number)
    #expect(plan.slotsUsed == [0, 1])
    #expect(plan.run([.number(20), .string("低")]).value.spelling == "2")
  }

  @Test func reportsEveryCellThatDoesNotFit() {
    #expect(
      mistakes(table([([">= \"a\"", "\"高\""], ["1"]), (["-", "> 5"], ["无名"])]))
        == ["unlike-types", "unlike-types", "unknown-name"])
  }

  @Test func reportsResultsThatAreUnlikeOrNotListed() throws {
    let all = [
      table([(["-", "\"高\""], ["1"]), (["-", "-"], ["\"二\""])]),
      table([(["-", "-"], ["3"])], values: "1, 2"),
      table([([">= \"a\"", "-"], ["1"])]),
    ]
    #expect(all.map(mistakes) == [["unlike-results"], ["unlisted-result"], ["unlike-types"]])
    for (table, name) in zip(all, ["unlike-results", "unlisted-result", "unlike-cell"]) {
      var diagnostics = Diagnostics()
      _ = table.plan(in: scope, mode: .strict, into: &diagnostics)
      let page = Language.allCases.map { DiagnosticRenderer(language: $0).render(diagnostics) }
      try expectGolden(page.joined(separator: "\n"), "\(name).txt")
    }
  }

  @Test func reportsARuleOfTheWrongLength() throws {
    let uneven = table([([">= 18"], ["1"]), (["-", "-"], ["1"])])
    #expect(mistakes(uneven) == ["uneven-rule"])
    var diagnostics = Diagnostics()
    _ = uneven.plan(in: scope, mode: .strict, into: &diagnostics)
    let page = Language.allCases.map { DiagnosticRenderer(language: $0).render(diagnostics) }
    try expectGolden(page.joined(separator: "\n"), "uneven-rule.txt")
  }

  @Test func readsBoxedExpressionsInsideEachOther() throws {
    let boxed = Boxed.context(
      [
        (
          "加倍", .function([("数", Passage("number"))], body: .expression(Passage("数 * 2")))
        ),
        ("两个", .list([.expression(Passage("年龄")), .expression(Passage("年龄 + 1"))])),
      ],
      result: .invocation(
        callee: .expression(Passage("加倍")), arguments: [("数", .expression(Passage("两个[2]")))]))
    var diagnostics = Diagnostics()
    let plan = try #require(
      Plan.boxed(boxed, in: scope, mode: .lenient, into: &diagnostics))
    #expect(plan.run([.number(20), .string("低")]).spelling == "42")
  }
}
