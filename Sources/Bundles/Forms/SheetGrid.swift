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

  /// What forms have is far less; what stands behind it is not kept, and that is told.
  package static let mostCells = 200_000
  /// Rows and columns of `texts`, blank cells among them.
  private static let mostTexts = 4_000_000

  package let sheet: Workbook.Sheet
  package let reading: SheetReading
  /// Whether all that the sheet holds is here.
  package let isWhole: Bool
  private let workbook: String
  private var cells: [Int: [Int: Cell]] = [:]

  package init(
    _ sheet: Workbook.Sheet, of workbook: Workbook, atMost most: Int = mostCells,
    into diagnostics: inout Diagnostics
  ) {
    self.sheet = sheet
    self.workbook = workbook.path
    var kept: [Int: [Int: Cell]] = [:]
    var count = 0
    reading = workbook.read(sheet, into: &diagnostics) { cell, text, shown in
      guard cell.kind != .blank else { return }
      count += 1
      guard count <= most else { return }
      var bytes: [UInt8] = []
      cell.write(text, shown: shown, to: &bytes)
      if kept[cell.row]?[cell.column] == nil {
        kept[cell.row, default: [:]][cell.column] = Cell(
          text: String(decoding: bytes, as: UTF8.self), kind: cell.kind,
          hasFormula: cell.hasFormula)
      }
    }
    cells = kept
    isWhole = reading.isWhole && count <= most
    if count > most { diagnostics.report(.formTooLarge(count, most, at: place())) }
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
  ///
  /// - Returns: nothing where cells stand so far out that this would be a list of blanks.
  package var texts: [[String]] {
    let all = cells.values.reduce(0) { $0 + ($1.keys.max() ?? 0) }
    guard let last = rows.last, all <= Self.mostTexts else { return [] }
    return (1...last).map { row in
      guard let width = columns(of: row).last else { return [] }
      return (1...width).map { text(row, $0) }
    }
  }
}
