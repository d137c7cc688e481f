import Archives
import Bundles
import Diagnostics
import Formats
import TestSupport
import Testing
import Workbooks

/// A form is small; a sheet that is not is told, and never makes a list of blanks.
@Suite(.timed) struct SheetGridTests {
  private func grid(
    _ rows: String, atMost most: Int = SheetGrid.mostCells
  ) throws -> (SheetGrid, codes: [String]) {
    var found = Diagnostics()
    let opened = Workbook.open(
      .bytes(ZipBytes(WorkbookMaker(rows).zip)), shownAs: "form.xlsx", into: &found)
    let workbook = try #require(opened)
    let grid = SheetGrid(workbook.sheets[0], of: workbook, atMost: most, into: &found)
    return (grid, found.all.map(\.code))
  }

  private func cell(_ place: String, _ content: String) -> String {
    "<c r=\"\(place)\" \(content)</c>"
  }

  @Test func whatIsLeftOutIsTold() throws {
    let rows = "<row r=\"1\">\(cell("A1", "><v>1</v>"))\(cell("B1", "><v>2</v>"))</row>"
    let (whole, quiet) = try grid(rows, atMost: 2)
    #expect(whole.isWhole && quiet == [])
    #expect(whole.texts == [["1", "2"]])
    let (part, codes) = try grid(rows, atMost: 1)
    #expect(!part.isWhole && codes == ["form-too-large"])
    #expect(part.texts == [["1"]])
  }

  /// Few cells far out would be billions of blanks.
  @Test func cellsFarOutMakeNoListOfBlanks() throws {
    let rows = (1...300).map { "<row r=\"\($0)\">\(cell("XFD\($0)", "><v>1</v>"))</row>" }.joined()
    let (grid, codes) = try grid(rows)
    #expect(grid.isWhole && codes == [])
    #expect(grid.texts.isEmpty)
    #expect(grid.text(300, 16_384) == "1")
  }

  /// What every reader of cells knows for unknown stands there as such, and never as a text of its own.
  @Test(arguments: ["t=\"e\"><v>#N/A</v>", "t=\"e\"><v>#BUSY!</v>", "><f>A2</f>"])
  func noErrorOrUnreckonedFormulaIsAText(content: String) throws {
    let (grid, _) = try grid("<row r=\"1\">\(cell("A1", content))</row>")
    let read = CellReader(.number).read(grid.text(1, 1))
    guard case .mismatch = read else {
      Issue.record("\(read)")
      return
    }
    guard case .mismatch = CellReader(.string).read(grid.text(1, 1)) else {
      Issue.record("a text: \(grid.text(1, 1))")
      return
    }
  }
}
