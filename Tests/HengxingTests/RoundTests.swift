import Diagnostics
import Foundation
import Hengxing
import Reports
import TestSupport
import Testing

/// The main job on the sample round.
@Suite(.timed, .serialized) struct RoundTests {
  init() throws {
    try #require(FileManager.default.changeCurrentDirectoryPath(Places.root.path))
  }

  private func run(_ round: String) throws -> RoundResult { try SampleRuns.result(of: round) }

  private func report(_ id: String) throws -> Report {
    let result = try run("samples/first-round/round.yaml")
    return try #require(result.reports.first { $0.folder == id }?.report)
  }

  @Test func twoRunsGiveTheSameBytes() throws {
    let first = try run("samples/first-round/round.yaml")
    let second = try SampleRuns.run("samples/first-round/round.yaml")
    #expect(first.reports.map(\.folder) == second.reports.map(\.folder))
    for (left, right) in zip(first.reports, second.reports) {
      #expect(ReportJSON.print(left.report) == ReportJSON.print(right.report))
      #expect(HTMLPage.print(left.report, in: .zh) == HTMLPage.print(right.report, in: .zh))
    }
  }

  @Test func anOperatorIsEvaluatedOverAllStationsThatItRuns() throws {
    let result = try run("samples/first-round/round.yaml")
    func earned(_ item: String) -> String? {
      result.item(item, of: "operator-c")?.earned?.text
    }
    // Three certified workers of Yi are one too few, the five of Ding are enough: half of 6.
    #expect(earned("certified") == "3.00")
    // Twice at Ding, which is confirmed there too.
    #expect(earned("no-permits") == "0")
    // Yi paid late: pay is looked at for Ding alone, as it is excused at Yi itself.
    #expect(earned("pay") == "8.00")
    #expect(result.scores["operator-c"] == "91.6")
    #expect(try report("operator-c").subject.isFictional)
  }

  @Test func subjectsStayInTheOrderOfTheirRound() throws {
    let result = try run("samples/first-round/round.yaml")
    #expect(result.reports.map(\.folder).prefix(3) == ["county", "town-a", "town-b"])
  }

  @Test func aTownThatPaidLateExcusesItsStationAndIsCharged() throws {
    let station = try report("station-b")
    let town = try report("town-b")
    let pay = try #require(items(of: station).first { $0.outcome == .excused })
    #expect(pay.excuse?.by == "town.funds-paid, town.days-late")
    let paid = try #require(items(of: town).first { $0.id == "funds-paid" })
    #expect(paid.outcome == .none || paid.outcome == .part)
    let with = try #require(station.verdict.score)
    let without = try #require(station.verdict.scoreWithoutExcuses)
    #expect(with.low > without.low)
  }

  @Test func aBrokenBundleRejectsItsOwnSubjectOnly() throws {
    let result = try run("samples/first-round/round.yaml")
    let rejected = result.reports.filter { $0.report.verdict.status == .rejected }
    #expect(rejected.map(\.folder) == ["station-g"])
    #expect(rejected.allSatisfy { !$0.report.notices.isEmpty })
    #expect(result.reports.count > 10)
  }

  @Test func twoPoliciesForOneRubricRecommendNothing() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "several-policies")
    try? FileManager.default.removeItem(at: folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let root = Places.root.path
    let policy = try String(contentsOfFile: root + "/rubrics/renewal/haining.yaml", encoding: .utf8)
    let second = policy.replacingOccurrences(of: "policy: haining-renewal", with: "policy: other")
    try second.write(to: folder.appending(path: "other.yaml"), atomically: true, encoding: .utf8)
    let round = """
      round: r
      title: 一轮
      period: {from: 2024-01-01, to: 2024-12-31}
      as of: 2025-01-15
      rubrics: [\(root)/rubrics/haining-process.yaml]
      policies: [\(root)/rubrics/renewal/haining.yaml, other.yaml]
      subjects:
        - {id: station-a, rubric: haining-process, bundle: \(root)/samples/first-round/bundles/station-a}
      """
    let path = folder.appending(path: "round.yaml").path
    try round.write(toFile: path, atomically: true, encoding: .utf8)
    var diagnostics = Diagnostics()
    let result = try #require(Pipeline.run(path, .init(engine: "test"), into: &diagnostics))
    #expect(diagnostics.all.contains { $0.code == "several-policies" })
    #expect(result.reports.allSatisfy { $0.report.decision == nil })
  }

  @Test func aContractThatCannotBeReadIsReportedNotLeftOut() throws {
    let text = """
      round: r
      title: 一轮
      period: {from: 2024-01-01, to: 2024-12-31}
      as of: 2025-01-15
      subjects:
        - id: s
          rubric: r
          bundle: b
          contract: {amount: 约六十万, until: 2025年3月}
      """
    var diagnostics = Diagnostics()
    _ = RoundReader.read(SourceText(text, path: "round.yaml"), into: &diagnostics)
    #expect(diagnostics.all.map(\.code) == ["contract-unreadable", "contract-unreadable"])
  }

  @Test func everySampleReportSaysThatItIsFictional() throws {
    for filed in try run("samples/first-round/round.yaml").reports {
      #expect(HTMLPage.print(filed.report, in: .zh).contains("虚构示例"))
      #expect(HTMLPage.print(filed.report, in: .en).contains("fictional sample"))
      #expect(TextReport.print(filed.report, in: .zh).contains("虚构示例"))
    }
  }

  @Test func everyLinkOfEveryReportLeadsSomewhere() throws {
    for filed in try run("samples/first-round/round.yaml").reports {
      let page = HTMLPage.print(filed.report, in: .zh)
      let targets = Set(page.matches(of: /\bid="([^"]+)"/).map { String($0.1) })
      let links = Set(page.matches(of: /href="#([^"]+)"/).map { String($0.1) })
      #expect(links.subtracting(targets).isEmpty, "\(filed.folder)")
    }
  }

  private func items(of report: Report) -> [Report.ItemLine] {
    func all(_ section: Report.SectionLine) -> [Report.ItemLine] {
      section.items + section.sections.flatMap(all)
    }
    return (report.sections + report.extras).flatMap(all)
  }
}
