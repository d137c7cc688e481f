import Diagnostics

/// The first record of a table: what its columns are called.
package struct CSVHeader: Sendable {
  /// Without blanks around; unique.
  package private(set) var names: [String] = []
  /// For each name the cell of a row that it stands over; not all, where a name stands twice.
  private(set) var cells: [Int] = []
  /// How many cells a row should have.
  private(set) var cellCount = 0

  /// The header over a cell, or its number from 1.
  func name(ofCell cell: Int) -> String {
    cells.firstIndex(of: cell).map { names[$0] } ?? "\(cell + 1)"
  }

  /// A tab where the file is named so, or where its first line has tabs and no commas.
  static func separator(of bytes: UnsafeBufferPointer<UInt8>, path: String) -> UInt8 {
    let firstLine = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
    let isNamedTabs = path.hasSuffix(".tsv") || path.hasSuffix(".tab")
    return isNamedTabs || (firstLine.contains(0x09) && !firstLine.contains(0x2C)) ? 0x09 : 0x2C
  }

  /// The first record that is not blank.
  ///
  /// - Returns: `nil` where there is none that could be a header, which was reported.
  static func read(
    _ cursor: inout CSVCursor, path: String, limits: CSVReader.Limits,
    into diagnostics: inout Diagnostics
  ) -> CSVHeader? {
    var isThere = cursor.next()
    while isThere, cursor.isBlank { isThere = cursor.next() }
    var header = CSVHeader()
    guard isThere else {
      if let fault = header.diagnostic(of: cursor.stop, path: path, limits: limits) {
        diagnostics.report(fault)
      } else {
        diagnostics.report(.emptyTable(path))
      }
      return nil
    }
    guard cursor.cellCount <= limits.columns else {
      diagnostics.report(.tooManyColumns(cursor.cellCount, limit: limits.columns, path))
      return nil
    }
    header.cellCount = cursor.cellCount
    var seen: Set<HeaderName> = []
    for cell in 0..<cursor.cellCount {
      let name = HeaderName.shown(String(decoding: cursor.cell(cell), as: UTF8.self))
      if name.isEmpty { continue }
      guard seen.insert(HeaderName(name)).inserted else {
        diagnostics.report(
          .duplicateHeader(name, at: .cell(file: path, line: cursor.line, column: name)))
        continue
      }
      header.names.append(name)
      header.cells.append(cell)
    }
    if header.names.isEmpty { diagnostics.report(.emptyTable(path)) }
    return header.names.isEmpty ? nil : header
  }

  /// What to say of the end of the records, where it came too early; lines of `stop` are counted from `firstLine`.
  func diagnostic(
    of stop: CSVCursor.Stop?, path: String, limits: CSVReader.Limits, firstLine: Int = 1
  ) -> Diagnostic? {
    func place(_ line: Int, _ column: String) -> Place {
      .cell(file: path, line: line + firstLine - 1, column: column)
    }
    return switch stop {
    case .endOfText, nil: nil
    case .unclosedQuote(let line, let cell):
      .unclosedQuote(at: place(line, name(ofCell: cell)))
    case .cellTooLarge(let line, let cell):
      .cellTooLarge(limit: limits.cell, at: place(line, name(ofCell: cell)))
    case .lineTooLarge(let line): .lineTooLarge(limit: limits.line, at: place(line, "-"))
    }
  }
}

/// What is the matter with the form of one row.
struct RowFault: Sendable {
  enum Kind: Sendable {
    case textAfterQuote(cell: Int)
    case short(cells: Int)
    case overlong(cells: Int)
  }

  let kind: Kind
  /// Counted from 1, in the file or in its block.
  let line: Int

  func diagnostic(under header: CSVHeader, path: String, firstLine: Int = 1) -> Diagnostic {
    func place(_ column: String) -> Place {
      .cell(file: path, line: line + firstLine - 1, column: column)
    }
    return switch kind {
    case .textAfterQuote(let cell): .textAfterQuote(at: place(header.name(ofCell: cell)))
    case .short(let cells):
      .shortRow(cells, header.cellCount, at: place(header.name(ofCell: cells)))
    case .overlong(let cells): .overlongRow(cells, header.cellCount, at: place("+"))
    }
  }

  /// The faults of the record at which `cursor` stands, in the order in which they are told.
  static func faults(
    of cursor: borrowing CSVCursor, under header: CSVHeader, limits: CSVReader.Limits
  ) -> [RowFault] {
    var faults: [RowFault] = []
    if let cell = cursor.looseQuoteColumn {
      faults.append(RowFault(kind: .textAfterQuote(cell: cell), line: cursor.line))
    }
    if cursor.cellCount < header.cellCount {
      faults.append(RowFault(kind: .short(cells: cursor.cellCount), line: cursor.line))
    }
    // Empty cells behind the last column are what a spreadsheet writes for a wide sheet.
    if cursor.cellCount > header.cellCount {
      let extra = (header.cellCount..<cursor.cellCount).prefix(limits.columns)
      if cursor.hasContentBehindColumns || extra.contains(where: { !cursor.cell($0).isEmpty }) {
        faults.append(RowFault(kind: .overlong(cells: cursor.cellCount), line: cursor.line))
      }
    }
    return faults
  }

  var isOverlong: Bool { if case .overlong = kind { true } else { false } }
}
