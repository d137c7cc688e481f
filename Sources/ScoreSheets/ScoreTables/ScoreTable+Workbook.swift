import Archives
import Diagnostics
import Workbooks

extension ScoreTable {
  /// The visible sheets of a workbook.
  ///
  /// - Returns: `nil` where the workbook cannot be read; that was reported.
  static func sheets(ofWorkbook path: String, into diagnostics: inout Diagnostics) -> [ScoreTable]?
  {
    guard let workbook = Workbook.open(.file(path), shownAs: path, into: &diagnostics) else {
      return nil
    }
    var grids: [ScoreTable] = []
    for sheet in workbook.sheets where sheet.kind == .cells {
      if sheet.visibility != .visible {
        diagnostics.report(.hiddenSheetLeftOut(at: workbook.place(in: sheet)))
        continue
      }
      var cells: [Slot: Cell] = [:]
      var isTooLarge = false
      let reading = workbook.read(sheet, into: &diagnostics) { cell, text, raw in
        guard cell.kind != .blank, cell.row <= mostRows, cell.column <= mostColumns else {
          isTooLarge = isTooLarge || cell.kind != .blank
          return
        }
        cells[Slot(row: cell.row, column: cell.column)] = Cell(
          row: cell.row, column: cell.column, rows: 1, columns: 1,
          text: cleaned(shown(cell, text, raw)))
      }
      if isTooLarge {
        diagnostics.report(.sheetTooLarge(mostRows, mostColumns, at: workbook.place(in: sheet)))
      }
      let merged = reading.merged.prefix(20_000).compactMap(Area.init)
      grids.append(
        ScoreTable(name: sheet.name, path: path, cells: Self.merging(cells, merged)))
    }
    return grids
  }

  private struct Slot: Hashable {
    let row: Int
    let column: Int
  }

  /// A number with its sign of percent or its unit, as the sheet shows it.
  private static func shown(
    _ cell: SheetCell, _ bytes: UnsafeBufferPointer<UInt8>, _ raw: UnsafeBufferPointer<UInt8>
  ) -> String {
    if cell.isWorded { return String(decoding: WordedNumber.parts(raw).shown, as: UTF8.self) }
    let text = String(decoding: bytes, as: UTF8.self)
    guard cell.kind == .number, cell.isPercent, let number = Numeral.percent(text) else {
      return text
    }
    return number
  }

  /// Merged cells first, so that what lies below them does not show.
  private static func merging(_ cells: [Slot: Cell], _ areas: [Area]) -> [Cell] {
    var cells = cells
    var merged: [Cell] = []
    for area in areas where area.first.row <= mostRows && area.first.column <= mostColumns {
      let lastRow = min(area.last.row, mostRows)
      let lastColumn = min(area.last.column, mostColumns)
      guard
        let cell = cells.removeValue(
          forKey: Slot(row: area.first.row, column: area.first.column))
      else { continue }
      merged.append(
        Cell(
          row: cell.row, column: cell.column, rows: lastRow - cell.row + 1,
          columns: lastColumn - cell.column + 1, text: cell.text))
    }
    let single = cells.values.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
    return merged + single.filter { !$0.text.isEmpty }
  }

  /// `A1:C3`.
  private struct Area {
    let first: (row: Int, column: Int)
    let last: (row: Int, column: Int)

    init?(_ text: String) {
      let corners = text.split(separator: ":").compactMap(Self.corner)
      guard corners.count == 2, corners[0].row <= corners[1].row,
        corners[0].column <= corners[1].column
      else { return nil }
      (first, last) = (corners[0], corners[1])
    }

    private static func corner(_ text: Substring) -> (row: Int, column: Int)? {
      var column = 0
      var row = 0
      for letter in text.utf8 where letter != UInt8(ascii: "$") {
        switch letter {
        case 0x41...0x5A, 0x61...0x7A:
          guard row == 0, column < 20_000 else { return nil }
          column = column * 26 + Int((letter | 0x20) - 0x60)
        case 0x30...0x39:
          guard row < 10_000_000 else { return nil }
          row = row * 10 + Int(letter - 0x30)
        default: return nil
        }
      }
      return row > 0 && column > 0 ? (row, column) : nil
    }
  }
}
