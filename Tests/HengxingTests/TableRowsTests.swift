import Diagnostics
import Foundation
import Hengxing
import Reports
import TestSupport
import Testing

/// What stands in tables beside records, from the file to the points: `docs/examples/rows.yaml` asks for three meetings.
@Suite(.timed) struct TableRowsTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let table: String
    var rows: String?
    let points: String
    let codes: [String]

    var testDescription: String { table.replacing("\n", with: "␊") + (rows ?? "") }
  }

  private static let two = "月份,参加人数\n1月,15\n2月,16\n"
  private static let three = two + "3月,17\n"

  static let cases = [
    Case(table: three, points: "5", codes: []),
    Case(table: two, points: "0", codes: []),
    Case(table: two + "合计,31\n", points: "0", codes: ["total-rows"]),
    Case(table: two + "Total,31\n", points: "0", codes: ["total-rows"]),
    Case(table: two + "平均,15.5\n", points: "0", codes: ["total-rows"]),
    Case(table: two + "合计,30\n", points: "0-5", codes: ["doubtful-rows"]),
    Case(table: two + ",31\n", points: "0-5", codes: ["doubtful-rows"]),
    Case(table: two + "注：3月未召开,\n", points: "0-5", codes: ["doubtful-rows"]),
    Case(table: two + "（以下空白）\n", points: "0-5", codes: ["short-row", "doubtful-rows"]),
    Case(
      table: "月份,参加人数\n,（人）\n1月,15\n2月,16\n", points: "0-5", codes: ["doubtful-rows"]),
    Case(
      table: "月份,参加人数\n1月,15\n月份,参加人数\n2月,16\n", points: "0", codes: ["repeated-header"]),
    Case(table: two + "/,/\n", points: "0", codes: ["rows-without-content"]),
    // Headers.
    Case(table: "登记表,\n" + three, points: "5", codes: ["header-below-first-line"]),
    Case(table: "附件1\n" + three, points: "5", codes: ["header-below-first-line"]),
    Case(table: "附件1\n\n登记表\n" + two, points: "0", codes: ["header-below-first-line"]),
    Case(table: "表,表\n" + three, points: "5", codes: ["header-below-first-line"]),
    Case(
      table: "附件1\n月份,参加人数\n1月,15,多\n2月,16\n3月,17\n", points: "5",
      codes: ["overlong-row", "header-below-first-line"]),
    Case(table: "sep=;\n月份;参加人数\n1月;15\n2月;16\n3月;17\n", points: "5", codes: []),
    Case(table: "月份;参加人数\n1月;15\n2月;16\n3月;17\n", points: "0-5", codes: ["no-declared-column"]),
    Case(table: "姓名,岗位\n甲,乙\n丙,丁\n戊,己\n", points: "0-5", codes: ["no-declared-column"]),
    Case(table: "1月,15\n2月,16\n3月,17\n", points: "0-5", codes: ["no-declared-column"]),
    // Records all the same.
    Case(table: "月份,参加人数\n1月,3\n2月,4\n3月,7\n", points: "5", codes: []),
    Case(table: "月份,参加人数\n1月,3\n2月,4\n合计划,7\n", points: "5", codes: []),
    Case(table: "月份,参加人数\n1月,3\n2月,4\n3月,\n", points: "5", codes: []),
    // What the bundle says.
    Case(table: two + "合计,31\n", rows: "all", points: "5", codes: []),
    Case(table: two + "合计,30\n", rows: "{records: [4]}", points: "5", codes: []),
    Case(
      table: two + "合计,30\n", rows: "{no records: [4]}", points: "0", codes: ["rows-left-out"]),
    Case(
      table: three, rows: "{no records: [4]}", points: "0",
      codes: ["record-left-out", "rows-left-out"]),
    Case(
      table: three, rows: "{no records: [9]}", points: "5", codes: ["row-not-there"]),
    Case(table: three, rows: "some", points: "5", codes: ["rows-form"]),
  ]

  @Test(arguments: cases)
  func countsRecordsAlone(tableCase: Case) throws {
    let (points, codes) = try monthly(tableCase.table, rows: tableCase.rows)
    #expect(points == tableCase.points)
    #expect(codes == tableCase.codes)
  }

  @Test func aTableNamedNowhereIsTold() throws {
    let (_, codes) = try monthly(Self.three, rows: "all", of: "年度交流.csv")
    #expect(codes == ["rows-of-nothing"])
  }

  @Test func theMessageOffersWhatToWrite() throws {
    let round = try round(Self.two + "合计,30\n", rows: nil, of: "月度交流.csv")
    let (result, _) = try round.run(mode: "self")
    let told = try #require(result.evidence.first { $0.code == "doubtful-rows" })
    #expect(told.place?.description.hasSuffix("月度交流.csv:4 (-)") == true)
    #expect(told.help?.en.contains("`rows: {月度交流.csv: {no records: [4]}}`") == true)
  }

  @Test func whereAnAnonymousSurveyHasATotalIsNotTold() throws {
    let rubric = try String(
      contentsOf: Places.root.appending(path: "docs/examples/survey.yaml"), encoding: .utf8
    ).replacing("  满意度:\n", with: "  满意度:\n    anonymous: true\n    at least: 5\n")
    let round = try TemporaryRound([
      "round.yaml": Self.roundFile.replacing("rows", with: "survey"),
      "survey.yaml": rubric,
      "bundle/bundle.yaml": "subject: st\nkind: example\nfictional: true\n",
      "bundle/surveys/满意度.csv": "序号,评分\n1,4\n2,5\n3,4\n4,5\n5,4\n合计,22\n",
    ])
    let (result, _) = try round.run(mode: "self")
    #expect(result.evidence.map(\.code) == ["anonymous-rows"])
    #expect(result.evidence.first?.place?.description.contains(":7") == false)
    #expect(result.item("share", of: "st")?.earned?.isPoint == true)
  }

  private static let roundFile = """
    round: r
    title: 虚构
    fictional: true
    period: {from: 2024-01-01, to: 2024-12-31}
    as of: 2025-01-15
    rubrics: [rows.yaml]
    subjects:
      - {id: st, title: 虚构, kind: example, rubric: example-rows, bundle: bundle}
    """

  private func monthly(
    _ table: String, rows: String?, of file: String = "月度交流.csv"
  ) throws -> (points: String, codes: [String]) {
    let round = try round(table, rows: rows, of: file)
    let (result, codes) = try round.run(mode: "self")
    let earned = try #require(result.item("monthly", of: "st")?.earned)
    let told = codes + result.evidence.map(\.code)
    return (
      earned.isPoint ? "\(earned.low)" : "\(earned.low)-\(earned.high)",
      told.filter { $0 != "blank-rows" }
    )
  }

  private func round(_ table: String, rows: String?, of file: String) throws -> TemporaryRound {
    let rubric = try String(
      contentsOf: Places.root.appending(path: "docs/examples/rows.yaml"), encoding: .utf8)
    return try TemporaryRound([
      "round.yaml": Self.roundFile,
      "rows.yaml": rubric,
      "bundle/bundle.yaml": """
      subject: st
      kind: example
      fictional: true
      period: {from: 2024-01-01, to: 2024-12-31}
      \(rows.map { "rows: {\(file): \($0)}" } ?? "")
      """,
      "bundle/tables/月度交流.csv": table,
      "bundle/tables/违规记录.csv": "日期,事由\n",
      "bundle/tables/收支.csv": "科目,金额\n办公,1\n",
    ])
  }
}
