import TestSupport
import Testing
import Workbooks

/// What would fill the memory or the day is refused by what it says, or read in the room that it takes.
@Suite(.timed) struct BombTests {
  private let one = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"

  /// The same book with the part of a sheet that is nothing but zeros.
  private func book(zeros: Int, declared: Int? = nil) -> [UInt8] {
    var zip = ZipMaker()
    let office = WorkbookMaker.office
    zip.add(
      "_rels/.rels",
      "<Relationships><Relationship Id=\"a\" Type=\"\(office)/officeDocument\" Target=\"workbook.xml\"/></Relationships>"
    )
    zip.add(
      "_rels/workbook.xml.rels",
      "<Relationships><Relationship Id=\"a\" Type=\"\(office)/worksheet\" Target=\"s.xml\"/></Relationships>"
    )
    zip.add(
      "workbook.xml",
      "<workbook xmlns=\"\(WorkbookMaker.main)\" xmlns:r=\"\(office)\"><sheets><sheet name=\"明细\" r:id=\"a\"/></sheets></workbook>"
    )
    zip.add(Array("s.xml".utf8), .zeros(zeros), declared: declared)
    return zip.finished
  }

  @Test(arguments: [
    (0, 64 << 20), (1 << 20, 200 << 20), (40 << 20, 8000 << 20), (1 << 30, 8 << 30),
    (Int.max, 8 << 30),
  ])
  func theWorkOfReadingIsCapped(zip: Int, bytes: Int) {
    #expect(Workbook.mostBytes(outOfZip: zip) == bytes)
  }

  @Test func aSheetOfTenGigabytesIsRefusedByWhatItSays() {
    // The zip claims what it does not hold: nothing of it is read.
    let found = Found(bytes: book(zeros: 10, declared: 4_000_000_000))
    #expect(found.isRefused)
    #expect(found.codes == ["unreadable-workbook"])
  }

  @Test func aTextWithoutAnEndIsNotKept() {
    let found = Found(bytes: book(zeros: 20 << 20))
    #expect(found.codes == ["unreadable-part"])
    #expect(found.cells == [])
  }

  @Test func manySheetsOfOnePartAreCountedTogether() {
    var maker = WorkbookMaker(one)
    maker.sheets[0].part = Array(
      ("<worksheet xmlns=\"\(WorkbookMaker.main)\">" + String(repeating: " ", count: 1 << 20)
        + "</worksheet>").utf8)
    for index in 1...300 {
      maker.sheets.append(
        WorkbookMaker.Sheet(name: "表\(index)", target: "worksheets/sheet1.xml"))
    }
    let found = Found(maker)
    // 301 MiB out of one: more than 200 times what the zip holds.
    #expect(found.isRefused)
    #expect(found.codes.last == "unreadable-workbook")
  }

  @Test func elementsInElementsEnd() {
    let deep = String(repeating: "<a>", count: 100_000)
    #expect(Found(WorkbookMaker(deep)).codes == ["unreadable-part"])
  }

  @Test func manyStylesAndTextsTakeTheRoomThatTheyAreWrittenIn() {
    let formats = (0..<20_000).map { "0\"\($0)\"" }
    let strings = (0..<100_000).map { "<si><t>\($0)</t></si>" }.joined()
    let found = Found(
      WorkbookMaker(
        "<row><c t=\"s\"><v>99999</v></c><c s=\"19999\"><v>1</v></c></row>", strings: strings,
        formats: formats))
    // Digits behind a number show another one.
    #expect(found.cells == ["A1 text 99999", "B1 number 1 as 119998 or 1"])
  }

  @Test func sheetsWithoutNumberEnd() {
    var maker = WorkbookMaker(one)
    let entries = String(repeating: "<sheet name=\"a\" r:id=\"x\"/>", count: 10_050)
    maker.parts.append(
      (
        "xl/workbook.xml",
        Array(
          "<workbook xmlns=\"\(WorkbookMaker.main)\"><sheets>\(entries)</sheets></workbook>".utf8)
      ))
    let found = Found(maker)
    #expect(found.sheets.count == 10_000)
    #expect(found.codes.first == "too-many-sheets")
  }

  @Test func partsWithoutNumberEnd() {
    var zip = ZipMaker()
    for index in 0...20_000 { zip.add("\(index)", "") }
    #expect(Found(bytes: zip.finished).codes == ["too-many-parts"])
  }
}
