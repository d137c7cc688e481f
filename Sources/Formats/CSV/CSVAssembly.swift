import Diagnostics

/// Puts the records of a file together to a table, and reports what does not fit its header.
struct CSVAssembly {
  private let path: String
  private let text: DecodedText
  private let limits: CSVReader.Limits
  private let search: HeaderSearch

  private var header = CSVHeader()
  private var doubt = HeaderDoubt.none
  private var cellCounts: [UInt32] = []
  private var separatorText = ","
  private var lines: [Int] = []
  private var rowStarts: [UInt32] = [0]
  private var starts: [UInt32] = []
  private var ends: [UInt32] = []
  private var unescaped: [UInt8] = []
  private var overlongRows: [Int] = []
  private var brokenRows: [BrokenRow]? = []
  private var blankRows: [Int] = []
  private var isWhole = true

  init(_ text: DecodedText, path: String, limits: CSVReader.Limits, _ search: HeaderSearch) {
    self.path = path
    self.text = text
    self.limits = limits
    self.search = search
  }

  /// - Returns: `nil` without a header.
  mutating func read(into diagnostics: inout Diagnostics) -> CSVTable? {
    let hasHeader = text.bytes.withUnsafeBufferPointer { bytes in
      let separator = CSVHeader.separator(
        of: bytes, path: path, lines: search.lineCount)
      var skipped = 0
      // Who says what is wanted looks at the headers that stand twice.
      var tellsRepeats = true
      switch search {
      case .firstLine: break
      case .named(let finder):
        skipped = finder.recordsAbove(bytes, separator: separator, limits: limits)
        tellsRepeats = false
      case .later:
        doubt = HeaderDoubt(bytes, separator: separator, limits: limits)
        tellsRepeats = !doubt.isTitled
      }
      var cursor = CSVCursor(bytes, separator: separator, limits: limits)
      guard
        let header = CSVHeader.read(
          &cursor, skipping: skipped, path: path, limits: limits, into: &diagnostics)
      else { return false }
      self.header = header
      separatorText = String(UnicodeScalar(separator))
      if tellsRepeats { header.reportRepeats(in: path, into: &diagnostics) }
      while cursor.next() {
        if cursor.isBlank {
          // A line of separators is what a spreadsheet leaves of a deleted row.
          if cursor.cellCount > 1 { blankRows.append(cursor.line) }
        } else {
          guard lines.count < limits.rows else {
            diagnostics.report(.tooManyRows(limit: limits.rows, path, line: cursor.line))
            isWhole = false
            return true
          }
          readRow(cursor, into: &diagnostics)
        }
      }
      if let fault = header.diagnostic(of: cursor.stop, path: path, limits: limits) {
        diagnostics.report(fault)
        isWhole = false
      }
      return true
    }
    guard hasHeader else { return nil }
    if let first = blankRows.first {
      diagnostics.report(
        .blankRows(blankRows.count, at: .cell(file: path, line: first, column: "-")))
    }
    return CSVTable(
      path: path, head: header, separatorText: separatorText, encoding: text.encoding, lines: lines,
      overlongRows: overlongRows, brokenRows: brokenRows, isWhole: isWhole,
      doubt: doubt, text: text.bytes, unescaped: unescaped, starts: starts, ends: ends,
      rowStarts: rowStarts, cellCounts: cellCounts)
  }

  private mutating func readRow(_ cursor: borrowing CSVCursor, into diagnostics: inout Diagnostics)
  {
    // The quote that closes belongs to another row: nobody knows how many rows the cell has swallowed.
    if cursor.looseQuoteColumn != nil, cursor.spansLines { isWhole = false }
    for fault in RowFault.faults(of: cursor, under: header, limits: limits) {
      if !doubt.isTitled || !fault.isOfWidth {
        diagnostics.report(fault.diagnostic(under: header, path: path))
      }
      if fault.isOverlong { overlongRows.append(lines.count) }
      if fault.isBroken { keep(BrokenRow(fault, of: cursor, line: cursor.line)) }
    }
    let width = max(header.cellCount, doubt.width)
    for cell in 0..<min(width, cursor.cellCount) { keep(cell, of: cursor) }
    if doubt.isOpen { cellCounts.append(UInt32(clamping: cursor.cellCount)) }
    lines.append(cursor.line)
    rowStarts.append(UInt32(clamping: starts.count))
  }

  private mutating func keep(_ row: BrokenRow) {
    let isRoomLeft = brokenRows.map { $0.count < Diagnostics.maximumCount } ?? false
    if isRoomLeft { brokenRows?.append(row) } else { brokenRows = nil }
  }

  private mutating func keep(_ cell: Int, of cursor: borrowing CSVCursor) {
    if let range = cursor.range(ofCell: cell) {
      starts.append(UInt32(clamping: range.lowerBound))
      ends.append(UInt32(clamping: range.upperBound))
    } else {
      starts.append(UInt32(clamping: text.bytes.count + unescaped.count))
      unescaped.append(contentsOf: cursor.cell(cell))
      ends.append(UInt32(clamping: text.bytes.count + unescaped.count))
    }
  }
}
