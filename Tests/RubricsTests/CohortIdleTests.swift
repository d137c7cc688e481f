import Diagnostics
import Formats
import TestSupport
import Testing

@testable import Rubrics

/// Whether anybody looks at what a cohort gives is told by what expressions look at, never by their letters.
@Suite(.timed) struct CohortIdleTests {
  /// A rubric without compared items, whose gate is `gate` and whose total is `total`.
  private func codes(gate: String, total: String = "") -> [String] {
    CheckerTests.check(
      """
      rubric: small
      edition: "1"
      language: en
      title: Small
      subject: station
      facts: {平均工资: {type: number, unit: 元}}
      cohort: {if fewer: unknown, define: {均: {mean: 平均工资}}}
      sections:
      - id: s
        title: S
        points: 10
        items:
        - {id: a, title: A, points: 10, says: a, basis: {rule: illustrative, points: illustrative}, score: {check: 平均工资 > 5}}
      total: {\(total)round: {to: 1, mode: half up}, when closed: zero}
      vetoes: [{id: low, when: "\(gate)", grade: poor, says: Low}]
      grades: [{id: good, title: Good, at least: 8}, {id: poor, title: Poor}]

      """
    ).diagnostics.all.map(\.code)
  }

  @Test func aNameThatHoldsTheLettersOfAFigureIsNotTheFigure() {
    #expect(codes(gate: "平均工资 < 10").contains("cohort-idle"))
  }

  @Test func aTextThatHoldsThemIsNot() {
    #expect(codes(gate: "string(平均工资) = '均'".replacing("'", with: "\\\"")).contains("cohort-idle"))
  }

  @Test func aGateThatLooksAtTheFigureUsesTheCohort() {
    #expect(!codes(gate: "平均工资 < 均 / 2").contains("cohort-idle"))
  }

  @Test func aTotalUsesItOnlyWhereItsFormulaLooksAtIt() {
    #expect(
      codes(gate: "平均工资 < 10", total: "formula: items.a, ").contains("cohort-idle"))
    #expect(
      !codes(gate: "平均工资 < 10", total: "formula: items.a + 0 * 均, ").contains("cohort-idle"))
  }
}
