import Diagnostics
import Foundation
import Rubrics
import TestSupport
import Testing

@testable import Scoring

/// Cases at the edges of rubrics are tests that wait: they are read and run as tests are, and prove nothing before they are ticked.
@Suite(.timed) struct EdgeCasesTests {
  static let names =
    Places.files(in: Places.root.appending(path: "docs/examples"), extension: "yaml")
    .filter {
      !$0.lastPathComponent.hasSuffix(".tests.yaml")
        && $0.deletingLastPathComponent().lastPathComponent == "examples"
    }
    .map(\.lastPathComponent)

  private func rubric(_ name: String) throws -> Rubric? {
    let file = Places.root.appending(path: "docs/examples/\(name)")
    let text = try String(contentsOf: file, encoding: .utf8)
    var diagnostics = Diagnostics()
    return Rubric.read(SourceText(text, path: name), digest: "", into: &diagnostics)
  }

  private func run(_ text: String, _ rubric: Rubric) throws -> (
    outcomes: [RubricTestRunner.Outcome], coverage: RubricCoverage, codes: [String]
  ) {
    var diagnostics = Diagnostics()
    let read = RubricTestSyntax.read(SourceText(text, path: "edges.yaml"), into: &diagnostics)
    let (outcomes, coverage) = RubricTestRunner(rubric).run(
      try #require(read), into: &diagnostics)
    return (outcomes, coverage, diagnostics.all.map(\.code))
  }

  @Test(arguments: names)
  func nothingPassesBeforeItIsTickedAndEverythingBehind(name: String) throws {
    // What stands on another rubric is read where files are found.
    guard let rubric = try rubric(name) else { return }
    let cases = EdgeCases(rubric)
    #expect(!cases.cases.isEmpty)
    let waiting = try run(cases.text(testing: name), rubric)
    #expect(waiting.codes == ["cases-to-tick"])
    #expect(waiting.outcomes.count == cases.cases.count)
    #expect(waiting.outcomes.allSatisfy { $0.isToTick && !$0.passes })
    #expect(waiting.coverage.reachedItems.isEmpty && waiting.coverage.reachedLines.isEmpty)

    let rows = cases.rows.map { Array($0.dropLast(2)) + ["是", ""] }
    let ticks = try ticks([EdgeTicks.heads(in: .zh)] + rows)
    let ticked = try run(cases.text(testing: name, ticks: ticks), rubric)
    #expect(ticked.codes == [])
    #expect(ticked.outcomes.allSatisfy { $0.passes })
  }

  /// Forms whose every line has evidence that reaches it.
  @Test(arguments: [
    "applies", "bonus", "cells", "check", "choose", "common-and-own", "cross-tab", "interpolate",
    "lose", "parts", "steps", "steps-lines", "table", "tally", "town",
  ])
  func everyLineIsReached(name: String) throws {
    let rubric = try #require(try rubric(name + ".yaml"))
    let cases = EdgeCases(rubric)
    let text = cases.text(testing: name).replacing("    computed: ", with: "    expect: ")
    let coverage = try run(text, rubric).coverage
    #expect(coverage.missedItems == [])
    #expect(coverage.missedLines.map(\.line) == [])
  }

  @Test(arguments: ["steps", "gates", "table"])
  func theFileSaysWhatItIs(name: String) throws {
    let rubric = try #require(try rubric(name + ".yaml"))
    try expectGolden(EdgeCases(rubric).text(testing: name + ".yaml"), "\(name).edges.yaml")
  }

  // MARK: ticks

  private func ticks(
    _ rows: [[String]], codes: [String] = [], sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> EdgeTicks {
    var diagnostics = Diagnostics()
    let ticks = EdgeTicks(
      rows: rows.enumerated().map {
        (.cell(file: "t.csv", line: $0 + 1, column: "是否一致"), $1)
      }, into: &diagnostics)
    #expect(diagnostics.all.map(\.code) == codes, sourceLocation: sourceLocation)
    return ticks
  }

  @Test func aTickThatDisagreesBecomesAnExpectationThatFails() throws {
    let rubric = try #require(try rubric("steps.yaml"))
    let cases = EdgeCases(rubric)
    let first = try #require(cases.rows.first)
    let ticks = try ticks([EdgeTicks.heads(in: .en), Array(first.dropLast(2)) + ["no", "7"]])
    let ran = try run(cases.text(testing: "steps.yaml", ticks: ticks), rubric)
    #expect(ran.codes == ["expectation-failed", "cases-to-tick"])
    #expect(ran.outcomes.count { !$0.isToTick } == 1)
  }

  @Test func ticksThatSayNothingOrTwoThingsAreTold() throws {
    let heads = EdgeTicks.heads(in: .zh)
    #expect(try ticks([heads, ["a", "", "3", "否", ""]], codes: ["tick-without-result"]).isEmpty)
    #expect(try ticks([heads, ["a", "", "3", "是", "4"]], codes: ["tick-contradicts"]).isEmpty)
    #expect(try ticks([heads, ["a", "", "3", "", ""]]).isEmpty)
    #expect(try ticks([["x"]], codes: ["no-ticks"]).isEmpty)
    let same = try ticks([heads, ["a", "", "3", "", "3"]])
    #expect(same.tick(of: "a") == .agreed)
    var found = Diagnostics()
    let rubric = try #require(try rubric("steps.yaml"))
    try ticks([heads, ["a", "", "3", "√", ""]]).reportIdle(EdgeCases(rubric), into: &found)
    #expect(found.all.map(\.code) == ["tick-of-no-case"])
  }

  @Test func aRubricThatChangedSinceIsTold() throws {
    let rubric = try #require(try rubric("steps.yaml"))
    let text = EdgeCases(rubric).text(testing: "steps.yaml")
      .replacing("computed: {items: {served: 3}}", with: "computed: {items: {served: 2}}")
    #expect(try run(text, rubric).codes.contains("computed-differs"))
  }
}
