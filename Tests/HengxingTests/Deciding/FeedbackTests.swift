import Diagnostics
import Foundation
import Hengxing
import Reports
import TestSupport
import Testing

/// What a round gives back to those who answer for others.
@Suite(.timed, .serialized) struct FeedbackTests {
  init() throws {
    try #require(FileManager.default.changeCurrentDirectoryPath(Places.root.path))
  }

  private static let station = """
    rubric: station
    edition: "1"
    title: Station
    language: en
    subject: station
    facts:
      paid: {type: number, must be: "[0..1]", from: town}
      site: {type: boolean, from: town}
      hours: {type: number, must be: "[0..10]", from: bundle}
    sections:
    - id: s
      title: S
      points: 20
      items:
      - {id: pay, title: Pay, points: 6, says: pay, basis: {rule: illustrative, points: illustrative}, excused: {when: paid < 1, by: town.funds, then: drop, says: the money came late}, score: {formula: 6 * paid, from: 0, to: 6}}
      - {id: room, title: Room, points: 4, says: room, basis: {rule: illustrative, points: illustrative}, score: {check: site}}
      - {id: work, title: Work, points: 10, says: work, basis: {rule: illustrative, points: illustrative}, advice: do more, score: {formula: hours, from: 0, to: 10}}
    total: {round: {to: 0.1, mode: half up}, when closed: zero}
    grades: [{id: good, title: Good, at least: 12}, {id: poor, title: Poor}]

    """

  private static let town = """
    rubric: town
    edition: "1"
    title: Town
    language: en
    subject: town
    facts: {paid: {type: number, must be: "[0..1]", from: bundle}}
    sections:
    - id: s
      title: S
      points: 10
      items:
      - {id: funds, title: Funds, points: 10, says: funds, basis: {rule: illustrative, points: illustrative}, score: {formula: 10 * paid, from: 0, to: 10}}
    total: {round: {to: 0.1, mode: half up}, when closed: zero}
    grades: [{id: good, title: Good, at least: 6}, {id: poor, title: Poor}]

    """

  private func round(hoursOfB: Int = 8) throws -> TemporaryRound {
    try TemporaryRound([
      "station.yaml": Self.station, "town.yaml": Self.town,
      "round.yaml": """
      round: r
      title: R
      language: en
      period: {from: 2024-01-01, to: 2024-12-31}
      as of: 2025-01-15
      rubrics: [station.yaml, town.yaml]
      subjects:
      - {id: bureau, title: Bureau, rubric: town, bundle: bureau}
      - {id: t, title: Town T, rubric: town, bundle: t, parties: {bureau: bureau}}
      - {id: u, title: Town U, rubric: town, bundle: u, parties: {bureau: bureau}}
      - {id: a, title: Station A, rubric: station, bundle: a, parties: {town: t, bureau: bureau}}
      - {id: b, title: Station B, rubric: station, bundle: b, parties: {town: t, bureau: bureau}}
      - {id: c, title: Station C, rubric: station, bundle: c, parties: {town: u, bureau: bureau}}
      - {id: d, title: Station D, rubric: station, bundle: d, parties: {town: u, bureau: bureau}}

      """,
      "bureau/bundle.yaml": "subject: bureau\nfacts: {paid: 1}\n",
      "t/bundle.yaml": "subject: t\nfacts: {paid: 0.5}\n",
      "u/bundle.yaml": "subject: u\nfacts: {paid: 1, site: true}\n",
      "a/bundle.yaml": "subject: a\nfacts: {hours: 10}\n",
      "b/bundle.yaml": "subject: b\nfacts: {hours: \(hoursOfB)}\n",
      "c/bundle.yaml": "subject: c\nfacts: {hours: 3}\n",
    ])
  }

  private func feedback(_ id: String, of result: RoundResult) throws -> Feedback {
    try #require(result.reports.first { $0.folder == id }?.feedback)
  }

  @Test func aTownSeesWhatItsArrearsAndAbsencesCost() throws {
    let (result, _) = try round().run()
    let town = try feedback("t", of: result)
    #expect(town.count == 2 && town.costCount == 2)
    #expect(town.costs.map(\.item) == ["pay", "room", "pay", "room"])
    #expect(town.costs.map(\.kind) == [.excused, .lost, .excused, .lost])
    #expect(town.costs.map(\.cost.text) == ["3", "4", "3", "4"])
    #expect(town.excused.text == "6" && town.lost.text == "8")
    #expect(town.costs[0].duties.map(\.item) == ["funds"])
    #expect(town.costs[0].duties.first?.title?.en == "Funds")
    let other = try feedback("u", of: result)
    #expect(other.costs.isEmpty)
    #expect(other.unscored.map(\.subject) == ["d"])
  }

