import Diagnostics
import Formats
import Rubrics
import Values

/// Tells records from totals and blank rows among the rows of one subject, by the sieve that tells those of a bundle.
///
/// A row without anything but its key is none whatever stands beside it; the sieve is asked where a row gives it a reason.
struct SubjectSieve {
  let glance: RowGlance
  private let reader: TableReader
  private let columns: [(column: RecordSieve.Column, cell: Int)]

  /// Of the rows of a file under its header; the cell at `key` says whose a row is, and is no content.
  init(_ reader: TableReader, header: [String], key: Int) {
    self.reader = reader
    glance = RowGlance(reader, header: header, key: key)
    let declared = Dictionary(
      zip(reader.places(in: header), reader.columns).compactMap { place, one in
        place.map { ($0, one) }
      }, uniquingKeysWith: { first, _ in first })
    columns = header.enumerated().filter { $0.offset != key }.map { cell, name in
      (RecordSieve.Column(name, declared[cell].map(RecordSieve.Column.Declared.init)), cell)
    }
  }

  /// What each row is that is no ordinary record, by its number from 0.
  func fates(_ count: Int, _ cell: (_ row: Int, _ cell: Int) -> String) -> [Int: RowFate] {
    var fates: [Int: RowFate] = [:]
    var kept: [Int] = []
    var isOdd = false
    var bare = 0
    for row in 0..<count {
      switch glance.look({ cell(row, $0) }) {
      case .empty:
        fates[row] = .noRecord(.blank)
        continue
      case .odd: isOdd = true
      case .bare: bare += 1
      case .record: break
      }
      kept.append(row)
    }
    guard isOdd || RowGlance.areFew(bare, of: kept.count) else { return fates }
    var found: [Int: RowFate] = [:]
    withoutActuallyEscaping(cell) { cell in
      found = RecordSieve.fates(
        of: columns.map(\.column), isSurvey: reader.isSurvey, isUnderHeader: false,
        rowCount: kept.count
      ) { cell(kept[$0], columns[$1].cell) }
    }
    if reader.declaration.takesAllRows { found = RowRule.all.settle(found, lines: []) }
    for (row, fate) in found { fates[kept[row]] = fate }
    return fates
  }
}

/// What the sieve has told of the rows of a portfolio's table.
struct SiftedRows {
  /// By subject whose rows are not all records: its rows as expressions see them.
  var given: [Int: Value] = [:]
  /// By fate: the lines of the file, and how many there are.
  private var lines: [RowFate: (lines: [Int], count: Int)] = [:]

  mutating func note(_ fate: RowFate, _ line: Int) {
    lines[fate, default: ([], 0)].lines.append(line)
    lines[fate]?.count += 1
  }

  /// So many rows of one kind, of which some lines are known.
  mutating func note(_ fate: RowFate, _ some: [Int], count: Int) {
    guard count > 0 else { return }
    lines[fate, default: ([], 0)].lines += some
    lines[fate]?.count += count
  }

  mutating func add(_ other: SiftedRows) {
    given.merge(other.given) { first, _ in first }
    for (fate, some) in other.lines { note(fate, some.lines, count: some.count) }
  }

  /// Each kind of row once, with the lines on which they stand.
  func report(of declaration: TableDeclaration, _ path: String, into diagnostics: inout Diagnostics)
  {
    guard declaration.anonymousFrom == nil else {
      if lines.keys.contains(where: { $0 != .noRecord(.blank) }) {
        diagnostics.report(.anonymousRows(path))
      }
      return
    }
    func rows(_ fate: RowFate) -> RowLines? {
      lines[fate].flatMap { RowLines($0.lines.sorted(), path, count: $0.count) }
    }
    for why in NoRecord.allCases {
      if let rows = rows(.noRecord(why)) { diagnostics.report(.noRecords(why, rows, .table)) }
    }
    for doubt in RowDoubt.allCases {
      if let rows = rows(.doubtful(doubt)) {
        diagnostics.report(.doubtfulRows(doubt, rows, canBeListed: false))
      }
    }
  }
}

extension TableReader {
  /// Rows of one subject as a list; those in doubt may or may not be in it.
  ///
  /// `values` are the typed rows of the table, of which the subject has `rows`; each fate is that of one of them.
  func list(
    _ values: Table, _ rows: [Int], _ fates: [Int: RowFate], _ line: (Int) -> Int
  ) -> Value {
    var certain: [Int32] = []
    var open: [Int32] = []
    var missing: [Missing] = []
    for (number, row) in rows.enumerated() {
      switch fates[number] {
      case nil: certain.append(Int32(truncatingIfNeeded: row))
      case .noRecord: continue
      case .doubtful:
        open.append(Int32(truncatingIfNeeded: row))
        if missing.count < Self.namedRows {
          missing.append(
            Missing(
              declaration.name, .doubtfulRows,
              place: SheetPath.line(line(number), of: values.file)))
        }
      }
    }
    guard !open.isEmpty else { return .list(.rows(Selection(values, rows: certain))) }
    return .list(.rows(Selection(values, rows: certain, openRows: open, missing: missing)))
  }

  /// The cells of rows as they were written, column by column; in columns that are `mixed` nobody knows what numbers mean.
  func values(
    _ rows: [[String]], under header: [String], mixed: [Int], _ file: String,
    _ line: (Int) -> Int, at cell: (Int, String) -> Place
  ) -> Table {
    let places = places(in: header)
    let typed = columns.enumerated().map { index, reader -> Table.Column in
      let column = reader.declaration
      let name = "\(declaration.name).\(column.name)"
      guard let place = places[index] else {
        return Table.Column(
          column.name, rows.map { _ in reader.absent(named: name, .absent) })
      }
      let isMixed = mixed.contains(index)
      return Table.Column(
        column.name,
        rows.enumerated().map { row, cells -> Value in
          let at = cell(row, column.name)
          switch reader.read(cells[place], named: name, at: at) {
          case .absent(let value): return value
          case .value(let value, let notes):
            return isMixed && ScaleSide(value, notes) != nil
              ? reader.unreadable(named: name, at) : value
          case .unreadable(let unknown, _): return unknown
          }
        })
    }
    return Table(
      name: declaration.name, file: file, columns: typed, rowCount: rows.count,
      lines: rows.indices.map(line))
  }
}
