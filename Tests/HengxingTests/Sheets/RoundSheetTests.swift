import Diagnostics
import Formats
import Foundation
import Hengxing
import Reports
import Scoring
import TestSupport
import Testing
import Values

/// The workbook beside a round: what it says is as if it stood in the round.
@Suite(.timed, .serialized) struct RoundSheetTests {
  private static let rubric = """
    rubric: r
    edition: "1"
    language: en
    title: R
    subject: station
    fictional: true
    facts:
      wage: {type: number, from: reference}
      days: {type: number, from: round}
    findings:
      fraud: {}
    sections:
      - id: s
        title: S
        points: 10
        items:
          - id: i
            title: I
            points: 10
            says: All.
            basis: {rule: illustrative, points: illustrative}
            measures: input
            score: {check: "wage >= 100 and days >= 10"}
    total: {round: {to: 0.1, mode: half up}, when closed: zero}
    vetoes:
      - id: v
        finding: fraud
        grade: poor
        says: Fraud.
    grades:
      - {id: good, title: Good, at least: 6}
      - {id: poor, title: Poor}

    """
  private static let head = """
    round: r
    title: R
    language: en
    period: {from: 2024-01-01, to: 2024-12-31}
    as of: 2025-01-15
    rubrics: [rubric.yaml]

    """
  private static let subjects =
    "subjects: [{id: a, rubric: r, bundle: a}, {id: b, rubric: r, bundle: b}]\n"

  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write("a/bundle.yaml", "subject: a\n")
    try scratch.write("b/bundle.yaml", "subject: b\n")
  }

  /// The round as it was read, and what was found.
  private func read(
    _ round: String, _ sheets: [(name: String, csv: String)], named file: String = "round.xlsx"
  ) throws -> (Round?, Diagnostics) {
    try scratch.write("round.yaml", round)
    var maker = WorkbookMaker()
    for sheet in sheets { maker.add(sheet.name, csv: sheet.csv) }
    if !sheets.isEmpty { try scratch.write(file, maker.zip) }
    let path = scratch.folder.appending(path: "round.yaml").path
    var found = Diagnostics()
    let source = try #require(Files.text(path, as: .rules, into: &found)).source
    let read = RoundReader.read(source, into: &found)
    return (read, found)
  }

  private func places(_ found: Diagnostics) -> [String] {
    found.all.map { one in
      let place = one.place?.description.replacing(scratch.folder.path + "/", with: "") ?? "-"
      return "\(one.code) \(place)"
    }
  }

  @Test func everySheetIsAPartOfTheRound() throws {
    let (round, found) = try read(
      Self.head,
      [
        ("说明", "怎么填"),
        ("评估对象", "本轮评估对象\n标识,名称,细则,证据包,运营方式,复评\na,甲站,r,a,外包,是\nb,乙站,r、s,b,,"),
        (
          "问题认定",
          "序号,编号,问题种类,对象,状态,认定人,日期,依据\n1,f-1,fraud,a,属实,县局,2024-03-01,文一\n2,f-2,fraud,b,被指,,,"
        ),
        ("参考数据", "名称,数值,单位,年份,出处\nwage,120,CNY,2024,统计局"),
        ("基本情况", "项目,内容\ndays,12"),
        (
          "历史结果",
          "对象,细则,评估期,等级,得分,评定日期\na,r,2022,good,8.5,2023-01-10\nb,r,2022,poor,5,2023-01-10\na,r,2023,good,9,2024-01-10"
        ),
        ("合同", "对象,开始日期,结束日期,金额（元）,购买方\na,2024-01-01,2024-12-31,300000,县局"),
        ("相关方", "对象,角色,单位\na,town,b"),
      ])
    #expect(places(found) == [])
    let read = try #require(round)
    #expect(read.subjects.map(\.id) == ["a", "b"])
    #expect(read.subjects[0].isReEvaluation && !read.subjects[1].isReEvaluation)
    #expect(read.subjects[1].rubrics.map(\.text) == ["r", "s"])
    #expect(read.subjects[0].history.map { $0.period ?? "" } == ["2022", "2023"])
    #expect(read.subjects[0].history.map { $0.score?.description ?? "" } == ["8.5", "9"])
    #expect(
      read.subjects[0].contracts.joined().map { "\($0.name) \($0.value.text)" } == [
        "from 2024-01-01", "until 2024-12-31", "amount 300000", "购买方 县局",
      ])
    #expect(read.subjects[0].parties["town"]?.text == "b")
    #expect(read.findings.map(\.status) == ["confirmed", "alleged"])
    #expect(read.findings[0].date?.isoText == "2024-03-01")
    #expect(
      read.findings[1].place.description.hasSuffix("round.xlsx!问题认定!B3"))
    #expect(
      read.references.map { "\($0.name) \($0.value.text) \($0.unit ?? "")" } == ["wage 120 CNY"])
    #expect(read.facts.map { "\($0.name) \($0.value.text)" } == ["days 12"])
  }

  @Test func whatStandsInTheRoundStaysAndIsJoined() throws {
    let (round, found) = try read(
      Self.head + Self.subjects + "references: {wage: {value: 90}}\nfacts: {days: 3}\n",
      [
        ("references", "name,value\nprice,7\nwage,120"), ("facts", "name,value\nmonths,2"),
        ("history", "subject,period,score\nb,2023,7"),
      ])
    #expect(places(found) == ["said-in-both round.xlsx!references!B3"])
    let read = try #require(round)
    #expect(read.references.map { "\($0.name) \($0.value.text)" } == ["wage 90", "price 7"])
    #expect(read.facts.map(\.name) == ["days", "months"])
    #expect(read.subjects.map(\.history.count) == [0, 1])
  }

  @Test(arguments: [
    ("问题认定", "编号,问题种类,对象,状态\nf-1,fraud,a,据说", "not-a-choice round.xlsx!问题认定!D2"),
    ("问题认定", "编号,问题种类,对象\nf-1,fraud,a", "missing-key round.xlsx!问题认定!A2"),
    ("历史结果", "对象,得分\na,很高", "not-a-plain-number round.xlsx!历史结果!B2"),
    ("历史结果", "对象,评定日期\na,去年", "not-a-calendar-date round.xlsx!历史结果!B2"),
    ("历史结果", "对象,得分\nc,5", "round-row-of-nobody round.xlsx!历史结果!A2"),
    ("历史结果", "对象,得分\n,5", "round-row-without-name round.xlsx!历史结果!B2"),
    ("历史结果", "站点,得分\na,5", "round-sheet-without-column round.xlsx!历史结果"),
    ("历史结果", "对象,得分,名次\na,5,1", "round-column-not-read round.xlsx!历史结果!C1"),
    ("历史", "对象,得分\na,5", "round-sheet-not-read round.xlsx!历史"),
    ("合同", "对象,金额\na,三十万", "contract-unreadable round.xlsx!合同!B2"),
    ("合同", "对象,金额\na,1\na,2", "yaml-duplicate-key round.xlsx!合同!B3"),
  ])
  func whatIsWrongIsToldAtItsCell(sheet: String, csv: String, told: String) throws {
    let (_, found) = try read(Self.head + Self.subjects, [(sheet, csv)])
    let places = places(found)
    #expect(places.contains(told), "\(places)")
  }

  @Test func aSheetThatIsBrokenCountsNowhere() throws {
    let cells = "<c t=\"str\"><v>对象</v></c><c t=\"str\"><v>得分</v></c>"
    var maker = WorkbookMaker()
    maker.add(
      "历史结果",
      "<row>\(cells)</row><row><c t=\"str\"><v>a</v></c><c><v>5</v></c></row><row><c>")
    try scratch.write("round.xlsx", maker.zip)
    let (round, found) = try read(Self.head + Self.subjects, [])
    #expect(found.all.map(\.code).contains("round-sheet-lost"))
    #expect(round?.subjects.map(\.history.count) == [0, 0])
  }

  @Test func aWorkbookThatIsNoneIsTold() throws {
    let (round, found) = try read(Self.head + Self.subjects, [])
    #expect(round != nil && found.isEmpty)
    try scratch.write("round.et", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
    let (again, told) = try read(Self.head + Self.subjects, [])
    #expect(again != nil && told.all.map(\.code) == ["not-a-workbook"])
  }

  @Test func theSameRoundGivesTheSameResult() throws {
    try scratch.write("rubric.yaml", Self.rubric)
    let path = scratch.folder.appending(path: "round.yaml").path
    func scores() throws -> [String] {
      var found = Diagnostics()
      let result = try #require(
        Pipeline.run(path, Pipeline.Options(engine: "test"), into: &found))
      #expect(!found.hasErrors, "\(places(found))")
      return result.reports.map { "\($0.report.verdict)" }
    }
    let written = """
      references: {wage: {value: 120}}
      facts: {days: 12}
      findings: [{id: f, what: fraud, about: b, status: confirmed}]

      """
    _ = try read(Self.head + Self.subjects + written, [])
    let first = try scores()
    _ = try read(
      Self.head + Self.subjects,
      [
        ("参考数据", "名称,数值\nwage,120"), ("基本情况", "项目,内容\ndays,12"),
        ("问题认定", "编号,问题种类,对象,状态\nf,fraud,b,已认定"),
      ])
    #expect(try scores() == first)
    #expect(Set(first).count == 2)
  }
}
