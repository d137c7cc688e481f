import Diagnostics
import Formats
import Rubrics
import Values

/// A row of a broken form, by its number.
struct BrokenFact {
  let index: Int
  let row: BrokenRow
}

/// The rows of a file of facts in the order of the file, as columns.
struct FactTable {
  private enum Lines {
    case listed([Int])
    case assembled(FactAssembly)
  }

  /// Of the rows.
  let keys: DistinctKeys
  /// By declared fact.
  let columns: [Column]
  /// Rows whose form is broken, in the order of the file; `nil` where they are too many to be kept.
  let broken: [BrokenFact]?
  let owners: BrokenOwners
  /// Rows whose keys name no subject, or perhaps none.
  let noSubjects: FactRows
  private let lines: Lines

  /// Rows that say something and not whose they are.
  var rowsWithoutKey: [Int] {
    let told = Set(
      (broken ?? []).map(\.index)
        + noSubjects.all.filter { $0.kind != .nameless }.map(\.row))
    return keys.texts.indices.filter { keys.texts[$0].isEmpty && !told.contains($0) }
  }

  /// The line of the file on which a row begins.
  func line(of row: Int) -> Int {
    switch lines {
    case .listed(let lines): lines[row]
    case .assembled(let assembly): assembly.line(of: row)
    }
  }
}

extension FactTable {
  /// Reads a file that has column `key`.
  ///
  /// - Returns: `nil` where the file failed, or is not UTF-8; what there is to tell was reported but for that.
  static func read(
    _ file: BlockReader, key: Int, _ owners: BrokenOwners, _ readers: [DeclaredReader],
    threads: Int, _ budget: MemoryBudget = MemoryBudget(nil), progress: ReadingProgress?,
    into diagnostics: inout Diagnostics
  ) -> (table: FactTable?, reading: BlockReading) {
    var wanted = [key]
    var own: [DeclaredReader] = []
    let sources = readers.map { reader -> Int? in
      let declaration = reader.declaration
      guard let index = file.columnIndex(named: declaration.fileNames) else { return nil }
      wanted.append(index)
      own.append(reader)
      return own.count - 1
    }
    let takers = (0..<threads).map { _ in
      FactTaker(own, key: file.names[key], threads: threads, budget)
    }
    let reading = file.read(wanted, by: takers, progress: progress)
    guard !reading.isForeign, reading.failure == nil else { return (nil, reading) }
    if let limit = budget.limit, let culprit = budget.culprit {
      diagnostics.report(.memoryExceeded(culprit, limit: limit, file.path))
      return (nil, reading)
    }
    reading.reportFaults(into: &diagnostics)
    guard reading.isWhole else { return (nil, reading) }
    let assembly = FactAssembly(takers, reading)
    let broken = reading.brokenRows.map { rows in
      rows.compactMap { broken in
        assembly.row(at: broken.line).map { BrokenFact(index: $0, row: broken.row) }
      }
    }
    let keyless = (broken ?? []).filter { owners.mayBeShifted($0.row) }.map(\.index)
    let (keys, columns) = assembly.assembled(readers, sources: sources, keyless: Set(keyless))
    let headers = wanted.map { file.names[$0] }
    let noSubjects = FactRows(
      FactRows.Cells(
        key: (headers[0], keys.texts), facts: Array(zip(own, headers.dropFirst())),
        cell: assembly.text,
        hasLabels: own.enumerated().contains { source, reader in
          reader.isFreeText && assembly.hasText(source, RowLabels.isTotal)
        }, broken: Set((broken ?? []).map(\.index))))
    var faults = CellFaults()
    for taker in takers { faults.add(taker.faults) }
    let told = Set(noSubjects.all.map(\.row))
    if !told.isEmpty {
      faults = faults.without { line in assembly.row(at: line).map(told.contains) ?? false }
    }
    faults.report(of: own.map(\.declaration), in: reading, file.path, into: &diagnostics)
    for scales in assembly.mixedScales {
      diagnostics.report(.mixedScales(scales, of: own.map(\.declaration), in: reading))
    }
    return (
      FactTable(
        keys: keys.without(noSubjects.certain), columns: columns, broken: broken, owners: owners,
        noSubjects: noSubjects, lines: .assembled(assembly)),
      reading
    )
  }

  /// The same of a file that was read as a whole.
  init(
    _ table: CSVTable, key keyColumn: Int, keys: [String], _ owners: BrokenOwners,
    _ readers: [DeclaredReader], into diagnostics: inout Diagnostics
  ) {
    let written = WrittenTable(table, file: table.path)
    let broken = table.brokenRows.map { rows in
      rows.compactMap { row in
        table.lines.firstIndex(of: row.line).map { BrokenFact(index: $0, row: row) }
      }
    }
    var keys = keys
    for one in broken ?? [] where owners.mayBeShifted(one.row) { keys[one.index] = "" }
    self.broken = broken
    self.owners = owners
    lines = .listed(table.lines)
    let overlong = written.overlongRows
    noSubjects = FactRows(
      Self.cells(of: written, keyColumn, keys, readers, broken: Set((broken ?? []).map(\.index))))
    self.keys = DistinctKeys(keys).without(noSubjects.certain)
    let told = Set(noSubjects.all.map(\.row))
    columns = readers.map { reader in
      let declaration = reader.declaration
      let name = declaration.name
      guard let column = written.columnIndex(named: declaration.fileNames) else {
        let absent = reader.absent(named: name, .absent)
        return ColumnBuilder(repeatElement(absent, count: written.rowCount)).column
      }
      var doubts = ColumnDoubts(reader)
      var values = (0..<written.rowCount).map { row -> Value in
        let place = written.place(row, column: name)
        if overlong.contains(row) { return reader.unreadable(named: name, place) }
        let cell = written.cell(row, column)
        switch reader.read(cell, named: name, at: place) {
        case .absent(let value): return value
        case .value(let value, let notes):
          doubts.take(value, notes, cell, row: row) { place }
          return value
        case .unreadable(let unknown, let fault):
          if !told.contains(row), !doubts.take(fault, cell, at: { place }) {
            diagnostics.report(
              .unfittingCell(fault, of: declaration, holding: cell, at: place))
          }
          return unknown
        }
      }
      for row in doubts.report(into: &diagnostics) {
        values[row] = reader.unreadable(named: name, written.place(row, column: name))
      }
      return ColumnBuilder(values).column
    }
  }

  private static func cells(
    of table: WrittenTable, _ key: Int, _ keys: [String], _ readers: [DeclaredReader],
    broken: Set<Int>
  ) -> FactRows.Cells {
    let known = readers.compactMap { reader in
      table.columnIndex(named: reader.declaration.fileNames).map { (reader: reader, column: $0) }
    }
    let overlong = table.overlongRows
    func cell(_ row: Int, _ column: Int) -> String {
      overlong.contains(row) ? "" : table.cell(row, column)
    }
    return FactRows.Cells(
      key: (table.header[key], keys), facts: known.map { ($0.reader, table.header[$0.column]) },
      cell: { cell($0, known[$1].column) },
      hasLabels: known.contains { reader, column in
        reader.isFreeText
          && (0..<table.rowCount).contains { RowLabels.isTotal(cell($0, column)) }
      }, broken: broken)
  }
}
