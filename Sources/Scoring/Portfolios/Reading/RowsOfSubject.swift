import Diagnostics
package import Formats
package import Rubrics
import Synchronization
import Values

/// Picks the rows of one subject out of a file of many, as written and with their lines.
package final class RowsOfSubject: BatchTaker {
  /// What is looked for, in a table of the rubric or in the facts.
  package struct Request: Sendable {
    package let subject: String
    let key: String
    /// `nil` for facts.
    let reader: TableReader?
    /// In what keys may differ and name one subject.
    let same: Set<FoldedName.Way>?
    /// Whether a key is another subject's.
    let isSubject: @Sendable (String) -> Bool

    package init(
      _ subject: String, key: String, in table: TableDeclaration?, isSurvey: Bool = false,
      same: Set<FoldedName.Way>? = nil,
      isSubject: @escaping @Sendable (String) -> Bool = { _ in false }
    ) {
      self.subject = subject
      self.key = key
      self.same = same
      reader = table.map { TableReader($0, isSurvey: isSurvey) }
      self.isSubject = isSubject
    }

    /// A table that must be read as a whole, because its rows take cells from those above.
    package var needsWholeFile: Bool { reader.map { !$0.declaration.fillDown.isNothing } ?? false }
  }

  fileprivate enum Kind {
    case own, unowned, other
    case alike(String)
  }

  private struct Row: Sendable {
    let line: BlockLine
    let cells: [String]
  }

  private struct Found: Sendable {
    var rows: [Row] = []
    var unowned: BlockLine?
    /// By key: the first row.
    var alike: [String: BlockLine] = [:]
  }

  private let request: Request
  private let keyColumn: Int
  private let columnCount: Int
  private let declared: DeclaredCells?
  private let found = Mutex(Found())

  private init(_ request: Request, keyColumn: Int, _ names: [String]) {
    self.request = request
    self.keyColumn = keyColumn
    columnCount = names.count
    declared = request.reader.map { reader in
      DeclaredCells(
        columns: zip(reader.columns, reader.places(in: names)).compactMap { one, place in
          place.map { (one, $0) }
        })
    }
  }

  package func take(_ batch: RowBatch) {
    let overlong = Set(batch.overlongRows)
    var own = Found()
    for row in 0..<batch.rowCount where !overlong.contains(row) {
      let cell = batch.cell(keyColumn, row)
      guard request.mayConcern(cell) else { continue }
      switch request.kind(of: String(decoding: cell, as: UTF8.self)) {
      case .own:
        let cells = (0..<columnCount).map { String(decoding: batch.cell($0, row), as: UTF8.self) }
        own.rows.append(Row(line: batch.line(row), cells: cells))
      case .unowned:
        guard own.unowned == nil, let declared, !declared.isBlank(row, of: batch) else { continue }
        own.unowned = batch.line(row)
      case .alike(let text): own.alike[text] = own.alike[text] ?? batch.line(row)
      case .other: continue
      }
    }
    found.withLock { found in
      found.rows += own.rows
      found.unowned = [found.unowned, own.unowned].compactMap(\.self).min()
      found.alike.merge(own.alike) { min($0, $1) }
    }
  }

  /// The rows of the subject in the file, in its order.
  ///
  /// - Returns: `nil` where the file has no column for the key, or cannot be read to its end.
  package static func read(
    _ request: Request, from file: BlockReader, threads: Int
  ) -> WrittenTable? {
    guard let keyColumn = file.columnIndex(named: [request.key]) else { return nil }
    let columns = Array(file.names.indices)
    let takers = (0..<max(1, threads)).map { _ in
      RowsOfSubject(request, keyColumn: keyColumn, file.names)
    }
    let reading = file.read(columns, by: takers)
    guard reading.isWhole, !reading.isForeign else { return nil }
    let all = takers.map { $0.found.withLock(\.self) }
    let rows = all.flatMap(\.rows).sorted { $0.line < $1.line }
    var table = WrittenTable(
      file: file.path, header: file.names, rows: rows.map(\.cells),
      lines: rows.map { reading.line($0.line) })
    table.sheetColumns = file.sheet.map { sheet in
      (sheet.sheet, file.header.cells.map { $0 + 1 })
    }
    let unowned = all.compactMap(\.unowned)
    // A small file is looked at as a whole, which may tell what such rows are.
    if !unowned.isEmpty, reading.byteCount <= UnownedFates.largestFile { return nil }
    let doubts =
      unowned
      + all.flatMap { $0.alike.filter { !request.isSubject($0.key) }.values }
    table.unowned = doubts.min().map { reading.place($0, column: request.key) }
    return request.settled(table, key: keyColumn)
  }

  /// The same of a file that was read whole, because it is not UTF-8 or its rows take cells from those above.
  package static func read(_ request: Request, from table: CSVTable) -> WrittenTable? {
    guard let keyColumn = table.columnIndex(named: [request.key]) else { return nil }
    var written = WrittenTable(table, file: table.path)
    if let reader = request.reader {
      written = reader.filledDown(written, key: keyColumn)
    }
    let declared = request.reader?.places(in: table.header)
    let overlong = written.overlongRows
    var own: [Int] = []
    var doubts: [Int] = []
    var unowned: [Int] = []
    for row in 0..<written.rowCount where !overlong.contains(row) {
      switch request.kind(of: written.cell(row, keyColumn)) {
      case .own: own.append(row)
      case .unowned:
        guard let reader = request.reader, let declared else { continue }
        if !reader.isBlank({ written.cell(row, $0) }, declared) { unowned.append(row) }
      case .alike(let text): if !request.isSubject(text) { doubts.append(row) }
      case .other: continue
      }
    }
    var found = WrittenTable(
      file: table.path, header: table.header,
      rows: own.map { row in table.header.indices.map { written.cell(row, $0) } },
      lines: own.map { table.lines[$0] })
    found.sheetColumns = written.sheet.map { sheet in
      (sheet, table.head.cells.map { $0 + 1 })
    }
    var lines = doubts.map(written.line)
    if let reader = request.reader {
      let told = UnownedFates(
        unowned.map(written.line), count: unowned.count,
        in: table.byteCount <= UnownedFates.largestFile ? written : nil, key: keyColumn, reader)
      lines += [told.firstOpen].compactMap(\.self)
    }
    found.unowned = lines.min().map {
      written.shownPlace(line: $0, column: request.key)
    }
    return request.settled(found, key: keyColumn)
  }
}

