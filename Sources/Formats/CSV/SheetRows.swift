/// The rows of a sheet, written one behind the other as spreadsheets save them as comma-separated values.
///
/// So a sheet is read like any other table: titles, headers, totals and notes by the same rules. The numbers of its rows are
/// kept, because rows without content are left out and a cell may hold several lines.
package struct SheetRows: Sendable {
  /// So many cells stand in every row; two at least, so that a comma parts them.
  private let width: Int
  private let limit: Int
  private(set) var bytes: [UInt8] = []
  /// Of the rows that have ended.
  package private(set) var lines: SheetLines
  /// The row that is being written; 0 before the first.
  private var row = 0
  /// The line on which it begins, and that which is being written.
  private var start = 1
  private var line = 1
  private var cells = 0

  /// Rows of so many columns; behind so many bytes nothing is kept.
  package init(workbook: String, sheet: String, width: Int, limits: CSVReader.Limits) {
    lines = SheetLines(workbook: workbook, sheet: sheet)
    self.width = max(2, width)
    limit = limits.file
  }

  package var isTooLarge: Bool { bytes.count > limit }

  package var byteCount: Int { bytes.count }

  /// Begins a row; rows come in their order.
  package mutating func begin(row: Int) {
    end()
    self.row = row
    start = line
  }

  /// The cell of a column from 1; columns of a row come in their order.
  ///
  /// Bytes and no generic collection, because cells come by the million.
  package mutating func append(_ text: UnsafeBufferPointer<UInt8>, column: Int) {
    guard !isTooLarge else { return }
    pad(to: column - 1)
    if cells > 0 { bytes.append(UInt8(ascii: ",")) }
    cells += 1
    let isPlain = !text.contains {
      $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == 0x0A || $0 == 0x0D
    }
    guard !isPlain else {
      bytes += text
      return
    }
    bytes.append(UInt8(ascii: "\""))
    var previous: UInt8 = 0
    for byte in text {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      // As the reader of lines counts them: CR LF is one.
      if byte == 0x0D || byte == 0x0A && previous != 0x0D { line += 1 }
      bytes.append(byte)
      previous = byte
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func pad(to count: Int) {
    guard cells < count, !isTooLarge else { return }
    // Before the first cell of a row stands no comma.
    let commas = count - max(cells, 1)
    bytes.append(contentsOf: repeatElement(UInt8(ascii: ","), count: commas))
    cells = count
  }

  /// Ends the last row.
  package mutating func end() {
    guard row > 0 else { return }
    pad(to: width)
    bytes.append(0x0A)
    line += 1
    lines.append(row: row, line: start, lineCount: line - start)
    row = 0
    cells = 0
  }

  /// All of it, ended.
  var finished: SheetRows {
    var all = self
    all.end()
    return all
  }

  /// Hands over what was written so far, and keeps only where the rows are.
  package mutating func take(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    bytes.withUnsafeBufferPointer(body)
    bytes.removeAll(keepingCapacity: true)
  }
}
