package import Diagnostics

/// Which rows of a sheet the lines of the table are that was written of it.
package struct SheetLines: Sendable {
  private struct Stretch {
    let line: Int
    let row: Int
    /// Each line is the next row; else all of them are one row, whose cells hold several lines.
    let isOfRows: Bool
  }

  package let workbook: String
  package let sheet: String
  private var stretches: [Stretch] = []

  init(workbook: String, sheet: String) {
    self.workbook = workbook
    self.sheet = sheet
  }

  /// As messages name the table.
  package var path: String { "\(workbook)!\(sheet)" }

  /// A row begins on a line, and covers so many; rows come in their order.
  mutating func append(row: Int, line: Int, lineCount: Int) {
    if lineCount == 1, let last = stretches.last, last.isOfRows, row - line == last.row - last.line
    {
      return
    }
    stretches.append(Stretch(line: line, row: row, isOfRows: lineCount == 1))
  }

  /// The number of the row in the sheet that begins on a line, or covers it.
  func row(ofLine line: Int) -> Int {
    var (low, high) = (0, stretches.count)
    while low < high {
      let middle = (low + high) / 2
      if stretches[middle].line <= line { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return line }
    let stretch = stretches[low - 1]
    return stretch.isOfRows ? stretch.row + line - stretch.line : stretch.row
  }

  /// A place on a line of the table, as the row that it is.
  func place(ofLine place: Place) -> Place {
    guard case .cell(_, let line, _) = place else { return place }
    return self.place(row: row(ofLine: line), cell: nil)
  }

  /// A row, or the cell in it that stands at `cell`, counted from 0.
  package func place(row: Int, cell: Int?) -> Place {
    .sheet(SheetPlace(workbook: workbook, sheet: sheet, row: row, column: cell.map { $0 + 1 }))
  }
}
