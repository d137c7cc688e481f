import Diagnostics
import Workbooks

extension ScoreTable {
  /// The tables of a Word document, each with the paragraphs above it; those behind the last stand below that.
  ///
  /// - Returns: `nil` where the document cannot be read; that was reported.
  static func tables(ofDocument path: String, into diagnostics: inout Diagnostics) -> [ScoreTable]?
  {
    guard let document = TextDocument.open(path, into: &diagnostics) else { return nil }
    var grids: [ScoreTable] = []
    var paragraphs: [String] = []
    for block in document.blocks {
      switch block {
      case .paragraph(let text):
        let text = cleaned(text)
        if !text.isEmpty, paragraphs.count < 500 { paragraphs.append(text) }
      case .table(let table):
        let name = "表\(grids.count + 1)"
        if table.cells.contains(where: { $0.row > mostRows || $0.column > mostColumns }) {
          diagnostics.report(
            .sheetTooLarge(
              mostRows, mostColumns, at: .sheet(SheetPlace(workbook: path, sheet: name))))
        }
        var grid = ScoreTable(name: name, path: path, cells: cells(of: table))
        grid.above = paragraphs
        paragraphs = []
        grids.append(grid)
      }
    }
    if !grids.isEmpty { grids[grids.count - 1].below = paragraphs }
    return grids
  }

  private static func cells(of table: TextDocument.Table) -> [Cell] {
    var cells: [Cell] = []
    /// By column: the cell that may go on below.
    var open: [Int: Int] = [:]
    for cell in table.cells where cell.row <= mostRows && cell.column <= mostColumns {
      let width = min(cell.width, mostColumns - cell.column + 1)
      if cell.continuesAbove, let above = open[cell.column], cells[above].lastRow == cell.row - 1 {
        cells[above].rows += 1
        continue
      }
      open[cell.column] = cells.count
      cells.append(
        Cell(
          row: cell.row, column: cell.column, rows: 1, columns: width, text: cleaned(cell.text)))
    }
    return cells
  }
}
