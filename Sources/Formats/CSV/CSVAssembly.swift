import Diagnostics

/// Puts the records of a file together to a table, and reports what does not fit its header.
struct CSVAssembly {
  let path: String
  let encoding: TextEncoding
  let limits: CSVReader.Limits

  private var header: [String] = []
  private var columns: [Int] = []
  private var headerCellCount = 0
  private var lines: [Int] = []
  private var rowStarts: [UInt32] = [0]
  private var overlongRows: [Int] = []
  private var blankRows: [Int] = []

  init(path: String, encoding: TextEncoding, limits: CSVReader.Limits) {
    self.path = path
    self.encoding = encoding
    self.limits = limits
  }

  /// - Returns: `nil` without a header.
  mutating func read(
    _ bytes: UnsafeBufferPointer<UInt8>, into diagnostics: inout Diagnostics
  ) -> CSVTable? {
    var scanner = CSVScanner(bytes, separator: separator(of: bytes), limits: limits)
    guard readHeader(&scanner, into: &diagnostics) else { return nil }
    while let record = scanner.next() {
      let first = Int(rowStarts[rowStarts.count - 1])
      if record.isBlank {
        // A line of separators is what a spreadsheet leaves of a deleted row.
        if record.cellCount > 1 { blankRows.append(record.line) }
        scanner.cellEnds.removeLast(scanner.cellEnds.count - first)
        continue
      }
      keep(record, &scanner, first, into: &diagnostics)
    }
    reportStop(scanner.stop, into: &diagnostics)
    if let first = blankRows.first {
      diagnostics.report(.blankRows(blankRows.count, at: place(first, "-")))
    }
    return CSVTable(
      path: path, header: header, encoding: encoding, lines: lines, overlongRows: overlongRows,
      cellText: scanner.cellText, cellEnds: scanner.cellEnds, rowStarts: rowStarts,
      columns: columns)
  }

  /// A tab where the file is named so, or where its first line has tabs and no commas.
  private func separator(of bytes: UnsafeBufferPointer<UInt8>) -> UInt8 {
    let firstLine = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
    let isNamedTabs = path.hasSuffix(".tsv") || path.hasSuffix(".tab")
    return isNamedTabs || (firstLine.contains(0x09) && !firstLine.contains(0x2C)) ? 0x09 : 0x2C
  }

  private mutating func readHeader(
    _ scanner: inout CSVScanner, into diagnostics: inout Diagnostics
  ) -> Bool {
    var record = scanner.next()
    while record?.isBlank == true {
      scanner.cellEnds.removeAll()
      record = scanner.next()
    }
    guard let record else {
      if case .endOfText = scanner.stop {
        diagnostics.report(.emptyTable(path))
      } else {
        reportStop(scanner.stop, into: &diagnostics)
      }
      return false
    }
    guard record.cellCount <= limits.columns else {
      diagnostics.report(.tooManyColumns(record.cellCount, limit: limits.columns, path))
      return false
    }
    headerCellCount = record.cellCount
    var seen: Set<HeaderName> = []
    var start = 0
    for (cell, end) in scanner.cellEnds.enumerated() {
      let name = HeaderName(String(decoding: scanner.cellText[start..<Int(end)], as: UTF8.self))
      start = Int(end)
      if name.text.isEmpty { continue }
      guard seen.insert(name).inserted else {
        diagnostics.report(.duplicateHeader(name.text, at: place(record.line, name.text)))
        continue
      }
      header.append(name.text)
      columns.append(cell)
    }
    scanner.cellEnds.removeAll()
    scanner.cellText.removeAll(keepingCapacity: true)
    if header.isEmpty { diagnostics.report(.emptyTable(path)) }
    return !header.isEmpty
  }

  private mutating func keep(
    _ record: CSVScanner.Record,
    _ scanner: inout CSVScanner,
    _ first: Int,
    into diagnostics: inout Diagnostics
  ) {
    if let column = record.looseQuoteColumn {
      diagnostics.report(.textAfterQuote(at: place(record.line, name(ofCell: column))))
    }
    if record.cellCount > headerCellCount {
      // Empty cells behind the last column are what a spreadsheet writes for a wide sheet.
      let extra = scanner.cellEnds[(first + headerCellCount - 1)...]
      if extra.first != extra.last {
        overlongRows.append(lines.count)
        diagnostics.report(
          .overlongRow(record.cellCount, headerCellCount, at: place(record.line, "+")))
      }
      scanner.cellEnds.removeLast(record.cellCount - headerCellCount)
    } else if record.cellCount < headerCellCount {
      diagnostics.report(
        .shortRow(
          record.cellCount, headerCellCount,
          at: place(record.line, name(ofCell: record.cellCount))))
    }
    lines.append(record.line)
    rowStarts.append(UInt32(clamping: scanner.cellEnds.count))
  }

  private func reportStop(_ stop: CSVScanner.Stop?, into diagnostics: inout Diagnostics) {
    switch stop {
    case .endOfText, nil: break
    case .unclosedQuote(let line, let column):
      diagnostics.report(.unclosedQuote(at: place(line, name(ofCell: column))))
    case .cellTooLarge(let line, let column):
      diagnostics.report(.cellTooLarge(limit: limits.cell, at: place(line, name(ofCell: column))))
    case .lineTooLarge(let line):
      diagnostics.report(.lineTooLarge(limit: limits.line, at: place(line, "-")))
    }
  }

  private func place(_ line: Int, _ column: String) -> Place {
    .cell(file: path, line: line, column: column)
  }

  /// The header over a cell, or its number from 1.
  private func name(ofCell cell: Int) -> String {
    columns.firstIndex(of: cell).map { header[$0] } ?? "\(cell + 1)"
  }
}
