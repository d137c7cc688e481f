import Archives
import Diagnostics
import TestSupport
import Testing
import Workbooks

/// What is broken is told at its place, and the rest is read.
@Suite(.timed) struct BadWorkbookTests {
  private let one = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"

  @Test(
    arguments: [
      ("a.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], "old form"),
      ("~$a.xlsx", Array("PK".utf8), "that is open"),
      ("folder/~$a.xlsx", Array("PK".utf8), "that is open"),
      ("a.xlsx", [], "empty"),
      ("a.xlsx", Array("姓名,时数\n".utf8), "plain text"),
      ("a.xls", Array("\r\n<html><table>".utf8), "web page"),
      ("a.xls", Array("<?xml version=\"1.0\"?><Workbook/>".utf8), "XML file"),
      ("a.xlsx", [0, 1, 2, 3], "another kind"),
      ("a.xlsx", Array("PK\u{3}\u{4}broken".utf8), "another kind"),
    ] as [(String, [UInt8], String)])
  func whatIsNoWorkbookIsNamed(name: String, bytes: [UInt8], says: String) {
    let found = Found(bytes: bytes, name: name)
    #expect(found.isRefused)
    #expect(found.codes == ["not-a-workbook"])
    #expect(found.diagnostics.all.first?.headline.en.contains(says) == true)
    #expect(found.diagnostics.all.first?.help != nil)
  }

  @Test func aPasswordIsTold() {
    let mark = "EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), 0] }
    let bytes = [0xD0, 0xCF, 0x11, 0xE0] + [UInt8](repeating: 7, count: 70_001) + mark
    let found = Found(bytes: bytes)
    #expect(found.diagnostics.all.first?.headline.en.contains("password") == true)
  }

  @Test func otherDocumentsInAZipAreNamed() {
    var ods = ZipMaker()
    ods.add("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    ods.add("content.xml", "<x/>")
    #expect(
      Found(bytes: ods.finished).diagnostics.all.first?.headline.en.contains(".ods") == true)
    var word = WorkbookMaker()
    word.parts.append(("xl/workbook.xml", Array("<w:document xmlns:w=\"urn:w\"/>".utf8)))
    #expect(Found(word).codes == ["not-a-workbook"])
    var binary = WorkbookMaker()
    binary.rootRelationships = """
      <Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>
      """
    binary.parts.append(("xl/workbook.bin", [1]))
    #expect(Found(binary).diagnostics.all.first?.headline.en.contains(".xlsb") == true)
  }

  /// Each fault with the place where it is told, and what is read all the same.
  @Test(arguments: [
    ("<c r=\"A1\"><f>1+1</f></c><c r=\"B1\"><v>1</v></c>", ["uncached-formula a.xlsx!明细!A1"], 2),
    ("<c r=\"A1\" t=\"e\"><v>#DIV/0!</v></c>", ["error-cell a.xlsx!明细!A1"], 1),
    ("<c r=\"A1\"><v>约三十</v></c>", ["cell-without-number a.xlsx!明细!A1"], 1),
    ("<c r=\"A1\" t=\"s\"><v>7</v></c>", ["missing-shared-text a.xlsx!明细!A1"], 1),
    ("<c r=\"A1\" t=\"z\"><v>7</v></c>", ["unknown-cell-type a.xlsx!明细!A1"], 1),
    ("<c r=\"B1\"><v>1</v></c><c r=\"7\"><v>2</v></c>", ["cell-without-place a.xlsx!明细!B1"], 1),
    ("<c r=\"A1\"><v>1</v></c><c r=\"XFE1\"><v>2</v></c>", ["cell-outside-sheet a.xlsx!明细!A1"], 1),
    ("<c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c>", ["cell-twice a.xlsx!明细!A1"], 2),
    ("<c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</c>", ["unreadable-part a.xlsx!明细!B1"], 1),
    (
      "<c r=\"A1\"><v>1</v></c><c r=\"B1\" t=\"str\"><v>&bad;</v></c>",
      ["unreadable-part a.xlsx!明细!B1"], 1
    ),
    (
      "<c r=\"A1\"><v>1</v></c><c r=\"B1\" t=\"str\"><v>\u{1}</v></c>",
      ["unreadable-part a.xlsx!明细!B1"], 1
    ),
  ])
  func aFaultInACellIsToldAtTheCell(cells: String, says: [String], count: Int) {
    let found = Found(WorkbookMaker("<row r=\"1\">\(cells)</row>"))
    #expect(found.places == says)
    #expect(found.cells.count == count)
  }

  @Test func cellsAreFoundTwiceWhereverTheyStand() {
    let found = Found(
      WorkbookMaker(
        "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\"><v>1</v></c></row><row r=\"1\"><c r=\"A1\"><v>2</v></c></row>"
      ))
    #expect(found.places == ["cell-twice a.xlsx!明细!A1"])
    #expect(found.readings.first?.isWhole == false)
  }

  @Test func badBytesAreTold() {
    var maker = WorkbookMaker()
    let xml =
      "<worksheet xmlns=\"\(WorkbookMaker.main)\"><sheetData><row><c t=\"str\"><v>E</v></c></row></sheetData></worksheet>"
    maker.sheets.append(WorkbookMaker.Sheet(part: xml.utf8.map { $0 == 0x45 ? 0xC9 : $0 }))
    #expect(Found(maker).places == ["garbled-cell a.xlsx!明细!A1"])
  }

  @Test func aDocumentTypeIsRefused() {
    var maker = WorkbookMaker()
    let xml = """
      <!DOCTYPE worksheet [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>\
      <worksheet xmlns="\(WorkbookMaker.main)"><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>
      """
    maker.sheets.append(WorkbookMaker.Sheet(part: Array(xml.utf8)))
    let found = Found(maker)
    #expect(found.codes == ["unreadable-part"])
    #expect(found.cells == [])
  }

  @Test func aSheetThatIsNotThereIsTold() {
    var maker = WorkbookMaker(one)
    maker.sheets.append(WorkbookMaker.Sheet(name: "缺表"))
    let found = Found(maker)
    #expect(found.places == ["sheet-without-part a.xlsx!缺表"])
    #expect(found.cells == ["A1 number 1"])
  }

  @Test func sheetsThatNameOnePartAreTold() {
    var maker = WorkbookMaker(one)
    maker.add("二", one)
    maker.sheets[1].target = "worksheets/Sheet1.xml"
    let found = Found(maker)
    #expect(found.places == ["sheets-share-a-part a.xlsx!二"])
    #expect(found.sheets.map(\.isDoubtful) == [false, true])
  }

  @Test func aPartThatIsThereTwiceIsTold() {
    var maker = WorkbookMaker(one)
    maker.parts.append(("xl/worksheets/SHEET1.xml", Array("<worksheet/>".utf8)))
    #expect(Found(maker).places == ["part-twice a.xlsx!明细"])
  }

  @Test func aRelationThatMeansTwoPartsIsTold() {
    var maker = WorkbookMaker(one)
    maker.moreRelationships = """
      <Relationship Id="rId1" Type="\(WorkbookMaker.office)/worksheet" Target="worksheets/sheet1.xml#x"/>\
      <Relationship Id="rId1" Type="\(WorkbookMaker.office)/worksheet" Target="styles.xml"/>
      """
    maker.formats = []
    #expect(Found(maker).codes == ["relation-twice"])
  }

  @Test func relationsInACircleEnd() {
    var maker = WorkbookMaker(one)
    let circle = """
      <Relationships><Relationship Id="a" Type="x/worksheet" Target="../workbook.xml"/></Relationships>
      """
    maker.parts.append(("xl/worksheets/_rels/sheet1.xml.rels", Array(circle.utf8)))
    #expect(Found(maker).cells == ["A1 number 1"])
  }

  @Test func aBrokenPartOfTheBookRefusesIt() {
    var maker = WorkbookMaker(one)
    maker.parts.append(("xl/workbook.xml", Array("<workbook".utf8)))
    let found = Found(maker)
    #expect(found.isRefused)
    #expect(found.codes == ["unreadable-part"])
  }

  @Test func whatIsMissingOnTheDiskIsTold() {
    var diagnostics = Diagnostics()
    let workbook = Workbook.open(
      .file("/nowhere/a.xlsx"), shownAs: "a.xlsx", into: &diagnostics)
    #expect(workbook == nil)
    #expect(diagnostics.all.map(\.code) == ["unreadable-workbook"])
    #expect(diagnostics.meanings.contains(.unreadable))
  }
}
