import Diagnostics
import Foundation
import Hengxing
import Reports
import TestSupport
import Testing

/// Who is charged with what others are excused, and what nobody may learn from an anonymous survey.
@Suite(.timed, .serialized) struct PartiesTests {
  init() throws {
    try #require(FileManager.default.changeCurrentDirectoryPath(Places.root.path))
  }

  private func report(_ id: String, of round: String) throws -> Report {
    let result =
      round.hasPrefix("samples/")
      ? try SampleRuns.result(of: round) : try SampleRuns.run(round)
    return try #require(result.reports.first { $0.folder == id }?.report)
  }

  @Test func bothSidesOfAnExcuseTellTheSameCharge() throws {
    let round = "samples/first-round/round.yaml"
    let station = try report("station-b", of: round).responsibility
    let town = try report("town-b", of: round).responsibility
    #expect(station.map(\.side) == [.excused, .excused])
    #expect(station.map(\.other) == ["funds-paid", "days-late"])
    #expect(station.allSatisfy { $0.item == "pay" && $0.isCharged == true })
    #expect(town.map(\.side) == [.charged, .charged])
    #expect(town.map(\.item) == ["funds-paid", "days-late"])
    #expect(town.allSatisfy { $0.other == "pay" && $0.folder == "../station-b" })
    let page = HTMLPage.print(try report("town-b", of: round), in: .zh)
    #expect(page.contains("责任归因"))
    #expect(page.contains("../station-b/report.zh.html#item-pay"))
  }

  @Test func theEvaluatorIsReadFromTheRoundItself() throws {
    let evaluator = try report("evaluator", of: "samples/first-round/round.yaml")
    #expect(evaluator.verdict.status == .evaluated)
    #expect(evaluator.figures.contains { $0.name == "小组意见" && $0.value != "[… 0]" })
  }

  // MARK: anonymity

  private static let rubric = """
    rubric: town
    edition: "1"
    title: T
    subject: town
    surveys:
      answers:
        anonymous: true
        at least: 5
        columns:
          mark: {type: number, must be: "[0..10]"}
          remark: {type: string, absent: "null"}
    sections:
    - id: s
      title: S
      points: 10
      items:
      - {id: a, title: A, points: 10, says: a, basis: {rule: illustrative, points: illustrative}, score: {survey: answers, mean: 'if remark = "x" then mark else mark', respondents: 5, full at: 10, zero at: 0}}
    total: {round: {to: 0.01, mode: half up}, when closed: open}
    grades: [{id: good, title: Good, at least: 8}, {id: poor, title: Poor}]

    """

  private func everything(_ answers: [String], in folder: URL) throws -> [String] {
    try? FileManager.default.removeItem(at: folder)
    let surveys = folder.appending(path: "bundle/surveys")
    try FileManager.default.createDirectory(at: surveys, withIntermediateDirectories: true)
    try Data(Self.rubric.utf8).write(to: folder.appending(path: "rubric.yaml"))
    try Data("subject: t\n".utf8).write(to: folder.appending(path: "bundle/bundle.yaml"))
    let rows = "mark,remark\n" + answers.map { $0 + "\n" }.joined()
    try Data(rows.utf8).write(to: surveys.appending(path: "answers.csv"))
    let round = """
      round: r
      title: R
      period: {from: 2024-01-01, to: 2024-12-31}
      as of: 2025-01-15
      rubrics: [rubric.yaml]
      subjects: [{id: t, rubric: town, bundle: bundle}]

      """
    let path = folder.appending(path: "round.yaml")
    try Data(round.utf8).write(to: path)
    var report = try report("t", of: path.path)
    // The digest of the whole bundle tells that something changed, and nothing else may.
    report.seal.bundleDigest = nil
    return Language.allCases.flatMap { language in
      let explanation = TextExplanation(report, in: language)
      return [
        HTMLPage.print(report, in: language), TextReport.print(report, in: language),
        explanation.item("a") ?? "", explanation.file("surveys/answers.csv") ?? "",
        explanation.overview(),
      ]
    } + [ReportJSON.print(report)]
  }

  @Test func noAnswerLeaksBelowTheLeastNumber() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "anonymous-answers")
    defer { try? FileManager.default.removeItem(at: folder) }
    let some = try everything(["7.125,geheim", "3,x", "oops,geheim", "9,x"], in: folder)
    let other = try everything(["1,y", "2,y"], in: folder)
    #expect(some == other)
    #expect(some.allSatisfy { !$0.contains("geheim") && !$0.contains("7.125") })
    #expect(some.allSatisfy { !$0.contains("oops") })
  }

  @Test func enoughAnswersCountTogetherAndNoneIsShown() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "anonymous-enough")
    defer { try? FileManager.default.removeItem(at: folder) }
    let answers = ["7.125,geheim", "3,x", "9,x", "9,x", "10,x", "oops,geheim"]
    let texts = try everything(answers, in: folder)
    #expect(texts.allSatisfy { !$0.contains("geheim") && !$0.contains("7.125") })
    #expect(texts.allSatisfy { !$0.contains("oops") && !$0.contains("answers.csv:") })
    #expect(texts.contains { $0.contains("anonymous-unreadable") })
  }
}
