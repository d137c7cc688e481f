import Archives
import Bundles
import Diagnostics
import Formats
import Workbooks

/// Writes the cells of a sheet into a file as they come, and keeps none.
struct SheetWriting {
  let reading: SheetReading
  let diagnostics: Diagnostics
  let spool: Spool
  let lines: SheetLines
  /// How many columns its rows were given.
  let width: Int

  /// Without a `width` that of the first rows is taken: nobody knows before how far a later one reaches.
  init(
    _ sheet: Workbook.Sheet, of workbook: Workbook, width: Int? = nil
  ) throws(ByteStreamFailure) {
    spool = try Spool()
    var pen = SheetPen(workbook.path, sheet.name, width: width, spool)
    var found = Diagnostics()
    reading = workbook.read(sheet, into: &found) { cell, text, shown in
      pen.write(cell, text, shown)
    }
    pen.end()
    if let failure = pen.failure { throw failure }
    diagnostics = found
    lines = pen.lines
    self.width = pen.width
  }
}

/// Writes cells that come in the order of rows and columns.
private struct SheetPen {
  private struct Cell {
    let row: Int
    let column: Int
    let bytes: Range<Int>
  }

  private let (workbook, sheet): (String, String)
  private let spool: Spool
  private(set) var width: Int
  private(set) var failure: ByteStreamFailure?
  private var rows: SheetRows
  private var last = (row: 0, column: 0)
  /// The bytes of a cell, and of all cells whose width is not known yet.
  private var bytes: [UInt8] = []
  private var head: [Cell] = []
  private var isWidthKnown: Bool
  /// What is written is of no use: cells do not come in their order, or lie further to the right than was thought.
  private var isIdle = false

  /// So much is looked at before a width is believed, in cells and in bytes.
  private static let mostHeadCells = 1 << 16
  private static let mostHeadBytes = 1 << 20
  /// So much is written at once.
  private static let piece = 1 << 20

  init(_ workbook: String, _ sheet: String, width: Int?, _ spool: Spool) {
    (self.workbook, self.sheet) = (workbook, sheet)
    self.spool = spool
    isWidthKnown = width != nil
    self.width = width ?? 0
    rows = SheetRows(workbook: workbook, sheet: sheet, width: self.width, limits: .init())
  }

  var lines: SheetLines { rows.lines }

  mutating func write(
    _ cell: SheetCell, _ text: UnsafeBufferPointer<UInt8>, _ shown: UnsafeBufferPointer<UInt8>
  ) {
    guard !isIdle else { return }
    if isWidthKnown, !text.isEmpty, cell.isWrittenPlainly(text) {
      return put(cell.row, cell.column, text)
    }
    let start = bytes.count
    cell.write(text, shown: shown, to: &bytes)
    guard bytes.count > start else { return }
    guard !isWidthKnown else {
      var own: [UInt8] = []
      swap(&own, &bytes)
      own.withUnsafeBufferPointer { put(cell.row, cell.column, $0) }
      own.removeAll(keepingCapacity: true)
      swap(&own, &bytes)
      return
    }
    head.append(Cell(row: cell.row, column: cell.column, bytes: start..<bytes.count))
    width = max(width, cell.column)
    if head.count >= Self.mostHeadCells || bytes.count >= Self.mostHeadBytes { writeHead() }
  }

  private mutating func writeHead() {
    isWidthKnown = true
    rows = SheetRows(workbook: workbook, sheet: sheet, width: width, limits: .init())
    let (cells, written) = (head, bytes)
    head = []
    bytes = []
    written.withUnsafeBufferPointer { written in
      for cell in cells {
        put(cell.row, cell.column, UnsafeBufferPointer(rebasing: written[cell.bytes]))
      }
    }
  }

  private mutating func put(
    _ row: Int, _ column: Int, _ cell: UnsafeBufferPointer<UInt8>
  ) {
    guard !isIdle else { return }
    guard row > last.row || row == last.row && column > last.column, column <= width else {
      isIdle = true
      return
    }
    if row != last.row { rows.begin(row: row) }
    rows.append(cell, column: column)
    last = (row, column)
    if rows.byteCount >= Self.piece { spill() }
  }

  mutating func end() {
    if !isWidthKnown { writeHead() }
    rows.end()
    spill()
  }

  private mutating func spill() {
    guard failure == nil else { return }
    var refusal: ByteStreamFailure?
    rows.take { bytes in
      do throws(ByteStreamFailure) {
        try spool.append(UnsafeRawBufferPointer(bytes))
      } catch let error {
        refusal = error
      }
    }
    failure = refusal
    if refusal != nil { isIdle = true }
  }
}
