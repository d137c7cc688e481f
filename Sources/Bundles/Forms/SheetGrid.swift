package import Diagnostics
package import Workbooks

/// The cells of a small sheet, by row and column.
package struct SheetGrid: Sendable {
  package struct Cell: Sendable {
    /// As files write it: dates in their ISO form, numbers with their digits.
    package let text: String
    package let kind: SheetCell.Kind
    package let hasFormula: Bool

    package var isBlank: Bool { text.allSatisfy(\.isWhitespace) }
  }

  /// What forms have is far less; behind it nothing is kept.
  private static let most = 200_000

  package let sheet: Workbook.Sheet
  package let reading: SheetReading
  private let workbook: String
  private var cells: [Int: [Int: Cell]] = [:]

  package init(
    _ sheet: Workbook.Sheet, of workbook: Workbook, into diagnostics: inout Diagnostics
  ) {
    self.sheet = sheet
    self.workbook = workbook.path
    var kept: [Int: [Int: Cell]] = [:]
    var count = 0
    reading = workbook.read(sheet, into: &diagnostics) { cell, text, _ in
      guard cell.kind != .blank, count < Self.most else { return }
      count += 1
      var bytes: [UInt8] = []
      if cell.kind == .number { cell.write(text, to: &bytes) } else { bytes += text }
      if kept[cell.row]?[cell.column] == nil {
        kept[cell.row, default: [:]][cell.column] = Cell(
          text: String(decoding: bytes, as: UTF8.self), kind: cell.kind,
          hasFormula: cell.hasFormula)
      }
    }
    cells = kept
  }

  /// Rows that hold something, in their order.
  package var rows: [Int] { cells.keys.sorted() }

  /// Columns of a row that hold something, in their order.
  package func columns(of row: Int) -> [Int] { (cells[row] ?? [:]).keys.sorted() }

  package subscript(row: Int, column: Int) -> Cell? { cells[row]?[column] }

  /// Nothing where the cell holds nothing.
  package func text(_ row: Int, _ column: Int) -> String { cells[row]?[column]?.text ?? "" }

  package func place(_ row: Int? = nil, _ column: Int? = nil) -> Place {
    .sheet(SheetPlace(workbook: workbook, sheet: sheet.name, row: row, column: column))
  }

  /// Every row up to the last one that holds something, each up to its last cell.
  package var texts: [[String]] {
    guard let last = rows.last else { return [] }
    return (1...last).map { row in
      guard let width = columns(of: row).last else { return [] }
      return (1...width).map { text(row, $0) }
    }
  }
}
