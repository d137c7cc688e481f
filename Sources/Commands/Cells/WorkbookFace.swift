import Archives
import Diagnostics
import Workbooks

/// A workbook as people look at it: its sheets, how large they are, what one does not see in them, and their first rows.
struct WorkbookFace {
  let screen: Screen

  private static let mostRows = 5
  private static let mostColumns = 8
  /// Columns of the screen.
  private static let widestCell = 18

  func show(_ path: String, into diagnostics: inout Diagnostics) {
    guard let workbook = Workbook.open(.file(path), shownAs: path, into: &diagnostics) else {
      return
    }
    screen.say(CellsWording.workbook(workbook))
    for sheet in workbook.sheets { show(sheet, of: workbook, into: &diagnostics) }
  }

  private func show(
    _ sheet: Workbook.Sheet, of workbook: Workbook, into diagnostics: inout Diagnostics
  ) {
    var rows: [(number: Int, cells: [Int: Shown])] = []
    let reading = workbook.read(sheet, into: &diagnostics) { cell, text, raw in
      guard cell.kind != .blank, cell.column <= Self.mostColumns else { return }
      if rows.last?.number != cell.row {
        guard rows.count < Self.mostRows else { return }
        rows.append((cell.row, [:]))
      }
      rows[rows.count - 1].cells[cell.column] = Shown(
        cell, cell.isWorded ? raw : text, widest: Self.widestCell)
    }
    screen.say(CellsWording.sheet(sheet, reading))
    let hidden = CellsWording.unseen(reading)
    if let hidden { screen.say(hidden) }
    print(rows, width: min(reading.columnCount, Self.mostColumns))
  }

  private func print(_ rows: [(number: Int, cells: [Int: Shown])], width: Int) {
    guard width > 0 else { return }
    let gutter = rows.map { String($0.number).count }.max() ?? 1
    let widths = (1...width).map { column in
      let cells = rows.compactMap { $0.cells[column].map { displayWidth(of: $0.text) } }
      return max(1, cells.max() ?? 1)
    }
    let letters = (1...width).map { SheetPlace.letters(ofColumn: $0) }
    line(
      String(repeating: " ", count: gutter),
      zip(letters, widths).map { padded($0, to: $1) })
    for row in rows {
      let cells = (1...width).map { column in
        let shown = row.cells[column]
        return padded(
          shown?.text ?? "", to: widths[column - 1], alignedRight: shown?.isNumber ?? false)
      }
      line(padded(String(row.number), to: gutter, alignedRight: true), cells)
    }
  }

  private func line(_ number: String, _ cells: [String]) {
    var line = "    \(number)  " + cells.joined(separator: "  ")
    while line.last == " " { line.removeLast() }
    screen.say(Wording(line))
  }
}

/// A cell as far as there is room for it.
private struct Shown {
  let text: String
  let isNumber: Bool

  init(_ cell: SheetCell, _ bytes: UnsafeBufferPointer<UInt8>, widest: Int) {
    isNumber = cell.kind == .number
    if cell.kind == .uncached {
      text = "?"
      return
    }
    if isNumber, cell.isPercent, !cell.isWorded {
      text = String(decoding: SheetNumber.read(bytes, isPercent: true).shown, as: UTF8.self)
      return
    }
    if cell.isWorded {
      text = TextEscape.line(String(decoding: WordedNumber.parts(bytes).shown, as: UTF8.self))
      return
    }
    // A letter takes at most four bytes and stands in at least one column, or in none.
    let start = String(decoding: bytes.prefix(widest * 16), as: UTF8.self)
    let whole = TextEscape.line(start)
    if displayWidth(of: whole) <= widest, bytes.count <= widest * 16 {
      text = whole
      return
    }
    var short = ""
    for character in whole {
      if displayWidth(of: short) + displayWidth(of: String(character)) > widest - 1 { break }
      short.append(character)
    }
    text = short + "…"
  }
}
