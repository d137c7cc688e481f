import Diagnostics
import Formats
import Rubrics
import Values

/// Which rows of a table are records, and of which nobody has said it.
struct TableRows: Sendable {
  let certain: [Int]
  let open: [Int]
  let missing: [Missing]
  /// Rows that say something and are no records, where anybody may know on which lines they stand.
  var leftOut: [Int] = []

  /// Those of the rows that are among `rows`.
  func among(_ rows: [Int]?) -> TableRows {
    guard let rows else { return self }
    let wanted = Set(rows)
    return TableRows(
      certain: certain.filter(wanted.contains), open: open.filter(wanted.contains),
      missing: missing, leftOut: leftOut)
  }
}

extension TableReader {
  /// So many open rows are named one by one to whoever asks what is missing.
  static let namedRows = 8

  /// Tells records from totals, headers, notes and blank rows, and says what it found.
  func rows(of table: WrittenTable, into diagnostics: inout Diagnostics) -> TableRows {
    let fates = fates(of: table, into: &diagnostics)
    guard !fates.isEmpty else {
      return TableRows(certain: Array(0..<table.rowCount), open: [], missing: [])
    }
    report(fates, of: table, into: &diagnostics)
    return rows(of: table, fates)
  }

  /// The rows of a table of each of which it is known what it is.
  func rows(of table: WrittenTable, _ fates: [Int: RowFate]) -> TableRows {
    var certain: [Int] = []
    var open: [Int] = []
    for row in 0..<table.rowCount {
      switch fates[row] {
      case nil: certain.append(row)
      case .noRecord: continue
      case .doubtful: open.append(row)
      }
    }
    let isAnonymous = declaration.anonymousFrom != nil
    let named = isAnonymous ? open.prefix(1) : open.prefix(Self.namedRows)
    return TableRows(
      certain: certain, open: open,
      missing: named.map { row in
        Missing(
          declaration.name, .doubtfulRows,
          place: isAnonymous ? nil : table.linePlace(row))
      },
      leftOut: isAnonymous
        ? []
        : (0..<table.rowCount).filter { row in
          if case .noRecord(let why) = fates[row] { why != .blank } else { false }
        })
  }

  private func fates(
    of table: WrittenTable, into diagnostics: inout Diagnostics
  ) -> [Int: RowFate] {
    if let told = table.fates { return told }
    let looks = looks(of: table)
    let fates = settled(looks, of: table)
    if case .listed = table.rule {
      for (row, fate) in fates where fate == .noRecord(.declared) && looks[row] == nil {
        diagnostics.report(.recordLeftOut(at: table.shownPlace(row, column: "-")))
      }
    }
    return fates
  }

  /// What the rows are as they stand, besides ordinary records.
  func fates(of table: WrittenTable) -> [Int: RowFate] {
    table.fates ?? settled(looks(of: table), of: table)
  }

  private func looks(of table: WrittenTable) -> [Int: RowFate] {
    let places = columns.map { table.columnIndex(named: $0.declaration.fileNames) }
    let declared = Dictionary(
      zip(places, columns).compactMap { place, reader in place.map { ($0, reader) } },
      uniquingKeysWith: { first, _ in first })
    let sieved = table.header.enumerated().map { column, header in
      RecordSieve.Column(header, declared[column].map(RecordSieve.Column.Declared.init))
    }
    return RecordSieve.fates(
      of: sieved, isSurvey: isSurvey, rowCount: table.rowCount, cell: table.cell)
  }

  /// By what the declaration and the bundle say of the rows.
  private func settled(_ looks: [Int: RowFate], of table: WrittenTable) -> [Int: RowFate] {
    guard !declaration.takesAllRows else { return RowRule.all.settle(looks, lines: table.lines) }
    var fates = table.rule.settle(looks, lines: table.lines)
    // Nobody knows which cell of such a row belongs where, so it proves nothing.
    for row in table.overlongRows {
      if case .noRecord(.total) = fates[row] { fates[row] = .doubtful(.totalLabel) }
    }
    return fates
  }

  /// Each kind of row once, with the lines on which they stand.
  private func report(
    _ fates: [Int: RowFate], of table: WrittenTable, into diagnostics: inout Diagnostics
  ) {
    // Where in an anonymous survey a row stands is nobody's business.
    guard declaration.anonymousFrom == nil else {
      if fates.values.contains(where: { $0 != .noRecord(.blank) }) {
        diagnostics.report(.anonymousRows(table.shownFile))
      }
      return
    }
    let ordered = fates.sorted { $0.key < $1.key }
    func lines(_ fate: RowFate) -> RowLines? {
      RowLines(
        ordered.filter { $0.value == fate }.map { table.line($0.key) }, table.shownFile,
        sheet: table.sheet)
    }
    for why in NoRecord.allCases {
      if let lines = lines(.noRecord(why)) { diagnostics.report(.noRecords(why, lines)) }
    }
    for doubt in RowDoubt.allCases {
      if let lines = lines(.doubtful(doubt)) {
        diagnostics.report(.doubtfulRows(doubt, lines, canBeListed: table.isFile))
      }
    }
  }

  /// The rows as a list; those in doubt may or may not be in it.
  func list(
    _ table: WrittenTable, _ rows: TableRows, into diagnostics: inout Diagnostics
  ) -> Value {
    guard !rows.open.isEmpty else {
      return .list(
        .rows(
          Selection(
            typed(table, rows: rows.certain, leftOut: rows.leftOut, into: &diagnostics))))
    }
    let all = (rows.certain + rows.open).sorted()
    let isOpen = Set(rows.open)
    let indices = all.indices.map(Int32.init)
    return .list(
      .rows(
        Selection(
          typed(table, rows: all, leftOut: rows.leftOut, quiet: isOpen, into: &diagnostics),
          rows: indices.filter { !isOpen.contains(all[Int($0)]) },
          openRows: indices.filter { isOpen.contains(all[Int($0)]) }, missing: rows.missing)))
  }
}

/// Lines of one file that are told together.
struct RowLines: Sendable {
  /// Some of them, where they are very many.
  let lines: [Int]
  let count: Int
  let file: String
  /// Of which they are rows.
  let sheet: String?

  /// - Returns: `nil` without lines.
  init?(_ lines: [Int], _ file: String, count: Int? = nil, sheet: String? = nil) {
    guard !lines.isEmpty else { return nil }
    self.sheet = sheet
    self.lines = lines
    self.count = count ?? lines.count
    self.file = file
  }

  var place: Place {
    let line = lines.first ?? 1
    return sheet.map { .sheet(SheetPlace(shown: file, sheet: $0, row: line)) }
      ?? .cell(file: file, line: line, column: "-")
  }
}

extension RecordSieve.Column.Declared {
  init(_ reader: DeclaredReader) {
    let declaration = reader.declaration
    let isMeaningful =
      switch declaration.absent {
      case .unknown: false
      case .null, .value: true
      }
    self.init(
      kind: CellKind(declaration.shape), allowed: declaration.allowed, blanks: declaration.blanks,
      isMeaningfulWhenBlank: isMeaningful, names: declaration.fileNames, fits: reader.fits)
  }
}

extension WrittenTable {
  /// A file of a bundle, which can say what its rows are.
  var isFile: Bool { if case .csv = cells { true } else { false } }
}
