import Diagnostics
import Foundation
import Hengxing
import Reports
import TestSupport
import Testing
import Values

/// The invented county: three assessors, one of them recused, one far below the others.
@Suite(.timed, .serialized) struct CountyPanelTests {
  private let result: RoundResult

  init() throws {
    try #require(FileManager.default.changeCurrentDirectoryPath(Places.root.path))
    result = try SampleRuns.result(of: "samples/county-panel/round.yaml")
  }

  private func report(_ id: String) throws -> Report {
    try #require(result.reports.first { $0.folder == id }?.report)
  }

  private func panel(_ item: String, of subject: String) throws -> Report.PanelFace {
    let items = try report(subject).sections.flatMap(\.items)
    return try #require(items.first { $0.id == item }?.panels?.first)
  }

  @Test func everyStationHasTheScoreThatItsMarksComeTo() {
    #expect(
      result.reports.map { $0.report.verdict.score?.text } == [
        "88.5", "74.5", "82.4", "61.2 – 74.7", "58.0",
      ])
    #expect(
      result.reports.map { $0.report.verdict.best?.id } == ["good", "pass", "good", "pass", "fail"])
  }

  @Test func theRecusedAssessorsMarkIsKeptWithTheReasonAndTheStandInCounts() throws {
    let column = try #require(try panel("plan", of: "station-b").columns.last)
    let recused = try #require(column.marks.first { $0.by == "评委二" })
    #expect(!recused.isCounted)
    #expect(recused.mark == "10")
    #expect(recused.why?.en.hasPrefix("recused: employed by `op-two` until 2023-09-30") == true)
    let standIn = try #require(column.marks.first { $0.standsInFor == "评委二" })
    #expect(standIn.isCounted)
    #expect(column.result == "7")
    #expect(try report("station-b").notices.map(\.code).contains("mark-of-recused"))
  }

  @Test func aThirdReaderSettlesOneStationAndIsAwaitedAtAnother() throws {
    let settled = try #require(try panel("service", of: "station-c").columns.last)
    #expect(settled.isThirdReaderCalled)
    #expect(settled.result == "7.5")
    let open = try #require(try panel("service", of: "station-d").columns.last)
    #expect(open.isThirdReaderCalled)
    #expect(try report("station-d").verdict.status == .open)
    #expect(try report("station-d").notices.map(\.code).contains("third-reader-called"))
  }

  @Test func allColumnsAreKept() throws {
    let columns = try panel("effect", of: "station-a").columns
    #expect(columns.map(\.role) == ["self", "panel", "committee"])
    #expect(columns.map(\.weight) == ["40%", "20%", "40%"])
    #expect(columns.map(\.result) == ["92", "86.6666…", "88"])
  }

  @Test func theIndexSaysWhoIsSevereAndWhatToDiscuss() throws {
    let agreement = try #require(result.index.agreement?.first)
    let severest = agreement.assessors.filter { $0.sharedUnits > 0 }
      .min { ($0.deviation ?? 0) < ($1.deviation ?? 0) }
    #expect(severest?.name == "评委三")
    let over = agreement.discussed.filter(\.isOverLimit)
    #expect(Set(over.map(\.subject)) == ["station-c", "station-d"])
    #expect(over.allSatisfy { $0.item == "service" })
    #expect(
      try report("station-c").agreement?.discussed.allSatisfy { $0.subject == "station-c" } == true)
    let ledger = try #require(agreement.items.first { $0.id == "ledger" })
    #expect(ledger.coefficients.allSatisfy { $0.alpha == nil && $0.reason != nil })
  }
}
