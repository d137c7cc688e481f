import Bundles
import Diagnostics
import Formats
import Foundation
import TestSupport
import Testing

/// Tables and facts of a bundle that stand in workbooks.
@Suite(.timed) struct WorkbookBundleTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
  }

  private func read(
    _ files: [(String, [UInt8])], wanted: Set<String>? = nil, main: String = ""
  ) throws -> (Bundles.Bundle, Diagnostics) {
    try scratch.write("b/bundle.yaml", "subject: s\n" + main)
    for (path, bytes) in files { try scratch.write("b/" + path, bytes) }
    var found = Diagnostics()
    let bundle = BundleReader.read(
      scratch.folder.appending(path: "b").path, shownAs: "b",
      wanted: wanted.map { Set($0.map(HeaderName.init)) }, into: &found)
    return (try #require(bundle), found)
  }

  private func workbook(_ sheets: (name: String, csv: String)...) -> [UInt8] {
    var maker = WorkbookMaker()
    for sheet in sheets { maker.add(sheet.name, csv: sheet.csv) }
    return maker.zip
  }

  @Test func everySheetIsATable() throws {
    let (bundle, found) = try read([
      ("tables/材料.xlsx", workbook(("专职人员", "姓名\n甲"), ("月度交流", "日期\n2024-01-01\n2024-02-01")))
    ])
    #expect(bundle.tables.map(\.file) == ["tables/材料.xlsx!专职人员", "tables/材料.xlsx!月度交流"])
    #expect(bundle.tables.map(\.content.rowCount) == [1, 2])
    #expect(bundle.tables[0].fileNames.contains("专职人员.csv"))
    #expect(found.isEmpty)
  }

  @Test func aSheetThatIsAloneHasTheNameOfItsFile() throws {
    for sheets in [
      workbook(("Sheet1", "姓名\n甲")), workbook(("a", "姓名\n甲"), ("b", ""), ("c", "")),
    ] {
      let (bundle, found) = try read(
        [("tables/专职人员.xlsx", sheets)], wanted: ["专职人员.csv"])
      #expect(bundle.tables.map(\.name).contains("专职人员") || bundle.table(named: "专职人员") != nil)
      #expect(bundle.tables.count == 1)
      #expect(found.isEmpty)
    }
  }

  @Test func rowsKeepTheirNumbers() throws {
    let csv = "名册\n\n姓名,时数\n甲,1\n\n\n乙,\n"
    let (bundle, _) = try read([("tables/a.xlsx", workbook(("人员", csv)))])
    let table = try #require(bundle.tables.first?.content)
    #expect(table.lines == [3, 4, 7])
    #expect(table.sheet == "人员")
    #expect(table.path == "b/tables/a.xlsx!人员")
  }

  @Test func aCellOfSeveralLinesMovesNoRow() throws {
    var maker = WorkbookMaker()
    maker.add(
      "人员",
      """
      <row r="1"><c t="str"><v>姓名</v></c><c t="str"><v>备注</v></c></row>\
      <row r="2"><c t="str"><v>甲</v></c><c t="str"><v>一\n二, "三"\r\n四</v></c></row>\
      <row r="9"><c t="str"><v>乙</v></c></row>
      """)
    let (bundle, found) = try read([("tables/a.xlsx", maker.zip)])
    let table = try #require(bundle.tables.first?.content)
    #expect(table.lines == [2, 9])
    #expect(table.cell(0, 1) == "一\n二, \"三\"\n四")
    #expect(found.isEmpty)
  }

  @Test func cellsAreWrittenAsATableHasThem() throws {
    var maker = WorkbookMaker(
      """
      <row><c t="str"><v>日</v></c><c t="str"><v>率</v></c><c t="str"><v>是</v></c><c t="str"><v>数</v></c><c t="str"><v>式</v></c></row>\
      <row><c s="1"><v>45292</v></c><c s="2"><v>0.855</v></c><c t="b"><v>1</v></c><c><v>1.1000000000000001</v></c><c><f>1</f></c></row>
      """, formats: ["yyyy-mm-dd", "0%"])
    maker.properties = ""
    let (bundle, found) = try read([("tables/a.xlsx", maker.zip)])
    let unreckoned = String(decoding: CellReader.unreckoned, as: UTF8.self)
    #expect(
      bundle.tables.first?.content.row(0) == ["2024-01-01", "85.5%", "true", "1.1", unreckoned])
    #expect(found.all.map(\.code) == ["uncached-formula"])
  }

  @Test func factsStandInTheFirstSheetAlone() throws {
    let facts = "项目,内容\n运营月数,12\n空的,\n"
    let (bundle, _) = try read([
      ("bundle.xlsx", workbook(("基本情况", facts), ("人员", "姓名\n甲")))
    ])
    #expect(bundle.fact(named: ["运营月数"])?.text == "12")
    #expect(bundle.fact(named: ["运营月数"])?.place.description == "b/bundle.xlsx!基本情况!B2")
    #expect(bundle.fact(named: ["空的"])?.text == "")
    #expect(bundle.tables.map(\.name) == ["人员"])
    let (other, _) = try read([
      ("bundle.xlsx", workbook(("人员", "姓名\n甲"), ("基本情况", facts)))
    ])
    #expect(other.facts.isEmpty)
  }

  @Test func aFactThatStandsTwiceIsNone() throws {
    let (bundle, found) = try read(
      [("bundle.xlsx", workbook(("基本情况", "运营月数,12"), ("a", "b")))],
      main: "facts: {运营月数: 11, 人数: 3}\n")
    #expect(bundle.fact(named: ["运营月数"]) == nil)
    #expect(bundle.fact(named: ["人数"])?.text == "3")
    #expect(found.all.map(\.code) == ["bundle-fact-twice"])
  }

  @Test func rowsOfASheetAreListedByTheNameOfTheSheet() throws {
    let sheets = workbook(("专职人员", "姓名\n甲\n合计"), ("会议", "日期\n2024-01-01"))
    let (bundle, found) = try read(
      [("tables/a.xlsx", sheets)],
      main: "rows: {a.xlsx!专职人员: {no records: [3, 8]}, b.xlsx!会议: all}\n")
    #expect(bundle.table(named: "专职人员")?.rows == .listed(records: [], noRecords: [3, 8]))
    #expect(found.all.map(\.code) == ["rows-of-nothing", "row-not-there"])
  }

  @Test func sheetsThatNobodyAsksForStayClosed() throws {
    let sheets = workbook(("说明", "=1"), ("专职人员", "姓名\n甲"))
    let (bundle, found) = try read([("tables/a.xlsx", sheets)], wanted: ["专职人员.csv"])
    #expect(bundle.tables.map(\.name) == ["专职人员"])
    #expect(found.isEmpty)
    let (none, told) = try read([("tables/a.xlsx", sheets)], wanted: ["会议.csv"])
    #expect(none.tables.isEmpty)
    #expect(told.all.map(\.code) == ["sheets-not-asked-for"])
    let (closed, silent) = try read([("tables/a.xlsx", sheets)], wanted: [])
    #expect(closed.tables.isEmpty && silent.isEmpty)
  }

  @Test func whatIsHiddenIsTold() throws {
    var maker = WorkbookMaker()
    maker.add(
      "a",
      sheet: """
        <cols><col min="1" max="1" hidden="1"/></cols><sheetData><row r="1"><c t="str"><v>姓名</v></c></row>\
        <row r="2" hidden="1"><c t="str"><v>甲</v></c></row></sheetData>
        """)
    let (bundle, found) = try read([("tables/a.xlsx", maker.zip)])
    #expect(bundle.tables.first?.content.rowCount == 1)
    #expect(
      found.all.map { "\($0.code) \($0.place?.description ?? "")" } == [
        "hidden-in-workbook b/tables/a.xlsx!a!2"
      ])
  }

  @Test func aSheetOfWhichCellsAreLostIsNotWhole() throws {
    var maker = WorkbookMaker()
    maker.add("a", "<row><c t=\"str\"><v>姓名</v></c></row><row><c t=\"str\"><v>甲</v></row>")
    let (bundle, found) = try read([("tables/a.xlsx", maker.zip)])
    #expect(bundle.tables.first?.content.isWhole == false)
    #expect(found.all.map(\.code) == ["unreadable-part"])
  }

  @Test func aSheetThatIsWideAndLongIsRefused() throws {
    var rows = "<row r=\"1\"><c r=\"XFD1\" t=\"str\"><v>姓名</v></c></row>"
    for row in 2...5000 { rows += "<row r=\"\(row)\"><c><v>1</v></c></row>" }
    let (bundle, found) = try read([("tables/a.xlsx", WorkbookMaker(rows).zip)])
    #expect(bundle.tables.isEmpty)
    #expect(found.all.map(\.code) == ["file-too-large"])
  }

  @Test func otherKindsOfWorkbooksAreNamed() throws {
    for name in ["a.xls", "a.et", "a.xlsb", "~$a.xlsx"] {
      let (_, found) = try read([("tables/" + name, [0xD0, 0xCF, 0x11, 0xE0])])
      #expect(found.all.map(\.code).contains("not-a-workbook"), "\(name)")
    }
  }
}
