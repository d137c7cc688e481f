import Diagnostics
import FEEL
import Formats
import Rubrics
import TestSupport
import Testing
import Values

@testable import Scoring

/// Conditions on rows that look at facts of the rows' subject.
@Suite(.timed) struct FactFilterTests {
  /// A rubric whose figures are these expressions.
  private static func rubric(_ figures: [String]) -> String {
    let define = figures.enumerated().map { "  f\($0): '\($1)'" }.joined(separator: "\n")
    return """
      rubric: filters
      edition: "1"
      language: en
      title: Filters
      subject: {kind: station, key: id}
      fictional: true
      facts:
        target: {type: number, absent: "null"}
        least: {type: number}
        town: {type: string, one of: [a, b, long name of a town]}
        rural: {type: boolean, absent: "null"}
        since: {type: date}
      tables:
        services:
          spent: {type: number, absent: "null"}
          visits: {type: number}
          place: {type: string, absent: "null"}
          paid: {type: boolean, absent: "null"}
          day: {type: date, absent: "null"}
      define:
      \(define)
      sections:
      - id: all
        title: All
        points: 10
        items:
        - {id: one, title: One, points: 10, says: s, basis: {rule: illustrative, points: illustrative}, score: {formula: f0 / 2, from: 0, to: 10}}
      total: {round: {to: 0.01, mode: half up}, when closed: open}
      grades:
      - {id: good, title: Good, at least: 5, basis: {rule: illustrative, points: illustrative}}
      - {id: poor, title: Poor, basis: {rule: illustrative, points: illustrative}}
      """
  }

  private static let fused = [
    "count(services[spent > target])", "sum(services[visits <= least].spent)",
    "count(services[target >= spent or visits < 2])",
    "mean(services[day >= since].visits)", "count(services[place = town])",
    "count(services[place != town and not(paid = rural)])",
    "count(services[rural and visits > 1])", "max(services[day < since].day)",
    "count(services[spent between least and target])",
    "count(distinct values(services[visits = least + 1].place))",
    "median(services[spent != target * 2].spent)",
    "if some s in services satisfies s.spent > target then 1 else 0",
    "if every s in services satisfies s.visits >= least then 1 else 0",
    "count(services[paid = (town = \"a\")])",
  ]

  private static let left = [
    "count(services[spent - target > 0])", "count(services[place < town])",
    "count(services[spent in [least..target]])",
  ]

  @Test(arguments: [0, 3, 25]) func theSubjectsFactIsKnownWhileRowsComeBy(blanks: Int) throws {
    for figures in [Self.fused, Self.left] {
      let pair = try PortfolioPair(
        Self.rubric(figures), "filters.yaml", count: 120, blanks: blanks, seed: 3)
      for mode in [ScoringMode.final, .selfAssessment] { _ = try pair.compare(mode) }
    }
  }

  @Test func whatIsKeptRestsOnTheFactsToo() throws {
    let text = Self.rubric(Self.fused)
    let pair = try PortfolioPair(text, "filters.yaml", count: 60, blanks: 3, seed: 6)
    let kept = pair.fused.kept
    var diagnostics = Diagnostics()
    let again = try #require(
      Portfolio(kept, under: pair.rubric, from: "kept", into: &diagnostics))
    var options = Portfolio.Options()
    options.withFigures = true
    #expect(again.score(options).text == pair.fused.score(options).text)
    let changed = text.replacing(
      "least: {type: number}", with: "least: {type: number, whole: true}")
    let other = try #require(
      Rubric.read(SourceText(changed, path: "filters.yaml"), digest: "", into: &diagnostics))
    var needed = Diagnostics()
    #expect(Portfolio(kept, under: other, from: "kept", into: &needed) == nil)
    // The fact, and every figure whose filter looks at it.
    #expect(needed.all.count { $0.code == "records-needed" } == 5)
  }

  @Test func comparisonsOfACellWithFactsAreTold() throws {
    var diagnostics = Diagnostics()
    func plan(_ figures: [String]) throws -> PortfolioPlan {
      PortfolioPlan(
        try #require(
          Rubric.read(
            SourceText(Self.rubric(figures), path: "filters.yaml"), digest: "",
            into: &diagnostics), "\(diagnostics.all.map(\.headline.en))"))
    }
    let told = try plan(Self.fused)
    #expect(told.refusals.map(\.expression) == [])
    #expect(told.fused.count == Self.fused.count)
    let others = try plan(Self.left)
    #expect(others.refusals.count == Self.left.count)
  }
}
