import Diagnostics
import Formats
import Rubrics
import TestSupport
import Testing

@testable import Scoring

/// Which lines the cases of a rubric reach: a line is known by its place, never by how its words begin.
@Suite(.timed) struct RubricCoverageTests {
  /// The missed lines of one item with the form `score`, after cases in which `n` has these values.
  private func missed(_ score: String, _ values: [Int]) throws -> [String] {
    var diagnostics = Diagnostics()
    let rubric = Rubric.read(
      SourceText(
        """
        rubric: small
        edition: "1"
        language: en
        title: Small
        subject: station
        facts: {n: {type: number, unit: visits, whole: true, must be: ">= 0"}}
        sections:
        - id: s
          title: S
          points: 3
          items:
          - {id: a, title: A, points: 3, says: a, basis: {rule: illustrative, points: illustrative}, score: \(score)}
        total: {round: {to: 1, mode: half up}, when closed: zero}
        grades: [{id: good, title: Good, at least: 2}, {id: poor, title: Poor}]

        """, path: "r.yaml"), digest: "", into: &diagnostics)
    let told = diagnostics.all.filter { $0.severity == .error }.map(\.headline.en)
    var coverage = RubricCoverage(try #require(rubric, "\(told)"))
    let checked = try #require(rubric)
    for value in values {
      var source = EvidenceSource()
      source.facts[HeaderName("n")] = .init("\(value)", at: nil)
      let setting = EvidenceSetting(subject: EvaluatedSubject(id: "s1"))
      coverage.note(
        Scorer(checked).score(EvidenceReader(checked).read(source, in: setting), mode: .final))
    }
    return coverage.missedLines.map(\.line)
  }

  @Test func aThresholdIsNotReachedByOneThatBeginsAlike() throws {
    let steps = "{steps: n, at least: {40: 3, 4: 1}, else: 0}"
    #expect(try missed(steps, [40]) == ["at least 4", "no step is reached"])
    #expect(try missed(steps, [4]) == ["at least 40", "no step is reached"])
    #expect(try missed(steps, [40, 5, 0]) == [])
  }

  @Test func aCellOfAGridIsNamedByItsRowAndItsColumn() throws {
    let grid =
      "{table: {across: n, columns: [\"< 2\", \">= 2\"], down: n = 5, rows: [[\"true\", 1, 2], [\"false\", 0, 3]]}}"
    #expect(try missed(grid, [5, 3]) == ["row `true`, column `< 2`", "row `false`, column `< 2`"])
  }

  @Test func aRuleIsNotReachedByTheTenth() throws {
    let rules = (0..<11).map { "{when: [\"\($0)\"], then: \"\($0 == 10 ? 3 : 0)\", says: r}" }
    let tail = "{when: [\"> 10\"], then: \"1\", says: r}"
    let table =
      "{table: {hit policy: unique, inputs: [n], output: number, rules: [\((rules + [tail]).joined(separator: ", "))]}}"
    #expect(try missed(table, [9]).contains("rule 1"))
    #expect(try !missed(table, [9]).contains("rule 10"))
    #expect(try missed(table, Array(0...11)) == [])
  }

  @Test func aPartIsReachedWhereItHolds() throws {
    let parts =
      "{parts: [{id: once, when: n > 1, points: 1, says: visited}, {id: often, when: n > 5, points: 2, says: visited often}]}"
    #expect(try missed(parts, [6]) == [])
    #expect(try missed(parts, [2]) == ["holds: visited often"])
  }

  @Test func aConditionIsReachedOnBothSides() throws {
    #expect(try missed("{check: n > 1}", [0]) == ["the condition holds"])
    #expect(try missed("{check: n > 1}", [0, 2]) == [])
  }
}
