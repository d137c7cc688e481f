import Diagnostics

/// The record of a table that says what its columns are called.
package struct CSVHeader: Sendable {
  /// A name that stands over two columns: the first is taken, and whoever reads it must know.
  package struct Repeat: Sendable, Hashable {
    package let name: String
    /// Cells of a row, counted from 0.
    package let first: Int
    package let second: Int
  }

  /// Without blanks around; unique.
  package private(set) var names: [String] = []
  /// The same, as they are compared.
  package private(set) var comparedNames: [HeaderName] = []
  /// As they were written, for whoever shows them.
  package private(set) var written: [String] = []
  /// For each name the cell of a row that it stands over; not all, where a name stands twice.
  package private(set) var cells: [Int] = []
  /// How many cells a row should have.
  package private(set) var cellCount = 0
  /// The line on which it begins, counted from 1.
  package private(set) var line = 1
  package private(set) var repeats: [Repeat] = []
  /// How many records that hold something stand above it.
  package private(set) var recordsAbove = 0

  init() {}

  /// The cells of the record at `line` as names.
  init(_ texts: [String], line: Int) {
    cellCount = texts.count
    self.line = line
    var seen: [HeaderName: Int] = [:]
    for (cell, text) in texts.enumerated() {
      let name = HeaderName.shown(text)
      if name.isEmpty { continue }
      let compared = HeaderName(name)
      if let first = seen[compared] {
        repeats.append(Repeat(name: name, first: first, second: cell))
        continue
      }
      seen[compared] = cell
      names.append(name)
      comparedNames.append(compared)
      written.append(text)
      cells.append(cell)
    }
  }

  mutating func move(toLine line: Int) { self.line = line }

  /// All cells of its line; blank where it has none of its own.
  var writtenCells: [String] {
    var texts = Array(repeating: "", count: cellCount)
    for (cell, text) in zip(cells, written) { texts[cell] = text }
    return texts
  }

  /// The header over a cell, or its number from 1.
  func name(ofCell cell: Int) -> String {
    cells.firstIndex(of: cell).map { names[$0] } ?? "\(cell + 1)"
  }

  /// A tab where the file is named so, or where the first line has tabs and no commas; of so many lines the first that has one
  /// of them tells.
  static func separator(
    of bytes: UnsafeBufferPointer<UInt8>, path: String, lines: Int = 1
  ) -> UInt8 {
    if path.hasSuffix(".tsv") || path.hasSuffix(".tab") { return 0x09 }
    var rest = bytes[...]
    if let declared = declaredSeparator(rest.prefix { $0 != 0x0A && $0 != 0x0D }) {
      return declared
    }
    for _ in 0..<lines {
      let line = rest.prefix { $0 != 0x0A && $0 != 0x0D }
      if line.contains(0x2C) { return 0x2C }
      if line.contains(0x09) { return 0x09 }
      rest = rest[line.endIndex...].dropFirst()
    }
    return 0x2C
  }

  /// `sep=;`: the separator as spreadsheets write it above a table.
  private static func declaredSeparator(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> UInt8? {
    let mark = Array(line.prefix(8)).drop { $0 == 0xEF || $0 == 0xBB || $0 == 0xBF || $0 == 0x22 }
    guard mark.count > 4,
      String(decoding: mark.prefix(4), as: UTF8.self).lowercased() == "sep=",
      let separator = mark.dropFirst(4).first, [0x2C, 0x3B, 0x09, 0x7C].contains(separator)
    else { return nil }
    return separator
  }

  /// The first record that is not blank, behind `skipped` others.
  ///
  /// - Returns: `nil` where there is none that could be a header, which was reported.
  static func read(
    _ cursor: inout CSVCursor, skipping skipped: Int = 0, path: String, limits: CSVReader.Limits,
    into diagnostics: inout Diagnostics
  ) -> CSVHeader? {
    var isThere = cursor.nextWritten()
    var passed = 0
    while isThere, passed < skipped {
      passed += 1
      isThere = cursor.nextWritten()
    }
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
    header = CSVHeader(
      (0..<cursor.cellCount).map { String(decoding: cursor.cell($0), as: UTF8.self) },
      line: cursor.line)
    header.recordsAbove = passed
    if header.names.isEmpty { diagnostics.report(.emptyTable(path)) }
    return header.names.isEmpty ? nil : header
  }

  /// Reports every name that stands over two columns, for whoever does not know which of them are read.
  func reportRepeats(in path: String, into diagnostics: inout Diagnostics) {
    for one in repeats {
      diagnostics.report(
        .duplicateHeader(
          one.name, one.first + 1, one.second + 1,
          at: .cell(file: path, line: line, column: one.name)))
    }
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

extension CSVCursor {
  /// The next record that holds something and says more than how cells are separated.
  mutating func nextWritten() -> Bool {
    while next() { if !isBlank, !isSeparatorLine { return true } }
    return false
  }

  private var isSeparatorLine: Bool {
    guard line == 1, cellCount <= 2 else { return false }
    let mark = String(decoding: cell(0), as: UTF8.self).lowercased()
    return mark.hasPrefix("sep=") && mark.utf8.count <= 5
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

  /// About how many cells the row has.
  var isOfWidth: Bool { if case .textAfterQuote = kind { false } else { true } }

  var isOverlong: Bool { if case .overlong = kind { true } else { false } }

  /// Whether nobody knows for sure which cell of the row belongs where.
  var isBroken: Bool { if case .short = kind { false } else { true } }
}
