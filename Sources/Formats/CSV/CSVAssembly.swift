import Diagnostics

/// Puts the records of a file together to a table, and reports what does not fit its header.
struct CSVAssembly {
  private let path: String
  private let text: DecodedText
  private let limits: CSVReader.Limits

  private var header: [String] = []
  private var columns: [Int] = []
  private var headerCellCount = 0
  private var lines: [Int] = []
  private var rowStarts: [UInt32] = [0]
  private var starts: [UInt32] = []
  private var ends: [UInt32] = []
  private var unescaped: [UInt8] = []
  private var overlongRows: [Int] = []
  private var blankRows: [Int] = []
  private var isWhole = true

  init(_ text: DecodedText, path: String, limits: CSVReader.Limits) {
    self.path = path
    self.text = text
    self.limits = limits
  }

  /// - Returns: `nil` without a header.
  mutating func read(into diagnostics: inout Diagnostics) -> CSVTable? {
    let hasHeader = text.bytes.withUnsafeBufferPointer { bytes in
      var cursor = CSVCursor(bytes, separator: separator(of: bytes), limits: limits)
      guard readHeader(&cursor, into: &diagnostics) else { return false }
      while cursor.next() {
        if cursor.isBlank {
          // A line of separators is what a spreadsheet leaves of a deleted row.
          if cursor.cellCount > 1 { blankRows.append(cursor.line) }
        } else {
          readRow(cursor, into: &diagnostics)
        }
      }
      reportStop(cursor.stop, into: &diagnostics)
      return true
    }
    guard hasHeader else { return nil }
    if let first = blankRows.first {
      diagnostics.report(.blankRows(blankRows.count, at: place(first, "-")))
    }
    return CSVTable(
      path: path, header: header, encoding: text.encoding, lines: lines,
      overlongRows: overlongRows, isWhole: isWhole, text: text.bytes, unescaped: unescaped,
      starts: starts,
      ends: ends, rowStarts: rowStarts, columns: columns)
  }

  /// A tab where the file is named so, or where its first line has tabs and no commas.
  private func separator(of bytes: UnsafeBufferPointer<UInt8>) -> UInt8 {
    let firstLine = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
    let isNamedTabs = path.hasSuffix(".tsv") || path.hasSuffix(".tab")
    return isNamedTabs || (firstLine.contains(0x09) && !firstLine.contains(0x2C)) ? 0x09 : 0x2C
  }

  private mutating func readHeader(
    _ cursor: inout CSVCursor, into diagnostics: inout Diagnostics
  ) -> Bool {
    var isThere = cursor.next()
    while isThere, cursor.isBlank { isThere = cursor.next() }
    guard isThere else {
      if case .endOfText = cursor.stop {
        diagnostics.report(.emptyTable(path))
      } else {
        reportStop(cursor.stop, into: &diagnostics)
      }
      return false
    }
    guard cursor.cellCount <= limits.columns else {
      diagnostics.report(.tooManyColumns(cursor.cellCount, limit: limits.columns, path))
      return false
    }
    headerCellCount = cursor.cellCount
    var seen: Set<HeaderName> = []
    for cell in 0..<cursor.cellCount {
      let name = HeaderName(String(decoding: cursor.cell(cell), as: UTF8.self))
      if name.text.isEmpty { continue }
      guard seen.insert(name).inserted else {
        diagnostics.report(.duplicateHeader(name.text, at: place(cursor.line, name.text)))
        continue
      }
      header.append(name.text)
      columns.append(cell)
    }
    if header.isEmpty { diagnostics.report(.emptyTable(path)) }
    return !header.isEmpty
  }

  private mutating func readRow(_ cursor: borrowing CSVCursor, into diagnostics: inout Diagnostics)
  {
    if let column = cursor.looseQuoteColumn {
      diagnostics.report(.textAfterQuote(at: place(cursor.line, name(ofCell: column))))
      // The quote that closes belongs to another row: nobody knows how many rows the cell has swallowed.
      if cursor.spansLines { isWhole = false }
    }
    if cursor.cellCount < headerCellCount {
      diagnostics.report(
        .shortRow(
          cursor.cellCount, headerCellCount,
          at: place(cursor.line, name(ofCell: cursor.cellCount))))
    }
    for cell in 0..<min(headerCellCount, cursor.cellCount) { keep(cell, of: cursor) }
    // Empty cells behind the last column are what a spreadsheet writes for a wide sheet.
    let extra = headerCellCount..<max(headerCellCount, cursor.cellCount)
    if cursor.hasContentBehindColumns
      || extra.prefix(limits.columns).contains(where: { !cursor.cell($0).isEmpty })
    {
      overlongRows.append(lines.count)
      diagnostics.report(
        .overlongRow(cursor.cellCount, headerCellCount, at: place(cursor.line, "+")))
    }
    lines.append(cursor.line)
    rowStarts.append(UInt32(clamping: starts.count))
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

  private mutating func reportStop(_ stop: CSVCursor.Stop?, into diagnostics: inout Diagnostics) {
    switch stop {
    case .endOfText, nil: return
    case .unclosedQuote(let line, let column):
      diagnostics.report(.unclosedQuote(at: place(line, name(ofCell: column))))
    case .cellTooLarge(let line, let column):
      diagnostics.report(.cellTooLarge(limit: limits.cell, at: place(line, name(ofCell: column))))
    case .lineTooLarge(let line):
      diagnostics.report(.lineTooLarge(limit: limits.line, at: place(line, "-")))
    }
    isWhole = false
  }

  private func place(_ line: Int, _ column: String) -> Place {
    .cell(file: path, line: line, column: column)
  }

  /// The header over a cell, or its number from 1.
  private func name(ofCell cell: Int) -> String {
    columns.firstIndex(of: cell).map { header[$0] } ?? "\(cell + 1)"
  }
}
