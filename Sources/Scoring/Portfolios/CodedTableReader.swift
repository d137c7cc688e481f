import Diagnostics
import Dispatch
import Formats
import Rubrics
import Synchronization
import Values

/// Reads a plain file as the rows of one declared table: each distinct text of a column is read once.
package struct CodedTableReader: Sendable {
  let file: PlainFile
  let reader: TableReader
  /// By declared column: the column among `cells`; `nil` where the file has none.
  private let columns: [Int?]
  private let cells: CodedCells
  /// The subject named by each text of the key column; empty where the cell is.
  private let keys: [String]

  /// - Returns: `nil` where the file is not plain after all, or has no key column.
  init?(_ file: PlainFile, as reader: TableReader, key: String) {
    guard let keyColumn = file.columnIndex(named: [key]) else { return nil }
    var wanted = [keyColumn]
    var columns: [Int?] = []
    for column in reader.columns.map(\.declaration) {
      let index = file.columnIndex(named: column.headers + [column.name])
      columns.append(
        index.map { index in
          if let known = wanted.firstIndex(of: index) { return known }
          wanted.append(index)
          return wanted.count - 1
        })
    }
    guard let cells = file.cells(of: wanted), cells.rowCount < Int32.max else { return nil }
    self.file = file
    self.reader = reader
    self.columns = columns
    self.cells = cells
    let texts = cells.columns[0].texts
    let keyReader = CellReader(.string)
    keys = (0..<texts.count).map { code in
      if case .value(.string(let text), _) = keyReader.read(file.text(texts.range(of: code))) {
        return text
      }
      return ""
    }
  }

  var subjects: Set<String> { Set(keys.filter { !$0.isEmpty }) }

  func reportEmptyKeys(_ key: String, into diagnostics: inout Diagnostics) {
    guard keys.contains("") else { return }
    cells.columns[0].forEach { row, code in
      if keys[code].isEmpty { diagnostics.report(.emptyKey(at: place(row, key))) }
    }
  }

  /// The rows of the subjects at `positions`; rows of others are reported and left out.
  func table(
    by positions: [String: Int], _ subjectCount: Int, key: String,
    into diagnostics: inout Diagnostics
  ) -> CodedTable {
    let owners = keys.map { positions[$0] ?? -1 }
    var starts = [Int](repeating: 0, count: subjectCount + 1)
    var strangers: [Int: (row: Int, count: Int)] = [:]
    cells.columns[0].forEach { row, code in
      if owners[code] >= 0 {
        starts[owners[code] + 1] += 1
      } else if !keys[code].isEmpty {
        strangers[code, default: (row, 0)].count += 1
      }
    }
    for (code, stranger) in strangers.sorted(by: { $0.value.row < $1.value.row }) {
      diagnostics.report(.unknownKey(keys[code], stranger.count, at: place(stranger.row, key)))
    }
    for index in 0..<subjectCount { starts[index + 1] += starts[index] }
    var next = starts
    var targets: [Int32] = []
    targets.reserveCapacity(cells.rowCount)
    cells.columns[0].forEach { _, code in
      guard owners[code] >= 0 else { return targets.append(-1) }
      targets.append(Int32(truncatingIfNeeded: next[owners[code]]))
      next[owners[code]] += 1
    }
    let kept = starts[subjectCount]
    let read = Mutex([ReadColumn?](repeating: nil, count: columns.count))
    DispatchQueue.concurrentPerform(iterations: columns.count) { [targets] index in
      let column = self.read(index, to: targets, kept)
      read.withLock { $0[index] = column }
    }
    let found = read.withLock { $0.compactMap(\.self) }
    for column in found { diagnostics.append(column.diagnostics) }
    return CodedTable(
      name: reader.declaration.name, file: file.path, columns: found.map(\.column),
      starts: starts)
  }

  private struct ReadColumn {
    let column: CodedTable.Column
    let diagnostics: Diagnostics
  }

  private func read(_ index: Int, to targets: [Int32], _ kept: Int) -> ReadColumn {
    let reader = reader.columns[index]
    let declaration = reader.declaration
    let name = "\(self.reader.declaration.name).\(declaration.name)"
    var diagnostics = Diagnostics()
    var codes = [Int32](repeating: 0, count: kept)
    guard let source = columns[index] else {
      if cells.rowCount > 0 {
        diagnostics.report(
          .missingColumn(declaration.name, headers: declaration.headers, of: file.path))
      }
      let absent = CodedTable.Column(
        name: declaration.name, codes: codes, values: [reader.absent(named: name, .absent)])
      return ReadColumn(column: absent, diagnostics: diagnostics)
    }
    let texts = cells.columns[source].texts
    // What is absent or cannot be read names its own cell, and is read again in its row.
    var values: [Value] = []
    var isOwn: [Bool] = []
    values.reserveCapacity(texts.count)
    isOwn.reserveCapacity(texts.count)
    for code in 0..<texts.count {
      let reading = reader.read(file.text(texts.range(of: code)), named: name, at: nil)
      switch reading {
      case .value(let value, _):
        values.append(value)
        isOwn.append(false)
      case .absent(let value), .unreadable(let value, _):
        values.append(value)
        if case .unknown = value { isOwn.append(true) } else { isOwn.append(false) }
      }
    }
    cells.columns[source].forEach { row, code in
      let target = Int(targets[row])
      guard isOwn[code] else {
        if target >= 0 { codes[target] = Int32(truncatingIfNeeded: code) }
        return
      }
      let text = file.text(texts.range(of: code))
      let place = { self.place(row, declaration.name) }
      switch reader.read(text, named: name, at: place()) {
      case .value(let value, _), .absent(let value): values.append(value)
      case .unreadable(let unknown, let fault):
        diagnostics.report(
          .unfittingCell(fault, of: declaration, holding: text, at: place()))
        values.append(unknown)
      }
      if target >= 0 { codes[target] = Int32(truncatingIfNeeded: values.count - 1) }
    }
    return ReadColumn(
      column: CodedTable.Column(name: declaration.name, codes: codes, values: values),
      diagnostics: diagnostics)
  }

  /// A plain file has one line a row, behind its header.
  private func place(_ row: Int, _ column: String) -> Place {
    .cell(file: file.path, line: row + 2, column: column)
  }
}
