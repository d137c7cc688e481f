import Diagnostics
import Foundation
import Hengxing
import Reports
import TestSupport
import Testing
import Values

/// The desk of a round and the pages beside it, the way back, standings, and the edition for the public.
@Suite(.timed) struct RoundPagesTests {
  private static let rubric = """
    rubric: station
    edition: "1"
    title: {en: Stations, zh: 社工站}
    language: zh
    subject: station
    facts: {cases: {type: number, must be: "[0..100]", from: bundle, unit: 个, title: {en: cases, zh: 个案}}}
    findings: {money: {title: {en: money diverted, zh: 挪用资金}}}
    sections:
    - id: s
      title: {en: Services, zh: 服务}
      points: 100
      items:
      - {id: a, title: {en: Cases, zh: 个案服务}, points: 100, says: {en: One point a case., zh: 每个个案 1 分。}, basis: {rule: illustrative, points: illustrative}, score: {formula: cases, from: 0, to: 100}}
    total: {round: {to: 0.1, mode: half up}, when closed: zero}
    vetoes: [{id: diverted, finding: money, grade: fail, says: {en: Money was diverted., zh: 挪用资金}}]
    grades:
    - {id: good, title: {en: Good, zh: 良好}, at least: 80}
    - {id: pass, title: {en: Pass, zh: 合格}, at least: 60}
    - {id: fail, title: {en: Fail, zh: 不合格}}

    """

  private func round(_ head: String = "", _ more: [String: String] = [:]) throws -> TemporaryRound {
    try TemporaryRound(
      [
        "station.yaml": Self.rubric,
        "round.yaml": """
        round: r
        title: R
        period: {from: 2024-01-01, to: 2024-12-31}
        as of: 2025-01-15
        rubrics: [station.yaml]
        \(head)
        subjects:
        - {id: a, title: {en: Alpha, zh: 甲站}, rubric: station, bundle: a, history: [{period: "2023", grade: pass, score: 65}], contract: {amount: 300000, until: 2025-06-30}}
        - {id: b, title: {en: Beta, zh: 乙站}, rubric: station, bundle: b}
        - {id: w, title: {en: Worker, zh: 某人}, kind: worker, rubric: station, bundle: w}

        """,
        "a/bundle.yaml": "subject: a\nfacts: {cases: 79.7}\n",
        "b/bundle.yaml": "subject: b\nfacts: {cases: 90}\n",
        "w/bundle.yaml": "subject: w\nfacts: {cases: 88.8}\n",
      ].merging(more) { $1 })
  }

  private func page(_ id: String, of round: TemporaryRound) throws -> String {
    let filed = try #require(try round.run().result.reports.first { $0.folder == id })
    return HTMLPage.print(filed.report, in: .zh)
  }

  @Test func aReportSaysWhatCameOfItInSentences() throws {
    let page = try page("a", of: round())
    for words in [
      "总分 79.7 分（满分 100）", "等级为“合格”", "距“良好”还差 0.3 分", "上期（2023）：65 分，合格",
      "2025年6月30日",
    ] {
      #expect(page.contains(words), "\(words)")
    }
    #expect(page.contains("href=\"../index.zh.html\""))
    #expect(page.contains("href=\"report.en.html\""))
  }

  @Test func whoMayObjectUntilWhenIsPrinted() throws {
    let objections =
      "objections: {until: 2025-02-01, to: {en: the county, zh: 县社会工作部}, "
      + "form: {en: letter, zh: 书面}}"
    let page = try page("a", of: round(objections))
    #expect(page.contains("请于2025年2月1日前（含当日），向县社会工作部提出，方式：书面"))
    #expect(try self.page("a", of: round()).contains("本轮未写明异议的期限和受理单位"))
  }

  @Test func placesComeFromTheStandingsThatWereKept() throws {
    let first = try round().run().result
    let standings = try #require(RoundStandings(first.index, first.reports.map(\.report))).text
    let kept = ["standings.json": standings]
    let before = try page("b", of: round("standings: standings.json", kept))
    #expect(before.contains("本轮第 1 名（共 3 个）"))
    // One is corrected afterwards: the page of another does not move.
    let corrected = kept.merging(["a/bundle.yaml": "subject: a\nfacts: {cases: 99}\n"]) { $1 }
    #expect(try page("b", of: round("standings: standings.json", corrected)) == before)
    #expect(try page("b", of: round()).contains("本轮第") == false)
  }

