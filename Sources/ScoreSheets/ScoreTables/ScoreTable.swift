import Diagnostics

/// A table as people see it: every slot belongs to a cell, and merged cells are one.
struct ScoreTable {
  struct Cell {
    /// From 1.
    let row: Int
    let column: Int
    var rows: Int
    var columns: Int
    let text: String

    var lastRow: Int { row + rows - 1 }
    var lastColumn: Int { column + columns - 1 }
  }

  /// Of the sheet; of a table in a document its place among the tables.
  let name: String
  /// As messages name the file.
  let path: String
  let cells: [Cell]
  let rowCount: Int
  let columnCount: Int
  /// What stands above it, and below it, outside of the table.
  var above: [String] = []
  var below: [String] = []
  private let slots: [Int32]

  /// A sheet with more is no sheet that anybody signs.
  static let mostRows = 3000
  static let mostColumns = 200

  init(name: String, path: String, cells: [Cell]) {
    self.name = name
    self.path = path
    self.cells = cells
    let rowCount = cells.map(\.lastRow).max() ?? 0
    let columnCount = cells.map(\.lastColumn).max() ?? 0
    var slots = [Int32](repeating: -1, count: rowCount * columnCount)
    // Areas that lie upon each other are no more than the grid itself, several times over.
    var budget = 8 * slots.count
    for (index, cell) in cells.enumerated() {
      budget -= cell.rows * cell.columns
      guard budget >= 0 else { break }
      for row in cell.row...max(cell.row, cell.lastRow) {
        for column in cell.column...max(cell.column, cell.lastColumn) {
          let slot = (row - 1) * columnCount + column - 1
          if slots.indices.contains(slot), slots[slot] < 0 { slots[slot] = Int32(index) }
        }
      }
    }
    self.rowCount = rowCount
    self.columnCount = columnCount
    self.slots = slots
  }

  /// Which cell a slot belongs to; `nil` where nothing is.
  func index(row: Int, column: Int) -> Int? {
    guard row >= 1, row <= rowCount, column >= 1, column <= columnCount else { return nil }
    let index = slots[(row - 1) * columnCount + column - 1]
    return index < 0 ? nil : Int(index)
  }

  func cell(row: Int, column: Int) -> Cell? { index(row: row, column: column).map { cells[$0] } }

  func text(row: Int, column: Int) -> String { cell(row: row, column: column)?.text ?? "" }

  /// The cells of a row from left to right, each once.
  func cells(inRow row: Int) -> [Cell] {
    var found: [Int] = []
    for column in stride(from: 1, through: columnCount, by: 1) {
      if let index = index(row: row, column: column), found.last != index { found.append(index) }
    }
    return found.map { cells[$0] }
  }

  func place(row: Int?, column: Int? = nil) -> Place {
    .sheet(SheetPlace(workbook: path, sheet: name, row: row, column: column))
  }

  /// Without what no reader of YAML takes, and without blanks around lines.
  static func cleaned(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A: kept.append(scalar)
      case 0x0D, 0x2028, 0x2029, 0x85: kept.append("\n")
      case 0x09, 0xA0, 0x3000: kept.append(" ")
      case 0..<0x20, 0x7F..<0xA0, 0xFEFF, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F,
        0xFFF0...0xFFFD, 0xE000...0xF8FF, 0xFDD0...0xFDEF:
        continue
      default: if scalar.value & 0xFFFE != 0xFFFE { kept.append(scalar) }
      }
    }
    return String(kept).split(separator: "\n")
      .map { $0.split(separator: " ").joined(separator: " ") }.filter { !$0.isEmpty }
      .joined(separator: "\n")
  }
}