  @Test func aBureauSeesTheFaultsOfAllStationsAndWhoAnswersForThem() throws {
    let (result, _) = try round().run()
    let bureau = try feedback("bureau", of: result)
    #expect(bureau.count == 6)
    #expect(bureau.costs.isEmpty)
    #expect(bureau.syntheses.map(\.rubric) == ["town", "station"])
    #expect(bureau.syntheses.map(\.count) == [2, 3])
    let stations = try #require(bureau.syntheses.last)
    #expect(stations.faults.map(\.item) == ["work", "room", "pay"])
    #expect(stations.faults.map(\.lost.text) == ["9", "8", "0"])
    #expect(stations.faults.map(\.lostCount) == [2, 2, 0])
    #expect(stations.faults.map(\.excusedCount) == [0, 0, 2])
    #expect(stations.faults.map(\.excused.text) == ["0", "0", "6"])
    #expect(stations.faults[0].duties.isEmpty)
    #expect(stations.faults[0].advice?.en == "do more")
    #expect(stations.faults[2].duties.map(\.role) == ["town"])
    #expect(stations.faults[2].duties.map(\.count) == [2])
    #expect(stations.lost.text == "17")
  }

  /// An excuse that would cost the station is not applied; then the station loses the points, and the town sees them too.
  @Test func whatWasNotExcusedBecauseItWouldCostIsToldAsLost() throws {
    let (result, _) = try round(hoursOfB: 7).run()
    let town = try feedback("t", of: result)
    let pay = try #require(town.costs.first { $0.subject == "b" && $0.item == "pay" })
    #expect(pay.kind == .lost && pay.cost.text == "3")
    #expect(pay.duties.map(\.item) == ["funds"])
    #expect(town.excused.text == "3" && town.lost.text == "11")
  }

  @Test func whoAnswersForNobodyHasNoPage() throws {
    let (result, _) = try round().run()
    for id in ["a", "b", "c", "d"] {
      let filed = try #require(result.reports.first { $0.folder == id })
      #expect(filed.feedback == nil && filed.report.feedback == nil)
    }
  }

  @Test func pagesSayItInBothLanguagesAndLinkToReports() throws {
    let (result, _) = try round().run()
    let town = try feedback("t", of: result)
    let page = HTMLFeedback.print(town, in: .en)
    #expect(page.contains("href=\"../a/report.en.html#item-pay\""))
    #expect(page.contains("6 points excused and 8 lost, at 2 of 2"))
    #expect(page.contains("href=\"../t/report.en.html#item-funds\""))
    let text = TextFeedback.print(town, in: .zh)
    #expect(text.contains("涉及 2 个对象中的 2 个：免责 6 分，失去 8 分"))
    #expect(ReportJSON.print(town).contains("\"costCount\": 2"))
    let report = try #require(result.reports.first { $0.folder == "t" }?.report)
    #expect(HTMLPage.print(report, in: .zh).contains("href=\"feedback.zh.html\""))
  }

  @Test func theIndexLeadsToEveryPage() throws {
    let (result, _) = try round().run()
    #expect(result.index.feedback?.map(\.page) == ["bureau/feedback", "t/feedback", "u/feedback"])
    let page = HTMLDesk.print(result.index, in: .zh)
    for id in ["bureau", "t", "u"] { #expect(page.contains("href=\"\(id)/feedback.zh.html\"")) }
  }

  /// Departments, agencies and stations stand in tables of their own, in the order of the round, whatever they scored.
  @Test func departmentsAreNotRankedWithStations() throws {
    let result = try SampleRuns.result(of: "samples/first-round/round.yaml")
    let page = HTMLDesk.print(result.index, in: .en)
    let tables = page.split(separator: "<table").dropFirst().map { table in
      String(table.split(separator: "</table>")[0])
    }
    for table in tables where table.contains("station-a/report") {
      #expect(!table.contains("town-") && !table.contains("county/"))
      #expect(!table.contains("operator-c/") && !table.contains("worker-a/"))
    }
    let folders = result.index.rows.map(\.folder)
    #expect(folders.firstIndex(of: "county") == 0)
    #expect(result.reports.allSatisfy { $0.report.cohort == nil })
    #expect(result.index.rows.map(\.folder) == result.reports.map(\.folder))
  }

  @Test func theSampleTellsTheTownWhatLateMoneyCost() throws {
    let result = try SampleRuns.result(of: "samples/first-round/round.yaml")
    let town = try feedback("town-b", of: result)
    #expect(town.costs.contains { $0.subject == "station-b" && $0.item == "pay" })
    let county = try feedback("county", of: result)
    #expect(county.syntheses.contains { $0.rubric == "haining-process" && $0.count == 5 })
    #expect(county.syntheses.contains { $0.rubric == "haining-maqiao" && $0.count == 1 })
    // What anonymous answers said goes nowhere.
    for language in Language.allCases {
      #expect(!HTMLFeedback.print(county, in: language).contains("[…"))
    }
  }
}
