package import Formats
import Synchronization
import Values

/// Picks the rows of one subject out of a file of many, as written and with their lines.
package final class RowsOfSubject: BatchTaker {
  private struct Row: Sendable {
    let line: BlockLine
    let cells: [String]
  }

  private let wanted: String
  private let keyColumn: Int
  private let columnCount: Int
  private let rows = Mutex<[Row]>([])

  private init(_ subject: String, keyColumn: Int, columnCount: Int) {
    wanted = subject
    self.keyColumn = keyColumn
    self.columnCount = columnCount
  }

  package func take(_ batch: RowBatch) {
    let reader = CellReader(.string)
    let overlong = Set(batch.overlongRows)
    for row in 0..<batch.rowCount where !overlong.contains(row) {
      let cell = batch.cell(keyColumn, row)
      // Spaces around a key, and quotes, are the reader's business; most rows are of somebody else.
      guard Self.mayHold(cell, wanted),
        Self.text(String(decoding: cell, as: UTF8.self), reader) == wanted
      else { continue }
      let cells = (0..<columnCount).map { String(decoding: batch.cell($0, row), as: UTF8.self) }
      rows.withLock { $0.append(Row(line: batch.line(row), cells: cells)) }
    }
  }

  private static func text(_ cell: String, _ reader: CellReader) -> String? {
    guard case .value(.string(let text), _) = reader.read(cell) else { return nil }
    return text
  }

  private static func mayHold(_ cell: UnsafeBufferPointer<UInt8>, _ wanted: String) -> Bool {
    // Full-width letters and blanks are told apart by the reader alone.
    cell.count > wanted.utf8.count || cell.elementsEqual(wanted.utf8)
  }

  /// The rows of `subject` in the file, in its order.
  ///
  /// - Returns: `nil` where the file has no column `key`, or cannot be read to its end.
  package static func read(
    _ subject: String, key: String, from file: BlockReader, threads: Int
  ) -> WrittenTable? {
    guard let keyColumn = file.columnIndex(named: [key]) else { return nil }
    let columns = Array(file.names.indices)
    let takers = (0..<max(1, threads)).map { _ in
      RowsOfSubject(subject, keyColumn: keyColumn, columnCount: columns.count)
    }
    let reading = file.read(columns, by: takers)
    guard reading.isWhole, !reading.isForeign else { return nil }
    let found = takers.flatMap { $0.rows.withLock(\.self) }.sorted { $0.line < $1.line }
    return WrittenTable(
      file: file.path, header: file.names, rows: found.map(\.cells),
      lines: found.map { reading.line($0.line) })
  }

  /// The same of a file that was read whole, because it is not UTF-8.
  package static func read(_ subject: String, key: String, from table: CSVTable) -> WrittenTable? {
    guard let keyColumn = table.columnIndex(named: [key]) else { return nil }
    let reader = CellReader(.string)
    let found = (0..<table.rowCount).filter { text(table.cell($0, keyColumn), reader) == subject }
    return WrittenTable(
      file: table.path, header: table.header, rows: found.map(table.row),
      lines: found.map { table.lines[$0] })
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
