import TestSupport
import Testing
import Workbooks

/// What belongs to a sheet, and how its parts are found.
@Suite(.timed) struct SheetTests {
  private let one = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"

  @Test func mergedAndHiddenPartsAreTold() {
    var maker = WorkbookMaker()
    maker.add(
      "明细",
      sheet: """
        <cols><col min="2" max="3" hidden="1"/><col min="5" max="5"/></cols>\
        <sheetData><row r="1"/><row r="2" hidden="1"/><row r="3" hidden="true"/><row r="7" hidden="1"/></sheetData>\
        <mergeCells><mergeCell ref="A1:C1"/></mergeCells>
        """)
    let reading = Found(maker).readings.first
    #expect(reading?.merged == ["A1:C1"])
    #expect(reading?.hiddenRows.map { [$0.first, $0.last] } == [[2, 3], [7, 7]])
    #expect(reading?.hiddenColumns.map { [$0.first, $0.last] } == [[2, 3]])
  }

  @Test func hiddenSheetsAreReadAndSaidToBeHidden() {
    var maker = WorkbookMaker(one)
    maker.add("隐藏", one, attributes: "state=\"hidden\"")
    maker.add("深藏", one, attributes: "state=\"veryHidden\"")
    maker.add("可见", one, attributes: "state=\"show\"")
    let found = Found(maker)
    #expect(found.sheets.map(\.visibility) == [.visible, .hidden, .veryHidden, .visible])
    #expect(found.cells.count == 4)
  }

  @Test func chartsAndMacrosHaveNoCells() {
    var maker = WorkbookMaker(one)
    for kind in ["chartsheet", "dialogsheet", "xlMacrosheet"] {
      maker.add(kind, one)
      maker.sheets[maker.sheets.count - 1].kind = kind
    }
    let found = Found(maker)
    #expect(found.sheets.map(\.kind) == [.cells, .chart, .dialog, .macros])
    #expect(found.cells == ["A1 number 1"])
    #expect(found.codes == [])
  }

  @Test func strictWorkbooksAreReadLikeOthers() {
    var maker = WorkbookMaker()
    let main = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    let office = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    maker.sheets.append(
      WorkbookMaker.Sheet(
        part: Array("<worksheet xmlns=\"\(main)\"><sheetData>\(one)</sheetData></worksheet>".utf8)))
    maker.rootRelationships = """
      <Relationships xmlns="\(WorkbookMaker.package)"><Relationship Id="a" Type="\(office)/officeDocument" Target="/xl/workbook.xml"/></Relationships>
      """
    maker.parts.append(
      (
        "xl/workbook.xml",
        Array(
          "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><sheets><sheet name=\"a\" r:id=\"rId1\"/></sheets></workbook>"
            .utf8)
      ))
    #expect(Found(maker).cells == ["A1 number 1"])
  }

  @Test func aPrefixBeforeEveryElementChangesNothing() {
    var maker = WorkbookMaker()
    maker.sheets.append(
      WorkbookMaker.Sheet(
        part: Array(
          """
          <x:worksheet xmlns:x="\(WorkbookMaker.main)" xmlns="urn:other"><x:sheetData><x:row r="1"><x:c r="A1">\
          <v>9</v><x:v>1</x:v></x:c><c r="B1"><x:v>2</x:v></c></x:row></x:sheetData></x:worksheet>
          """.utf8)))
    #expect(Found(maker).cells == ["A1 number 1"])
  }

  @Test(arguments: [
    "worksheets/sheet1.xml", "/xl/worksheets/sheet1.xml", "../xl/worksheets/sheet1.xml",
    "Worksheets/Sheet1.XML", "worksheets\\sheet1.xml", "./worksheets//sheet1.xml",
    "worksheets/sheet%31.xml",
  ])
  func targetsAreFoundHoweverTheyAreSpelt(target: String) {
    var maker = WorkbookMaker(one)
    maker.sheets[0].target = target
    let found = Found(maker)
    #expect(found.cells == ["A1 number 1"])
    #expect(found.codes == [])
  }

  @Test func otherEncodingsAreRead() {
    let xml =
      "<worksheet xmlns=\"\(WorkbookMaker.main)\"><sheetData><row><c t=\"str\"><v>社工😀</v></c></row></sheetData></worksheet>"
    let little: [UInt8] = [0xFF, 0xFE] + xml.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big: [UInt8] = [0xFE, 0xFF] + xml.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    for part in [little, big, [0xEF, 0xBB, 0xBF] + Array(xml.utf8)] {
      var maker = WorkbookMaker()
      maker.sheets.append(WorkbookMaker.Sheet(part: part))
      #expect(Found(maker).cells == ["A1 text 社工😀"])
    }
    var maker = WorkbookMaker()
    let latin =
      Array("<?xml version='1.0' encoding='ISO-8859-1'?>".utf8)
      + Array(xml.replacing("社工😀", with: "E").utf8.map { $0 == 0x45 ? 0xC9 : $0 })
    maker.sheets.append(WorkbookMaker.Sheet(part: latin))
    #expect(Found(maker).cells == ["A1 text É"])
  }

  @Test func aWorkbookWithoutStylesHasNumbers() {
    let found = Found(WorkbookMaker("<row><c s=\"7\"><v>45292</v></c></row>"))
    #expect(found.cells == ["A1 number 45292"])
    #expect(found.codes == [])
  }

  @Test func cellsThatDoNotComeInOrderAreCells() {
    let found = Found(
      WorkbookMaker(
        "<row r=\"2\"><c r=\"B2\"><v>1</v></c><c r=\"A2\"><v>2</v></c></row><row r=\"1\"><c r=\"A1\"><v>3</v></c></row>"
      ))
    #expect(found.cells == ["B2 number 1", "A2 number 2", "A1 number 3"])
    #expect(found.codes == [])
  }
}
