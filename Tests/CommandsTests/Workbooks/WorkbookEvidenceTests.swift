import Foundation
import TestSupport
import Testing

/// Evidence in workbooks, from the sheet to the points.
@Suite(.timed, .serialized) struct WorkbookEvidenceTests {
  private static let steps = Places.root.appending(path: "samples/first-steps/first-steps.yaml")
    .path
  private static let word = Places.root.appending(path: "samples/from-word/word-sheet.yaml").path
  private static let staff = "姓名,持证,督导小时\n社工01,是,26\n社工02,是,22.5\n社工03,是,20\n社工04,是,24\n社工05,否,18"

  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
  }

  private func bundle(_ files: [(String, [UInt8])]) throws -> String {
    let main =
      "subject: station\nkind: station\nfictional: true\nperiod: {from: 2024-01-01, to: 2024-12-31}\n"
    if !files.contains(where: { $0.0 == "bundle.yaml" }) {
      try scratch.write("station/bundle.yaml", main)
    }
    for (path, bytes) in files { try scratch.write("station/" + path, bytes) }
    return scratch.folder.appending(path: "station").path
  }

  private func workbook(_ sheets: (name: String, csv: String)...) -> [UInt8] {
    var maker = WorkbookMaker()
    for sheet in sheets { maker.add(sheet.name, csv: sheet.csv) }
    return maker.zip
  }

  /// The screen without the folder of this test.
  private func score(
    _ files: [(String, [UInt8])], rubric: String = Self.steps
  ) throws -> [String] {
    let path = try bundle(files)
    return Session.screen(of: ["score", "--rubric", rubric, path, "--lang", "en"])
      .map { $0.replacing(path, with: "station") }
  }

  /// What offices put around records, and what a table holds beside plain ones.
  @Test(arguments: [
    staff,
    "2024年人员名册,,\n" + staff,
    "2024年人员名册,,\n\n\n" + staff,
    staff + "\n合计,,110.5",
    staff + "\n\n社工06,是,25",
    staff + "\n填表人：张某,,",
    staff + "\n社工06,是,约30",
    staff + "\n社工06,,",
    "姓名,持证\n社工01,是",
    "序号,姓名,持证,督导小时,备注\n1,社工01,是,1E1,\n2,社工02,是,22.399999999999999,兼职",
    "姓名,持证,督导小时",
  ])
  func aSheetIsReadLikeTheTableThatItIsSavedAs(csv: String) throws {
    let written = try score([("tables/专职人员.csv", Array(plain(csv).utf8))])
    try FileManager.default.removeItem(at: scratch.folder.appending(path: "station/tables"))
    let read = try score([("tables/专职人员.xlsx", workbook(("Sheet1", csv)))])
    #expect(points(read) == points(written))
    #expect(codes(read) == codes(written))
  }

  /// As a spreadsheet saves it: every row as wide as the table.
  private func plain(_ csv: String) -> String {
    let rows = csv.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let width = rows.map(\.count).max() ?? 0
    return rows.map { row in
      if row == [""] { return "" }
      let cells = row.map { $0 == "1E1" ? "10" : $0 == "22.399999999999999" ? "22.4" : String($0) }
      return (cells + Array(repeating: "", count: width - row.count)).joined(separator: ",")
    }.joined(separator: "\n") + "\n"
  }

  private func points(_ screen: [String]) -> [String] {
    screen.filter { !$0.contains("-->") && !$0.contains(".csv") && !$0.contains(".xlsx") }
  }

  private func codes(_ screen: [String]) -> [String] {
    screen.compactMap {
      $0.firstMatch(of: /^(?:error|warning|note)\[[a-z-]+\]/).map { String($0.0) }
    }
  }

  @Test func aTableIsFoundByTheNameOfItsSheet() throws {
    let alone = try score([("tables/专职人员.xlsx", workbook(("Sheet1", Self.staff)))])
    try FileManager.default.removeItem(at: scratch.folder.appending(path: "station/tables"))
    let named = try score([
      ("tables/材料.xlsx", workbook(("说明", "填表说明"), ("专职人员", Self.staff), ("Sheet3", "")))
    ])
    try FileManager.default.removeItem(at: scratch.folder.appending(path: "station/tables"))
    let beside = try score([("bundle.xlsx", workbook(("会议", "日期"), ("专职人员", Self.staff)))])
    #expect(points(named) == points(alone))
    #expect(points(beside) == points(alone))
    #expect(codes(named) == [])
  }

  @Test func messagesNameTheCell() throws {
    let screen = try score([
      ("tables/专职人员.xlsx", workbook(("人员", "名册\n\n姓名,持证,督导小时\n社工01,是,约26")))
    ])
    #expect(screen.contains(" --> station/tables/专职人员.xlsx!人员!C4"))
  }

  @Test func rowsThatAreNoRecordsAreNamedByTheirNumberInTheSheet() throws {
    let screen = try score([
      ("tables/专职人员.xlsx", workbook(("人员", Self.staff + "\n\n\n合计,,110.5")))
    ])
    #expect(screen.contains(" --> station/tables/专职人员.xlsx!人员!9"))
  }

  @Test func aFormulaThatWasNeverReckonedIsUnknown() throws {
    let screen = try score([
      ("tables/专职人员.xlsx", workbook(("人员", "姓名,持证,督导小时\n社工01,是,=10+16")))
    ])
    #expect(codes(screen).contains("warning[uncached-formula]"))
    #expect(screen.contains(" --> station/tables/专职人员.xlsx!人员!C2"))
    #expect(screen.contains { $0.contains("专职人员.xlsx!人员!C2") && $0.contains("督导小时") })
  }

  @Test func anErrorInAColumnOfTextIsUnknown() throws {
    var maker = WorkbookMaker()
    maker.add(
      "人员",
      """
      <row r="1"><c t="str"><v>姓名</v></c><c t="str"><v>持证</v></c><c t="str"><v>督导小时</v></c></row>\
      <row r="2"><c t="e"><v>#N/A</v></c><c t="str"><v>是</v></c><c><v>25</v></c></row>\
      <row r="3"><c t="str"><v>社工02</v></c><c t="e"><v>Err:502</v></c><c><v>25</v></c></row>
      """)
    let screen = try score([("tables/专职人员.xlsx", maker.zip)])
    #expect(
      codes(screen) == [
        "warning[error-cell]", "warning[unfitting-cell]", "warning[unfitting-cell]",
      ])
    #expect(screen.contains(" --> station/tables/专职人员.xlsx!人员!A2"))
    #expect(screen.contains { $0.contains("专职人员.xlsx!人员!B3") })
  }

  /// Twenty hours a worker are asked for.
  @Test(arguments: [
    ("19.999999999999996", true, true), ("20.000000000000004", false, true),
    ("19.989999999999998", false, false), ("20", false, false),
  ])
  func aNumberOnTwoSidesOfALineIsOpen(hours: String, isOpen: Bool, isTold: Bool) throws {
    let sheet = workbook(("人员", "姓名,持证,督导小时\n社工01,是,\(hours)"))
    let screen = try score([("tables/专职人员.xlsx", sheet)])
    #expect(codes(screen) == (isTold ? ["warning[unfitting-cell]"] : []))
    #expect(screen.contains { $0.contains("open") } == isOpen)
    if isTold { #expect(screen.contains(" --> station/tables/专职人员.xlsx!人员!C2")) }
  }

  @Test func aSheetThatWasRenamedIsTold() throws {
    let screen = try score([
      ("tables/材料.xlsx", workbook(("人员表", Self.staff), ("会议", "日期")))
    ])
    #expect(codes(screen).contains("warning[sheets-not-asked-for]"))
    #expect(screen.contains("note: it has `人员表`, `会议`"))
  }

  @Test func whatIsHiddenIsCountedAndTold() throws {
    var maker = WorkbookMaker()
    maker.add("人员", csv: Self.staff, attributes: "state=\"hidden\"")
    let screen = try score([("tables/专职人员.xlsx", maker.zip)])
    #expect(codes(screen) == ["warning[hidden-in-workbook]"])
  }

  /// The first steps, whose table has further keys.
  private func declaring(_ keys: String) throws -> String {
    var isTable = false
    let lines = try String(contentsOfFile: Self.steps, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
        if line == "  专职人员:" {
          isTable = true
          return "  专职人员:\n\(keys)    columns:"
        }
        guard isTable, line.hasPrefix("    ") else {
          isTable = false
          return String(line)
        }
        return "  " + line
      }
    try scratch.write("steps.yaml", Array(lines.joined(separator: "\n").utf8))
    return scratch.folder.appending(path: "steps.yaml").path
  }

  @Test func aDeclaredSheetIsTheTableWhereverItStands() throws {
    let alone = try score([("tables/专职人员.csv", Array(Self.staff.utf8))])
    try FileManager.default.removeItem(at: scratch.folder.appending(path: "station/tables"))
    let rubric = try declaring("    sheet: 2024年花名册\n")
    for place in ["tables/甲站材料.xlsx", "甲站材料.xlsx", "bundle.xlsx"] {
      let sheets = workbook(("说明", "填表说明"), ("2024年花名册", Self.staff))
      let read = try score([(place, sheets)], rubric: rubric)
      #expect(points(read) == points(alone))
      #expect(codes(read) == [])
      try FileManager.default.removeItem(at: scratch.folder.appending(path: "station"))
    }
    let written = try score([("tables/专职人员.csv", Array(Self.staff.utf8))], rubric: rubric)
    #expect(points(written) == points(alone))
  }

  @Test func aDocumentIsNoTable() throws {
    let main = """
      subject: station
      kind: station
      period: {from: 2024-01-01, to: 2024-12-31}
      documents:
        - {file: documents/名册.xlsx, kind: list}
      """
    let screen = try score([
      ("bundle.yaml", Array(main.utf8)),
      ("documents/名册.xlsx", workbook(("专职人员", "姓名\n别人"))),
      ("tables/专职人员.xlsx", workbook(("Sheet1", Self.staff))),
    ])
    #expect(!codes(screen).contains("error[table-twice]"))
  }

  /// What is merged stands in its first cell alone, and the others take it where that is declared.
  @Test func mergedCellsAreFilledDownWhereThatIsDeclared() throws {
    let rubric = try declaring("    fill down: [持证]\n")
    var maker = WorkbookMaker()
    let rows = ["姓名,持证,督导小时", "社工01,是,26", "社工02,,22.5", "社工03,,20", "社工04,,24", "社工05,否,18"]
    maker.add("人员", csv: rows.joined(separator: "\n"))
    if let part = maker.sheets[0].part {
      let xml = String(decoding: part, as: UTF8.self)
      let merged = "</sheetData><mergeCells><mergeCell ref=\"B2:B5\"/></mergeCells>"
      maker.sheets[0].part = Array(xml.replacing("</sheetData>", with: merged).utf8)
    }
    let read = try score([("tables/专职人员.xlsx", maker.zip)], rubric: rubric)
    try FileManager.default.removeItem(at: scratch.folder.appending(path: "station/tables"))
    let written = try score([("tables/专职人员.csv", Array(Self.staff.utf8))])
    #expect(points(read) == points(written))
  }

  @Test func aTableInTwoFilesIsNoTable() throws {
    let screen = try score([
      ("tables/专职人员.xlsx", workbook(("人员", Self.staff))),
      ("tables/专职人员.csv", Array(Self.staff.utf8)),
    ])
    #expect(codes(screen).contains("error[table-twice]"))
  }

  @Test func aSheetThatIsBrokenIsNotCounted() throws {
    var maker = WorkbookMaker()
    maker.add(
      "人员", "<row><c t=\"str\"><v>姓名</v></c><c t=\"str\"><v>持证</v></c></row><row><c><v>1</v></row>")
    let screen = try score([("tables/专职人员.xlsx", maker.zip)])
    #expect(codes(screen).contains("error[unreadable-part]"))
    #expect(screen.contains { $0.contains("open") })
  }

  @Test func factsStandInTheFirstSheet() throws {
    let bundle = Places.root.appending(path: "samples/from-word/bundles/station/bundle.yaml")
    let text = try String(contentsOf: bundle, encoding: .utf8)
    let facts = text.split(separator: "\n").filter { $0.hasPrefix("  ") && $0.contains(": 是") }
    try #require(!facts.isEmpty)
    let without = text.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { line in !facts.contains(line) && line != "facts:" }
    let rows = facts.map { $0.trimmingPrefix { $0 == " " }.replacing(": ", with: ",") }
    let written = try score([("bundle.yaml", Array(text.utf8))], rubric: Self.word)
    let sheet = workbook(("基本情况", "项目,内容\n" + rows.joined(separator: "\n")))
    let read = try score(
      [("bundle.yaml", Array(without.joined(separator: "\n").utf8)), ("bundle.xlsx", sheet)],
      rubric: Self.word)
    #expect(points(read) == points(written))
    let twice = try score(
      [("bundle.yaml", Array(text.utf8)), ("bundle.xlsx", sheet)], rubric: Self.word)
    #expect(codes(twice).contains("error[bundle-fact-twice]"))
  }
}
