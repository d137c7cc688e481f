import Diagnostics
import Foundation
import Hengxing
import Reports
import TestSupport
import Testing

/// A round before its deadline: who has handed in, what is missing, and nothing is held against anybody.
@Suite(.timed) struct SelfRunTests {
  private static let rubric = """
    rubric: station
    edition: "1"
    title: Station
    language: en
    subject: station
    facts: {points: {type: number, must be: "[0..10]", from: bundle}, more: {type: number, must be: "[0..10]", from: bundle}}
    sections:
    - id: s
      title: S
      points: 20
      items:
      - {id: a, title: A, points: 10, says: a, basis: {rule: illustrative, points: illustrative}, score: {formula: points, from: 0, to: 10}}
      - {id: b, title: B, points: 10, says: b, basis: {rule: illustrative, points: illustrative}, score: {formula: more, from: 0, to: 10}}
    total: {round: {to: 0.1, mode: half up}, when closed: zero}
    grades: [{id: good, title: Good, at least: 12}, {id: poor, title: Poor}]

    """

  private func round(_ more: [String: String] = [:]) throws -> TemporaryRound {
    try TemporaryRound(
      [
        "station.yaml": Self.rubric,
        "round.yaml": """
        round: r
        title: R
        language: en
        period: {from: 2024-01-01, to: 2024-12-31}
        as of: 2025-01-15
        rubrics: [station.yaml]
        subjects:
        - {id: a, rubric: station, bundle: a}
        - {id: b, rubric: station, bundle: b}
        - {id: c, rubric: station, bundle: c}

        """,
        "a/bundle.yaml": "subject: a\nfacts: {points: 9, more: 9}\n",
        "b/bundle.yaml": "subject: b\nfacts: {points: 9}\n",
      ].merging(more) { $1 })
  }

  @Test func whatIsMissingGivesAnIntervalAndWhoHandedInNothingIsAwaited() throws {
    let (result, codes) = try round().run(mode: "self")
    #expect(result.scores == ["a": "18.0", "b": "9.0 – 19.0", "c": "–"])
    #expect(result.reports.map(\.report.verdict.status) == [.evaluated, .open, .notHandedIn])
    #expect(codes == ["not-handed-in-yet"])
    #expect(!result.hasRejections)
    #expect(
      result.index.progress
        == RoundIndex.Progress(subjects: 3, handedIn: 2, complete: 1, missing: 1))
    let screen = TextIndex.print(result.index, in: .zh)
    #expect(screen.contains("未交") && !screen.contains("退回"))
    #expect(screen.contains("截止之前：3 个对象已交 2 个，材料齐全 1 个，共缺 1 项"))
    #expect(HTMLDesk.print(result.index, in: .en).contains("2 of 3 handed in"))
    let report = try #require(result.reports.last?.report)
    #expect(HTMLPage.print(report, in: .zh).contains("未交"))
  }

  @Test func onceTheFilesAreClosedItIsRejected() throws {
    let (result, codes) = try round().run()
    #expect(result.reports.last?.report.verdict.status == .rejected)
    #expect(codes.contains("unreadable-bundle"))
    #expect(result.index.progress == nil)
  }

  @Test func aBundleThatIsThereAndDamagedIsStillRejected() throws {
    let (result, _) = try round(["c": "no zip"]).run(mode: "self")
    #expect(result.reports.last?.report.verdict.status == .rejected)
    #expect(result.index.progress?.handedIn == 3)
    #expect(result.index.progress?.complete == 1)
  }
}
