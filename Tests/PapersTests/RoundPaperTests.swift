import Diagnostics
import TestSupport
import Testing
import Values

@testable import Papers
@testable import Reports

@Suite(.timed) struct RoundPaperTests {
  private static func subject(
    _ id: String, _ score: String, kind: String = "station"
  ) throws -> Report {
    try SampleResult.without { report in
      report.subject.id = id
      report.subject.title = Wording(id)
      report.subject.kind = kind
      report.verdict.score = Report.Amount(
        low: Number(score) ?? .zero, high: Number(score) ?? .zero, text: score)
    }
  }

  @Test func equalScoresShareAPlaceAndTheNextIsSkipped() throws {
    let reports = try [
      Self.subject("丙", "70"), Self.subject("甲", "80"), Self.subject("乙", "80"),
    ]
    let group = try #require(RoundPapers(reports).groups.first)
    #expect(group.reports.map(\.subject.id) == ["甲", "乙", "丙"])
    #expect(RoundPapers.places(in: group) == ["1", "1", "3"])
  }

  @Test func nobodyHasAPlaceWhileAnotherIsOpen() throws {
    let reports = try [Self.subject("甲", "80"), SampleResult.open()]
    let group = try #require(RoundPapers(reports).groups.first)
    #expect(RoundPapers.places(in: group) == nil)
    for paper in PaperPack.papers(about: reports.map(Brief.init)) {
      #expect(paper.document.marks.contains("未定稿"))
    }
  }

  @Test func thePublicListLeavesOutPeopleAndWhatIsUnderInquiry() throws {
    let reports = try [
      Self.subject("甲站", "80"), Self.subject("某人", "87.4", kind: "worker"), SampleResult.open(),
    ]
    let list = PublicList(reports)
    #expect(list.people.map(\.subject.id) == ["某人"])
    let text = list.document.text
    #expect(text.contains("甲站"))
    for hidden in ["某人", "87.4", "97.0", "挪用资金"] { #expect(!text.contains(hidden), "\(hidden)") }
  }

  @Test func theSummaryHasARowForEverySubject() throws {
    let reports = try (1...30).map { try Self.subject("站 \($0)", "\($0)") }
    let tables = RoundSummary(reports.map { Brief($0).report }).document.tables
    #expect(tables.first?.rows.count == 30)
  }

  @Test func aRoundOfNobodyIsSaid() {
    for paper in PaperPack.papers(about: [Brief]()) { #expect(!paper.document.text.isEmpty) }
  }
}