extension RowsOfSubject.Request {
  /// The rows with what the sieve tells of them.
  fileprivate func settled(_ table: WrittenTable, key: Int) -> WrittenTable {
    var settled = table
    settled.isSettled = true
    guard let reader else { return settled }
    let fates = SubjectSieve(reader, header: table.header, key: key)
      .fates(table.rowCount, table.cell)
    settled.fates = fates.isEmpty ? nil : fates
    return settled
  }

  /// Spaces around a key, and quotes, are the reader's business; most rows are plainly of somebody else.
  fileprivate func mayConcern(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    if cell.elementsEqual(subject.utf8) { return true }
    // Plain letters without blanks, of the length of the subject's own, are another key.
    let isPlain = cell.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    return !isPlain || reader != nil && cell.count <= 32
  }

  fileprivate func kind(of cell: String) -> RowsOfSubject.Kind {
    let plain = OwnerText.plain(cell)
    let text = OwnerText.text(plain)
    if plain == subject || text == subject { return .own }
    guard reader != nil else { return .other }
    if OwnerText.isNoName(text) || OwnerText.saysNothing(text) { return .unowned }
    if same?.isEmpty == true || OwnerText.folded(text) != OwnerText.folded(subject) {
      return .other
    }
    if let same, FoldedName(text, without: same) == FoldedName(subject, without: same) {
      return .own
    }
    return .alike(text)
  }
}

extension EvidenceReader {
  /// The evidence of one subject of a portfolio, from its rows in every file.
  ///
  /// Of facts that stand in several rows the first counts, as nobody would be scored by them.
  package func read(
    portfolioSubject subject: String, facts: WrittenTable?,
    tables: [(name: String, rows: WrittenTable)], without leftOut: Set<Need> = []
  ) -> Evidence {
    var source = EvidenceSource()
    if let facts, facts.rowCount > 0 {
      for (column, name) in facts.header.enumerated() {
        source.facts[HeaderName(name)] = EvidenceSource.Fact(
          facts.cell(0, column), at: facts.place(0, column: name))
      }
    }
    for (name, rows) in tables {
      source.tables[HeaderName(name)] = rows
      source.surveys[HeaderName(name)] = rows
    }
    var setting = EvidenceSetting(subject: EvaluatedSubject(id: subject))
    setting.ignoresOrigins = true
    return read(source, in: setting).leavingOut(leftOut, of: rubric)
  }
}