  @Test func standingsOfAnotherRoundAreRefused() throws {
    let other = #"{"schema":1,"round":"other","asOf":"2024-01-01","groups":[]}"#
    for text in [other, "{}", "[1", ""] {
      let codes = try round("standings: standings.json", ["standings.json": text]).run().codes
      #expect(codes.contains("not-standings"), "\(text)")
    }
  }

  @Test func theDeskHasFiguresPlacesAndWhatMustBeSettled() throws {
    let index = try round().run().result.index
    let desk = HTMLDesk.print(index, in: .zh)
    #expect(desk.contains("<dt>应评</dt><dd>3</dd>"))
    #expect(desk.contains("距“良好”线仅差 0.3 分"))
    #expect(desk.contains("30 万元"))
    for order in HTMLDesk.Order.allCases where order != .rank {
      #expect(desk.contains("href=\"\(HTMLDesk.name(of: order)).zh.html\""))
    }
    let ranked = desk.ranges(of: /data-sort="(\d+)" class="rank">(\d+)</).count
    #expect(ranked == 3)
    let byFile = String(decoding: HTMLDesk(index, in: .zh, by: .round).page, as: UTF8.self)
    let order = try #require(byFile.range(of: "甲站"))
    #expect(byFile.range(of: "乙站").map { $0.lowerBound > order.lowerBound } == true)
  }

  @Test func theEditionForThePublicHasNoPeopleAndNothingUnderInquiry() throws {
    let findings = "findings: [{id: f, what: money, about: b, status: alleged, by: 来信人}]"
    let index = try round(findings).run().result.index
    for language in Language.allCases {
      let page = String(decoding: PublicEdition.page(index, in: language), as: UTF8.self)
      for hidden in ["某人", "Worker", "88.8", "挪用", "diverted", "来信人"] {
        #expect(!page.contains(hidden), "\(hidden)")
      }
      #expect(page.contains(language == .zh ? "甲站" : "Alpha"))
    }
    #expect(!ReportJSON.print(PublicRecord(index)).contains("88.8"))
  }

  @Test func aRepublicationSaysWhatHasChanged() throws {
    let last = PublicRecord(try round().run().result.index)
    let same = String(
      decoding: PublicEdition.page(try round().run().result.index, in: .zh, since: last),
      as: UTF8.self)
    #expect(same.contains("没有变化"))
    let now = try round("", ["a/bundle.yaml": "subject: a\nfacts: {cases: 82}\n"]).run().result
      .index
    let page = String(decoding: PublicEdition.page(now, in: .zh, since: last), as: UTF8.self)
    #expect(page.contains("甲站：79.7 合格 → 82.0 良好"))
  }

  @Test func beforeTheDeadlineEverybodyHasAReminderAndAllAMatrix() throws {
    let round = try round("", ["b/bundle.yaml": "subject: b\n"])
    let result = try round.run(mode: "self").result
    let report = try #require(result.reports.first { $0.folder == "b" }).report
    let reminder = String(
      decoding: try #require(RoundPages.reminder(report, in: .zh)), as: UTF8.self)
    #expect(reminder.contains("100 分"))
    #expect(reminder.contains("2025年1月15日"))
    let matrix = String(
      decoding: try #require(RoundPages.materials(result.index, in: .zh)), as: UTF8.self)
    #expect(matrix.contains("cases"))
    #expect(matrix.contains("href=\"b/reminder.zh.html\""))
    #expect(RoundStandings(result.index, result.reports.map(\.report)) == nil)
  }

  @Test(arguments: ["</style><script>", "a\"b\\c", "甲\u{202E}站", "}@page{"])
  func aTitleEndsNeitherTheSheetNorTheString(title: String) throws {
    let page = HTMLPage.print(
      try Self.named(title, try round().run().result.reports[0].report), in: .zh)
    let style = try #require(page.firstRange(of: "</style>"))
    #expect(page[..<style.lowerBound].contains("<script") == false)
    #expect(page.ranges(of: "</style>").count == 1)
    #expect(!page.contains("\u{202E}"))
  }

  private static func named(_ title: String, _ report: Report) throws -> Report {
    var named = report
    named.subject.title = Wording(title)
    return named
  }
}
