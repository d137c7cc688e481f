import Diagnostics
import TestSupport
import Testing
import Workbooks

/// Every message about workbooks, as people see it.
@Suite(.timed) struct MessageTests {
  private static let one = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"

  /// Workbooks with one fault each.
  private static var faults: [Found] {
    let cells = [
      "<c r=\"A1\"><f>1+1</f></c>", "<c r=\"A1\" t=\"e\"><v>#DIV/0!</v></c>",
      "<c r=\"A1\"><v>约三十</v></c>", "<c r=\"A1\" t=\"s\"><v>7</v></c>",
      "<c r=\"A1\" t=\"z\"><v>7</v></c>", "<c r=\"7\"><v>2</v></c>", "<c r=\"XFE1\"><v>2</v></c>",
      "<c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c>", "<c r=\"A1\"><v>1</c>",
      "<c r=\"A1\" t=\"e\"><v>#N/A</v></c><c r=\"B1\" t=\"e\"><v>#REF!</v></c>",
    ]
    var found = cells.map { Found(WorkbookMaker("<row r=\"1\">\($0)</row>")) }
    found.append(Found(bytes: [0xD0, 0xCF, 0x11, 0xE0], name: "甲站.xls"))
    found.append(Found(bytes: Array("姓名\n".utf8), name: "甲站.xlsx"))
    var missing = WorkbookMaker(one)
    missing.sheets.append(WorkbookMaker.Sheet(name: "缺表"))
    found.append(Found(missing))
    var shared = WorkbookMaker(one)
    shared.sheets.append(WorkbookMaker.Sheet(name: "二", target: "worksheets/sheet1.xml"))
    found.append(Found(shared))
    var doubled = WorkbookMaker(one)
    doubled.parts.append(("xl/worksheets/SHEET1.xml", []))
    found.append(Found(doubled))
    var relation = WorkbookMaker(one)
    relation.formats = []
    relation.moreRelationships =
      "<Relationship Id=\"rId1\" Type=\"x/worksheet\" Target=\"styles.xml\"/>"
    found.append(Found(relation))
    var garbled = WorkbookMaker()
    let xml =
      "<worksheet xmlns=\"\(WorkbookMaker.main)\"><sheetData><row><c t=\"str\"><v>E</v></c></row></sheetData></worksheet>"
    garbled.sheets.append(WorkbookMaker.Sheet(part: xml.utf8.map { $0 == 0x45 ? 0xC9 : $0 }))
    found.append(Found(garbled))
    return found
  }

  @Test(arguments: [Language.en, .zh])
  func messagesSayWhereAndWhatToDo(language: Language) throws {
    var screen = ""
    for found in Self.faults {
      screen += DiagnosticRenderer(language: language).render(found.diagnostics) + "\n"
    }
    try expectGolden(screen, "messages.\(language.rawValue).txt")
  }
}
