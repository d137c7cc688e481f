import Diagnostics
import Formats
import Rubrics
import Values

/// Reads the rows of one declared table into typed columns.
struct TableReader: Sendable {
  let declaration: TableDeclaration
  let columns: [DeclaredReader]
  let isSurvey: Bool
  /// The columns of which some expression wants to know which texts differ, as `table.column`.
  private let toldApart: Set<String>

  init(
    _ declaration: TableDeclaration, isSurvey: Bool = false, toldApart: Set<String> = []
  ) {
    self.declaration = declaration
    self.toldApart = toldApart
    self.isSurvey = isSurvey
    columns = declaration.columns.map(DeclaredReader.init)
  }

  /// The rows that concern us (`nil`: all) as a list, or an unknown where there is no file.
  func read(
    _ table: WrittenTable?, rows: [Int]? = nil, absence: Missing.Cause = .noTable,
    into diagnostics: inout Diagnostics
  ) -> Value {
    guard let table else {
      return .unknown(
        Unknown(Bounds(of: declaration.shape), missing: [Missing(declaration.name, absence)]))
    }
    guard table.isWhole, hasRoom(for: table, into: &diagnostics) else { return unreadable(table) }
    if table.isSettled {
      let filled = filledDown(table)
      if let place = filled.unowned { return unowned(at: place) }
      // A part of a file without any declared column tells nothing, not even how many rows there are.
      if !columns.isEmpty, places(in: table.header).allSatisfy({ $0 == nil }) {
        return unreadable(table)
      }
      if rows?.isEmpty != true { reportMissingColumns(of: filled, into: &diagnostics) }
      if let fates = filled.fates {
        return list(filled, self.rows(of: filled, fates).among(rows), into: &diagnostics)
      }
      return .list(.rows(Selection(typed(filled, rows: rows, into: &diagnostics))))
    }
    guard let headed = headed(table, into: &diagnostics) else { return unreadable(table) }
    if rows?.isEmpty != true { reportMissingColumns(of: headed, into: &diagnostics) }
    let filled = filledDown(headed)
    return list(
      filled, self.rows(of: filled, into: &diagnostics).among(rows), into: &diagnostics)
  }

  /// So many typed cells of one table fit into the memory that scoring one subject may take.
  private static let mostCells = 1 << 24

  /// Whether the rows have room in memory: each takes one for every declared column, however short it is written.
  private func hasRoom(for table: WrittenTable, into diagnostics: inout Diagnostics) -> Bool {
    let cells = table.rowCount.multipliedReportingOverflow(by: columns.count)
    guard cells.overflow || cells.partialValue > Self.mostCells else { return true }
    diagnostics.report(
      .tooManyCells(
        rows: table.rowCount, columns: columns.count, limit: Self.mostCells, table.shownFile))
    return false
  }

  /// What is told of a table of which nothing is known but that it is there.
  func unreadable(_ table: WrittenTable) -> Value {
    .unknown(
      Unknown(
        Bounds(of: declaration.shape),
        missing: [Missing(declaration.name, .unreadable, place: table.file)]))
  }

  /// The answers of a survey; too few of an anonymous one are not even looked at.
  func readAnswers(_ table: WrittenTable?, into diagnostics: inout Diagnostics) -> Value {
    guard let least = declaration.anonymousFrom, let table else {
      return read(table, into: &diagnostics)
    }
    var hints = Diagnostics()
    guard table.isWhole, table.rowCount >= least else { return withheld }
    guard hasRoom(for: table, into: &diagnostics) else { return unreadable(table) }
    guard let table = headed(table, into: &hints) else {
      diagnostics.append(hints)
      return unreadable(table)
    }
    diagnostics.append(hints)
    let rows = rows(of: table, into: &diagnostics)
    guard rows.certain.count >= least else { return withheld }
    reportMissingColumns(of: table, into: &diagnostics)
    // Where a faulty answer stands is nobody's business: one remark about the file says all.
    var faults = Diagnostics()
    let answers = list(table, rows, into: &faults)
    if !faults.isEmpty { diagnostics.report(.anonymousUnreadable(table.shownFile)) }
    return answers
  }

  /// What is told of an anonymous survey with too few answers.
  var withheld: Value {
    .unknown(
      Unknown(
        Bounds(of: declaration.shape), missing: [Missing(declaration.name, .tooFewAnswers)]))
  }

  /// A table without rows lacks nothing; in another, what is missing may be what somebody misspelt.
  func reportMissingColumns(of table: WrittenTable, into diagnostics: inout Diagnostics) {
    guard table.rowCount > 0 else { return }
    let places = columns.map { table.columnIndex(named: $0.declaration.fileNames) }
    let found = HeaderFace(table.header, read: Set(places.compactMap(\.self)))
    for (reader, place) in zip(columns, places) where place == nil {
      diagnostics.report(
        .missingColumn(
          reader.declaration.name, headers: reader.declaration.headers, of: table.shownFile,
          among: found, table.mayLackColumns ? .given : .ofBundle))
    }
  }

  func isToldApart(_ column: Declaration) -> Bool {
    toldApart.contains("\(declaration.name).\(column.name)")
  }

