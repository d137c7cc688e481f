import Diagnostics
import Hengxing
import Reports
import TestSupport
import Testing

/// A section or a total that is the worst or the best of its parts says which part that was.
@Suite(.timed) struct DecidingPartTests {
  private static let rubric = """
    rubric: chained
    edition: "1"
    language: en
    title: Chained
    subject: station
    facts:
      a: {type: number, must be: "[0..10]"}
      b: {type: number, must be: "[0..5]"}
      c: {type: number, must be: "[0..10]"}
    sections:
      - id: chain
        title: {en: Chain, zh: 链条}
        points: 30
        combine: worst of
        items:
          - id: first
            title: {en: First link, zh: 第一环}
            points: 10
            says: a
            basis: {rule: illustrative, points: illustrative}
            score: {formula: a, from: 0, to: 10}
          - id: second
            title: {en: Second link, zh: 第二环}
            points: 5
            says: b
            basis: {rule: illustrative, points: illustrative}
            score: {formula: b, from: 0, to: 5}
      - id: rest
        title: {en: Rest, zh: 其余}
        points: 10
        items:
          - id: third
            title: {en: Third, zh: 第三项}
            points: 10
            says: c
            basis: {rule: illustrative, points: illustrative}
            score: {formula: c, from: 0, to: 10}
    total: {combine: best of, points: 100, round: {to: 1, mode: half up}, when closed: open}
    grades:
      - {id: good, title: good, at least: 60}
      - {id: poor, title: poor}

    """

  private func report(_ facts: String) throws -> Report {
    let result = try TemporaryRound(of: Self.rubric, bundle: "facts: {\(facts)}").run().result
    return try #require(result.reports.first).report
  }

  @Test func theReportNamesTheWorstAndTheBest() throws {
    let report = try report("a: 6, b: 4, c: 7")
    #expect(report.verdict.score?.text == "70")
    let chain = try #require(report.sections.first)
    #expect(chain.earned?.text == "18")
    #expect(chain.deciding?.text(in: .en) == "the worst of its parts: First link")
    #expect(chain.deciding?.text(in: .zh) == "取最低：第一环")
    #expect(report.sections.last?.deciding == nil)
    for language in [Language.en, .zh] {
      let words = try #require(chain.deciding).text(in: language)
      #expect(TextReport.print(report, in: language).contains(words))
      #expect(HTMLPage.print(report, in: language).contains(words))
    }
    let steps = report.steps.flatMap { [$0.sentence.text(in: .en), $0.sentence.text(in: .zh)] }
    #expect(steps.contains("Chain: 18 of 30, the worst of its parts: First link"))
    #expect(steps.contains("链条：30 分中得 18 分，取最低：第一环"))
    #expect(
      steps.contains("the best of its parts: Rest; with the bonus, less deductions"))
  }

  @Test func whatMayDecideIsNamedWhileItIsOpen() throws {
    let report = try report("b: 4, c: 7")
    #expect(report.verdict.score?.text == "70 – 80")
    #expect(
      report.sections.first?.deciding?.text(in: .en)
        == "the worst of its parts: First link, Second link")
  }
}
