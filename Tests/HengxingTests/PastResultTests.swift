import Diagnostics
import Foundation
import Hengxing
import Reports
import TestSupport
import Testing

/// Results that lie before the round, and the shipped rubrics that take over results.
@Suite(.timed) struct PastResultTests {
  static let rubric = TakenResultTests.joint(
    score: "{type: number, must be: \"[0..100]\", from: history, take: score}",
    grade: "{type: string, one of: [good, pass, fail], from: history, take: grade}"
  ).replacing(
    "scale: {good", with: "dated: last date, valid: 2 years, if expired: zero, scale: {good"
  ).replacing("full at: 90", with: "dated: last date, full at: 90")
    .replacing("facts:\n", with: "facts:\n  last date: {type: date, from: history, take: date}\n")

  static func past(_ history: String) -> [String: String] {
    TakenResultTests.files(
      ["{id: a, rubric: joint, bundle: a, history: [\(history)]}"], joint: rubric)
  }

  static let histories: [(String, String)] = [
    ("{grade: pass, score: 65, date: 2024-01-20}", "11.0"),
    // The latest counts, and another rubric's results do not.
    (
      "{grade: pass, score: 65, date: 2023-01-20}, {grade: good, score: 90, date: 2024-01-20}, {rubric: base, grade: fail, score: 1, date: 2024-06-01}",
      "20.0"
    ),
    // Expired after two years: the grade earns nothing, the score never expires.
    ("{grade: pass, score: 65, date: 2023-01-15}", "5.0"),
    // Undated, ahead of its time, without a grade: open, never guessed.
    ("{grade: pass, score: 65}", "0.0 – 20.0"),
    ("{grade: pass, score: 65, date: 2025-02-01}", "0.0 – 20.0"),
    ("{score: 65, date: 2024-01-20}", "5.0 – 15.0"),
    ("{grade: great, score: 65, date: 2024-01-20}", "5.0 – 15.0"),
    ("", "0.0 – 20.0"),
  ]

  @Test(arguments: histories)
  func anEarlierResultCountsAsItsDateSays(history: String, score: String) throws {
    let (result, _) = try TemporaryRound(Self.past(history)).run()
    #expect(result.scores["a"] == score)
  }

  @Test func anEarlierScoreWithAPercentSignIsNotRead() throws {
    let (result, codes) = try TemporaryRound(
      Self.past("{grade: pass, score: 65%, date: 2024-01-20}")
    ).run()
    #expect(result.scores["a"]?.contains("–") == true)
    #expect(codes.contains("past-score-percent"))
  }

  @Test func anEarlierResultIsShownWithItsPlace() throws {
    let files = Self.past("{period: 2023, edition: 2, grade: pass, score: 65, date: 2024-01-20}")
    let report = try #require(try TemporaryRound(files).run().result.reports.first?.report)
    let input = try #require(report.inputs.first { $0.name == "their score" })
    #expect(input.place?.contains("round.yaml:8") == true)
    #expect(input.notes.map(\.en) == ["earlier result of 2023, edition 2"])
    #expect(input.notes.map(\.zh) == ["2023 历史结果（2 版）"])
    #expect(input.origin == "an earlier result")
  }

  @Test func anExpiredResultIsSaid() throws {
    let report = try #require(
      try TemporaryRound(Self.past("{grade: pass, score: 65, date: 2023-01-15}")).run()
        .result.reports.first?.report)
    let lines = report.sections.flatMap(\.items).flatMap(\.derivation).map(\.label.en)
    #expect(lines.contains("expired: it counted until 2025-01-14"))
  }

  // MARK: what ships

  @Test(arguments: [
    ("850", "85", "80", "4A"), ("849", "100", "100", "3A"), ("1000", "100", "69", "below-3A"),
  ])
  func threeRubricsOfAScenicAreaMustAllPass(
    service: String, landscape: String, visitors: String, grade: String
  ) throws {
    let names = [
      "scenic-area", "scenic-area-service", "scenic-area-landscape", "scenic-area-visitors",
    ]
    let rubrics = names.map { Places.root.appending(path: "rubrics/\($0).yaml").path }
    let files = [
      "round.yaml": """
      round: scenic
      title: {zh: 虚构景区, en: An invented scenic area}
      fictional: true
      period: {from: 2024-01-01, to: 2024-12-31}
      as of: 2025-01-15
      rubrics: [\(rubrics.joined(separator: ", "))]
      subjects:
        - {id: hill, rubric: [\(names.joined(separator: ", "))], bundle: hill}
      """,
      "hill/bundle.yaml": """
      subject: hill
      facts: {服务与环境得分: \(service), 景观得分: \(landscape), 游客意见得分: \(visitors)}
      """,
    ]
    let (result, codes) = try TemporaryRound(files).run()
    #expect(codes == [])
    let report = try #require(result.reports.first { $0.folder == "hill/scenic-area" }?.report)
    #expect(report.verdict.best?.id == grade)
    #expect(report.verdict.worst?.id == grade)
    #expect(report.relatives?.taken?.count == 3)
  }
}