  /// The cells of so many rows; of `quiet` ones nobody is told that a cell does not fit.
  ///
  /// Where the rows are of many subjects, texts of different ones may be alike.
  func typed(
    _ table: WrittenTable, rows: [Int]?, leftOut: [Int] = [], quiet: Set<Int> = [],
    areOfOne: Bool = true,
    into diagnostics: inout Diagnostics
  ) -> Table {
    let rows = rows ?? Array(0..<table.rowCount)
    let hidesPlaces = declaration.anonymousFrom != nil
    let overlong = table.overlongRows
    let typed = columns.map { reader -> Table.Column in
      let column = reader.declaration
      let name = "\(declaration.name).\(column.name)"
      guard let index = table.columnIndex(named: column.fileNames) else {
        // Who does not know that a column is missing does not know that its cells are empty.
        let absent =
          table.mayLackColumns
          ? reader.absent(named: name, .absent) : reader.unknown(named: name)
        return Table.Column(column.name, Array(repeating: absent, count: rows.count))
      }
      let twins = table.columnsAlike(named: column.fileNames)
      if !twins.isEmpty {
        diagnostics.report(
          .columnTwice(
            column.name, twins.map { $0 + 1 }, at: .file(table.shownFile)))
        let unknown = Value.unknown(
          Unknown(column.bounds, missing: [Missing(name, .columnTwice, place: table.file)]))
        return Table.Column(column.name, Array(repeating: unknown, count: rows.count))
      }
      let place = { row in hidesPlaces ? nil : table.place(row, column: column.name, at: index) }
      var doubts = ColumnDoubts(reader)
      var unknown = UnknownCells(named: name, column.bounds)
      var values = rows.enumerated().map { offset, row -> Value in
        if overlong.contains(row) { return unknown.value(.unreadable, at: place(row)) }
        let cell = table.cell(row, index)
        let shown = { table.shownPlace(row, column: column.name, at: index) }
        switch reader.read(cell, as: &unknown, at: place(row)) {
        case .absent(let value): return value
        case .value(let value, let notes):
          if !quiet.contains(row) { doubts.take(value, notes, cell, row: offset, at: shown) }
          return value
        case .unreadable(let unknown, let fault):
          // A label is told with its row.
          if !quiet.contains(row), !declaration.isTold(cell), !doubts.take(fault, cell, at: shown) {
            diagnostics.report(.unfittingCell(fault, of: column, holding: cell, at: shown()))
          }
          return unknown
        }
      }
      for offset in doubts.report(into: &diagnostics) {
        values[offset] = unknown.value(.unreadable, at: place(rows[offset]))
      }
      let alike = AlikeTexts(of: column, values)
      if areOfOne, isToldApart(column), let pair = alike.firstPair {
        let first = table.shownPlace(rows[pair.first], column: column.name, at: index)
        let other = table.shownPlace(rows[pair.other], column: column.name, at: index)
        diagnostics.report(
          hidesPlaces
            ? .textsAlike(name, at: .file(table.shownFile), first: nil)
            : .textsAlike(name, at: other, first: first))
      }
      return Table.Column(column.name, values, alike: alike.groups)
    }
    return Table(
      name: declaration.name, file: table.file, columns: typed, rowCount: rows.count,
      lines: rows.map { table.lines.indices.contains($0) ? table.lines[$0] : $0 + 1 },
      leftOut: leftOut.map(table.line))
  }
}

extension TableDeclaration {
  /// The type of the table in expressions.
  var shape: Shape {
    .list(.context(columns.map { Shape.Field($0.name, $0.shape) }))
  }

  /// Whether a cell that does not fit is the label of a row that is told as a total.
  func isTold(_ cell: String) -> Bool {
    !takesAllRows && RowLabels.isTotal(cell) && RowLabels.total(cell)?.isWeak == false
  }
}

extension DeclaredReader {
  func unreadable(named name: String, _ place: Place?) -> Value {
    .unknown(
      Unknown(
        declaration.bounds, missing: [Missing(name, .unreadable, place: place?.description)]))
  }
}

extension EvidenceReader {
  /// Reads one declared table where its origin says; of a party's table only the rows about us.
  func read(
    _ declaration: TableDeclaration, _ reader: TableReader, _ source: EvidenceSource,
    _ setting: EvidenceSetting, into diagnostics: inout Diagnostics
  ) -> Value {
    let file = HeaderName(declaration.fileName)
    if setting.ignoresOrigins {
      let named = source.tables[HeaderName(declaration.name)] ?? source.tables[file]
      return reader.read(named, into: &diagnostics)
    }
    switch declaration.origin {
    case .round:
      return reader.read(setting.roundTables[file] ?? source.tables[file], into: &diagnostics)
    // A result and an attribute have no rows: no table is declared to be one.
    case .bundle, .reference, .result, .subject:
      return reader.read(declaration.found(in: source.tables), into: &diagnostics)
    case .party(let role):
      guard let party = setting.parties[role] else {
        return reader.read(nil, absence: .noParty, into: &diagnostics)
      }
      guard let table = declaration.found(in: party.tables) else {
        return reader.read(nil, into: &diagnostics)
      }
      return read(table, in: setting, reader, into: &diagnostics)
    }
  }
}
