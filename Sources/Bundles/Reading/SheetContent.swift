package import Diagnostics
package import Formats
package import Workbooks

/// The cells of a sheet as tables of evidence write them, in the order of rows and columns.
package struct SheetContent {
  private struct Cell {
    let row: Int32
    let column: Int32
    let start: UInt32
    let end: UInt32
  }

  let workbook: String
  let sheet: Workbook.Sheet
  package let reading: SheetReading
  /// What was told about it, for whoever finds that it is asked for.
  package let diagnostics: Diagnostics
  private var cells: [Cell] = []
  private var bytes: [UInt8] = []
  private let limits = CSVReader.Limits()

  package init(_ sheet: Workbook.Sheet, of workbook: Workbook) {
    self.workbook = workbook.path
    self.sheet = sheet
    var cells: [Cell] = []
    var bytes: [UInt8] = []
    var found = Diagnostics()
    let limit = limits.file
    reading = workbook.read(sheet, into: &found) { cell, text, shown in
      guard bytes.count <= limit else { return }
      let start = bytes.count
      cell.write(text, shown: shown, to: &bytes)
      guard bytes.count > start else { return }
      cells.append(
        Cell(
          row: Int32(truncatingIfNeeded: cell.row), column: Int32(truncatingIfNeeded: cell.column),
          start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: bytes.count)))
    }
    if reading.isUnordered {
      // Sorting keeps cells that are given twice in their order: the first counts, and the sheet is not whole.
      let ordered = cells.enumerated().sorted {
        ($0.element.row, $0.element.column, $0.offset)
          < ($1.element.row, $1.element.column, $1.offset)
      }
      cells = ordered.map(\.element)
    }
    self.cells = cells
    self.bytes = bytes
    diagnostics = found
  }

  var isEmpty: Bool { cells.isEmpty && isWhole }

  /// False where cells are lost, or are perhaps another sheet's.
  package var isWhole: Bool { reading.isWhole && !sheet.isDoubtful }

  package var rows: SheetRows {
    var rows = SheetRows(
      workbook: workbook, sheet: sheet.name, width: Int(cells.map(\.column).max() ?? 0),
      limits: limits)
    var last: (row: Int32, column: Int32) = (0, 0)
    bytes.withUnsafeBufferPointer { bytes in
      for cell in cells {
        if cell.row != last.row { rows.begin(row: Int(cell.row)) }
        if (cell.row, cell.column) != last {
          rows.append(
            UnsafeBufferPointer(rebasing: bytes[Int(cell.start)..<Int(cell.end)]),
            column: Int(cell.column))
        }
        last = (cell.row, cell.column)
      }
    }
    return rows
  }

  private func text(_ cell: Cell) -> ArraySlice<UInt8> { bytes[Int(cell.start)..<Int(cell.end)] }

  /// Names of the first column with what stands in the second.
  var facts: [BundleFact] {
    var facts: [BundleFact] = []
    var name: Cell?
    func take(_ value: Cell?) {
      guard let cell = name else { return }
      let text = value.map { String(decoding: self.text($0), as: UTF8.self) } ?? ""
      let place = SheetPlace(
        workbook: workbook, sheet: sheet.name, row: Int(cell.row), column: value == nil ? 1 : 2)
      facts.append(
        BundleFact(
          name: String(decoding: self.text(cell), as: UTF8.self), text: text, place: .sheet(place)))
      name = nil
    }
    for cell in cells where cell.column <= 2 {
      if cell.column == 1 {
        take(nil)
        name = cell
      } else if name?.row == cell.row {
        take(cell)
      }
    }
    take(nil)
    return facts
  }
}
