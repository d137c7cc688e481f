import Diagnostics
import Formats
import Rubrics
import Values

extension PortfolioReader {
  /// - Returns: `nil` where the file is no table or rows of it are lost, which was reported.
  func facts(
    _ file: PortfolioFile, _ options: Options, into diagnostics: inout Diagnostics
  ) -> FactTable? {
    guard var content = OpenFile(file, into: &diagnostics) else { return nil }
    guard let column = content.columnIndex(named: [key]) else {
      diagnostics.report(.missingKeyColumn(key, file.path))
      return nil
    }
    if case .blocks(let blocks) = content {
      let (table, reading) = FactTable.read(
        blocks, key: column, named: key, reader.facts, threads: options.threads,
        progress: options.progress, into: &diagnostics)
      if let failure = reading.failure { diagnostics.report(.brokenFile(file.path, failure)) }
      if !reading.isForeign {
        if let table { reportEmptyKeys(table.keys, table.lines, file.path, into: &diagnostics) }
        return table
      }
      guard let whole = OpenFile.whole(file, into: &diagnostics) else { return nil }
      content = whole
    }
    guard case .whole(let table) = content else { return nil }
    let keys = keys(of: table)
    reportEmptyKeys(keys, table.lines, file.path, into: &diagnostics)
    return FactTable(table, keys: keys, reader.facts, into: &diagnostics)
  }

  private func reportEmptyKeys(
    _ keys: [String], _ lines: [Int], _ path: String, into diagnostics: inout Diagnostics
  ) {
    for (text, line) in zip(keys, lines) where text.isEmpty {
      diagnostics.report(.emptyKey(at: .cell(file: path, line: line, column: key)))
    }
  }

  /// The subject of every row; empty where the cell is.
  private func keys(of table: CSVTable) -> [String] {
    guard let column = table.columnIndex(named: [key]) else { return [] }
    let reader = CellReader(.string)
    return (0..<table.rowCount).map { row in
      if case .value(.string(let text), _) = reader.read(table.cell(row, column)) {
        text
      } else {
        ""
      }
    }
  }

  /// Those of the facts; where there are none, those that the tables name.
  ///
  /// - Returns: `nil` where a file failed, which was reported.
  func subjects(
    _ facts: FactTable?, _ path: String, _ files: [TableFile], _ options: Options,
    into diagnostics: inout Diagnostics
  ) -> [Portfolio.Subject]? {
    if let facts { return subjects(facts, of: path, into: &diagnostics) }
    var all: Set<String> = []
    for file in files {
      guard let keys = keys(of: file, options, into: &diagnostics) else { return nil }
      all.formUnion(keys)
    }
    all.remove("")
    return all.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
      .map { Portfolio.Subject(id: $0, row: nil, isRejected: false) }
  }

  private func keys(
    of file: TableFile, _ options: Options, into diagnostics: inout Diagnostics
  ) -> Set<String>? {
    switch file.content {
    case .whole(let table): return Set(keys(of: table))
    case .blocks:
      // The rows are read again for what is asked of them, so this reader is one of its own.
      guard let content = OpenFile(file.file, into: &diagnostics) else { return nil }
      guard case .blocks(let blocks) = content,
        let column = blocks.columnIndex(named: [key])
      else { return [] }
      let takers = (0..<options.threads).map { _ in KeyTaker() }
      let reading = blocks.read([column], by: takers)
      if let failure = reading.failure {
        diagnostics.report(.brokenFile(file.file.path, failure))
        return nil
      }
      if !reading.isForeign { return takers.reduce(into: []) { $0.formUnion($1.keys) } }
      guard case .whole(let table)? = OpenFile.whole(file.file, into: &diagnostics) else {
        return nil
      }
      return Set(keys(of: table))
    }
  }

  /// One subject a key, in the order of the file; a key that stands twice is rejected.
  private func subjects(
    _ facts: FactTable, of path: String, into diagnostics: inout Diagnostics
  ) -> [Portfolio.Subject] {
    var places: [String: Int] = [:]
    var found: [(id: String, row: Int, again: Int, count: Int)] = []
    places.reserveCapacity(facts.keys.count)
    found.reserveCapacity(facts.keys.count)
    for (row, key) in facts.keys.enumerated() where !key.isEmpty {
      let place = places[key, default: found.count]
      if place == found.count {
        places[key] = place
        found.append((key, row, row, 1))
      } else {
        if found[place].count == 1 { found[place].again = row }
        found[place].count += 1
      }
    }
    return found.map { subject in
      if subject.count > 1 {
        let place = Place.cell(file: path, line: facts.lines[subject.again], column: key)
        diagnostics.report(.subjectTwice(subject.id, subject.count, at: place))
      }
      return Portfolio.Subject(
        id: subject.id, row: subject.row, isRejected: subject.count > 1)
    }
  }
}

/// Collects the keys of a table, as one thread of several.
private final class KeyTaker: BatchTaker, @unchecked Sendable {
  private let meanings = CellMeanings(nil, named: "")

  var keys: [String] {
    meanings.meanings.compactMap { if case .string(let text) = $0.value { text } else { nil } }
  }

  func take(_ batch: RowBatch) {
    for row in 0..<batch.rowCount {
      _ = meanings.codes.code(of: batch.columns[0].range(row), in: batch.bytes)
    }
    _ = meanings.readNew()
  }
}
