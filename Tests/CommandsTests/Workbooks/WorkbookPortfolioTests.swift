import Foundation
import TestSupport
import Testing

/// Portfolios whose facts and tables are sheets of workbooks.
@Suite(.timed, .serialized) struct WorkbookPortfolioTests {
  private static let rubric = Places.root.appending(path: "samples/portfolio/quick-look.yaml").path
  private static let stations = "站点编号,站点名称,开放天数,运行状态\nstation-1,甲,251,正常\nstation-2,乙,230,正常"
  private static let staff =
    "站点编号,姓名,持证,督导时数\nstation-2,甲,是,6\nstation-1,乙,是,12\nstation-1,丙,否,7.5\nstation-2,丁,,"

  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
  }

  private func path(_ name: String) -> String { scratch.folder.appending(path: name).path }

  private func workbook(_ sheets: [(name: String, csv: String)]) -> [UInt8] {
    var maker = WorkbookMaker()
    for sheet in sheets { maker.add(sheet.name, csv: sheet.csv) }
    return maker.zip
  }

  /// The screen and the results, both without the folder of this test.
  private func batch(
    facts: String, table: String?, _ more: [String] = []
  ) throws -> (screen: [String], results: String) {
    let out = path("out.csv")
    let tables = table.map { ["--table", "专职人员=" + path($0)] } ?? []
    let screen = Session.screen(
      of: ["batch", "--rubric", Self.rubric, "--facts", path(facts)] + tables
        + ["--out", out, "--items", "--figures", "--lang", "en"] + more)
    let results = (try? String(contentsOfFile: out, encoding: .utf8)) ?? ""
    try? FileManager.default.removeItem(atPath: out)
    return (screen.map { $0.replacing(scratch.folder.path + "/", with: "") }, results)
  }

  private func codes(_ screen: [String]) -> [String] {
    screen.compactMap {
      $0.firstMatch(of: /^(?:error|warning|note)\[[a-z-]+\]/).map { String($0.0) }
    }
  }

  /// Comma-separated values as a spreadsheet saves them: every row as wide as the table.
  private func saved(_ csv: String) -> String {
    let rows = csv.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let width = rows.map(\.count).max() ?? 0
    return rows.map { row in
      row == [""]
        ? "" : (row + Array(repeating: "", count: width - row.count)).joined(separator: ",")
    }.joined(separator: "\n") + "\n"
  }

  /// What offices put around records, in the facts and in the rows.
  private static let shapes: [(String, String)] = [
    (stations, staff),
    ("2024年名册\n\n" + stations, "人员表\n" + staff),
    (stations + "\n合计,,481", staff + "\nstation-1,小计,,19.5\n合计,,,25.5"),
    (stations + "\n\n\nstation-3,丙,约30,正常", staff + "\n\nstation-1,戊,不清楚,3"),
    (stations + "\nstation-1,甲,251,正常", staff + "\n,己,是,3"),
    (stations + "\n填表人：某", staff + "\nstation 1,庚,是,2"),
    ("序号,站点编号,开放天数\n1,station-1,251", staff + "\nstation-9,辛,是,1"),
    ("站点编号,开放天数\nstation-1,98%", "站点编号,姓名\nstation-1,甲"),
    ("项目,值\n甲,1", staff),
    (stations, "站点编号,姓名,持证,督导时数"),
  ]

  @Test(arguments: shapes)
  func sheetsAreReadLikeTheFilesThatAreSavedOfThem(facts: String, rows: String) throws {
    try scratch.write("stations.csv", Array(saved(facts).utf8))
    try scratch.write("staff.csv", Array(saved(rows).utf8))
    try scratch.write("stations.xlsx", workbook([("名册", facts)]))
    try scratch.write("staff.xlsx", workbook([("人员", rows)]))
    for more in [[], ["--no-fuse"]] {
      let written = try batch(facts: "stations.csv", table: "staff.csv", more)
      let read = try batch(facts: "stations.xlsx", table: "staff.xlsx", more)
      #expect(read.results == written.results)
      #expect(codes(read.screen) == codes(written.screen))
    }
  }

  @Test func messagesNameTheCell() throws {
    try scratch.write(
      "s.xlsx", workbook([("名册", "名册\n\n" + Self.stations.replacing("251", with: "约251"))]))
    try scratch.write(
      "t.xlsx", workbook([("说明", "一"), ("专职人员", Self.staff + "\n\n\nstation-1,己,是,约3\n合计,,,1")]))
    let (screen, _) = try batch(facts: "s.xlsx", table: "t.xlsx")
    #expect(screen.contains(" --> s.xlsx!名册!C4"))
    #expect(screen.contains(" --> t.xlsx!专职人员!D8"))
    #expect(screen.contains { $0.hasPrefix(" --> s.xlsx!名册!") && $0.hasSuffix("3") })
    #expect(!screen.contains { $0.contains("xlsx!名册:") || $0.contains("xlsx!专职人员:") })
  }

  @Test func theSheetIsTheOneThatIsNamed() throws {
    try scratch.write(
      "a.xlsx",
      workbook([("说明", "填表说明"), ("名册", Self.stations), ("专职人员", Self.staff), ("空", "")]))
    let named = try batch(facts: "a.xlsx!名册", table: "a.xlsx!专职人员")
    #expect(
      !codes(named.screen).contains { $0.hasPrefix("error") } && named.results.contains("station-2")
    )
    let byTable = try batch(facts: "a.xlsx!名册", table: "a.xlsx")
    #expect(byTable.results == named.results)
    #expect(codes(try batch(facts: "a.xlsx", table: nil).screen).contains("error[several-sheets]"))
    let absent = try batch(facts: "a.xlsx!花名册", table: nil).screen
    #expect(codes(absent).contains("error[sheet-not-there]"))
    #expect(absent.contains { $0.contains("`说明`, `名册`, `专职人员`") })
  }

  @Test func aWorkbookWithoutContentIsTold() throws {
    try scratch.write("a.xlsx", workbook([("一", ""), ("二", "")]))
    #expect(codes(try batch(facts: "a.xlsx", table: nil).screen).contains("error[empty-workbook]"))
  }

  @Test(arguments: ["a.xls", "a.et", "a.ods", "a.xlsx", "~$a.xlsx"])
  func whatIsNoWorkbookIsTold(name: String) throws {
    try scratch.write(
      name, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 600))
    let (screen, results) = try batch(facts: name, table: nil)
    #expect(codes(screen).contains("error[not-a-workbook]"))
    #expect(results.isEmpty)
    #expect(
      codes(try batch(facts: "nothing.xlsx", table: nil).screen).contains("error[unreadable-file]"))
  }

  @Test func aSheetThatIsBrokenScoresNobody() throws {
    var maker = WorkbookMaker()
    maker.add(
      "名册",
      "<row><c t=\"str\"><v>站点编号</v></c></row><row><c t=\"str\"><v>station-1</v></c></row><row><c>")
    try scratch.write("a.xlsx", maker.zip)
    let (screen, results) = try batch(facts: "a.xlsx", table: nil)
    #expect(codes(screen).contains("error[unreadable-part]"))
    #expect(results.isEmpty)
  }

  /// A remark far to the right, below everything that a width is guessed from; and rows that do not come in their order.
  @Test func theWidthOfASheetIsThatOfAllItsRows() throws {
    let many = (1...16_500).map { "s-\($0),站\($0),\($0 % 366),正常" }.joined(separator: "\n")
    let csv = "站点编号,站点名称,开放天数,运行状态\n" + many
    try scratch.write("plain.csv", Array((csv + "\n").utf8))
    var maker = WorkbookMaker()
    maker.add("名册", csv: csv + "\ns-16501,末,1,正常,,,备注在很远的地方")
    try scratch.write("wide.xlsx", maker.zip)
    let wide = try batch(facts: "wide.xlsx", table: nil, ["--without", "专职人员"])
    let plain = try batch(facts: "plain.csv", table: nil, ["--without", "专职人员"])
    #expect(codes(wide.screen) == codes(plain.screen))
    #expect(wide.results.hasPrefix(plain.results) && wide.results.contains("s-16501"))
    var shuffled = WorkbookMaker()
    shuffled.add(
      "名册",
      """
      <row r="3"><c r="A3" t="str"><v>station-2</v></c><c r="C3"><v>230</v></c><c r="D3" t="str"><v>正常</v></c></row>\
      <row r="2"><c r="C2"><v>251</v></c><c r="A2" t="str"><v>station-1</v></c><c r="D2" t="str"><v>正常</v></c></row>\
      <row r="1"><c r="A1" t="str"><v>站点编号</v></c><c r="C1" t="str"><v>开放天数</v></c><c r="D1" t="str"><v>运行状态</v></c></row>
      """)
    try scratch.write("shuffled.xlsx", shuffled.zip)
    let ordered = try batch(facts: "shuffled.xlsx", table: nil, ["--without", "专职人员"])
    #expect(
      ordered.results.split(separator: "\n").map { $0.prefix(9) }.dropFirst() == [
        "station-1", "station-2",
      ])
  }

  @Test func aSubjectIsExplainedFromItsSheets() throws {
    try scratch.write("s.xlsx", workbook([("名册", "名册\n" + Self.stations)]))
    try scratch.write("t.xlsx", workbook([("人员", Self.staff)]))
    let lines = path("r.jsonl")
    _ = try batch(
      facts: "s.xlsx", table: "t.xlsx",
      ["--results", lines, "--save", path("k.hxk"), "--summary", path("s.txt")])
    let screen = Session.screen(of: ["explain", lines, "station-1", "supervision", "--lang", "en"])
    #expect(screen.contains { $0.contains("t.xlsx!人员: 3-4 (2)") })
    let opening = Session.screen(of: ["explain", lines, "station-1", "open-days", "--lang", "en"])
    #expect(opening.contains { $0.contains("s.xlsx!名册!C3") })
    let again = Session.screen(
      of: ["batch", "--rubric", Self.rubric, "--from", path("k.hxk"), "--out", path("o.csv")])
    #expect(again == [])
  }

  @Test func aWorkbookThatIsReadIsNotWrittenOver() throws {
    try scratch.write("s.xlsx", workbook([("名册", Self.stations)]))
    let screen = Session.screen(
      of: ["batch", "--rubric", Self.rubric, "--facts", path("s.xlsx!名册"), "--out", path("s.xlsx")])
    #expect(codes(screen).contains("error[output-is-input]"))
  }
}
