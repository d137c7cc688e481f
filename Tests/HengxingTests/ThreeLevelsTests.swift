import Diagnostics
import Foundation
import Hengxing
import Reports
import TestSupport
import Testing

/// The sample of a city, its towns and their rooms.
@Suite(.timed) struct ThreeLevelsTests {
  private static func run() throws -> (result: RoundResult, diagnostics: Diagnostics) {
    var diagnostics = Diagnostics()
    let path = Places.root.appending(path: "samples/three-levels/round.yaml").path
    let result = try #require(
      Pipeline.run(path, .init(engine: "test"), into: &diagnostics))
    return (result, diagnostics)
  }

  @Test func roomsCountForTheirTownAndTownsForTheCity() throws {
    let (result, diagnostics) = try Self.run()
    #expect(diagnostics.isEmpty)
    let scores = result.scores
    // East: rooms 100, 90 and 90 for 1200, 800 and 1500 people; third by hours of supervision.
    #expect(scores["east"] == "86.7")
    #expect(scores["west"] == "100.0")
    #expect(scores["south"] == "15.0")
    #expect(scores["north"] == "80.5")
    // 20 for departments, nothing for the worst town, nine of eleven rooms pass.
    #expect(scores["city"] == "45.5")
    #expect(scores["east-3"] == "90.0")
  }

  @Test func theIndexShowsEveryLevelAndReportsLeadBothWays() throws {
    let result = try Self.run().result
    #expect(result.index.rows.map(\.level).max() == 2)
    let index = HTMLDesk.print(result.index, in: .zh)
    #expect(index.ranges(of: "<li><ul class=\"tree\">").isEmpty)
    // One list for the city, in it one for its towns, and one for the rooms of each town.
    #expect(index.ranges(of: "<ul class=\"tree\">").count > 2)
    let town = try #require(result.reports.first { $0.folder == "east" }?.report)
    #expect(town.relatives?.above?.folder == "../city")
    #expect(town.relatives?.below.map(\.folder) == ["../east-1", "../east-2", "../east-3"])
    let page = HTMLPage.print(town, in: .en)
    #expect(page.contains("../city/report.en.html"))
    #expect(page.contains("../east-2/report.en.html"))
    let city = try #require(result.reports.first { $0.folder == "city" }?.report)
    #expect(city.relatives?.above == nil)
    #expect(city.relatives?.below.count == 4)
  }

  @Test func everyReportSaysThatItIsInvented() throws {
    for filed in try Self.run().result.reports {
      #expect(TextReport.print(filed.report, in: .zh).contains("虚构示例"))
    }
  }
}
