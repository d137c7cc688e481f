package import Diagnostics
package import Formats
package import Rubrics
import Values

/// Reads the files of a portfolio: facts with one row a subject, tables with rows of many.
package struct PortfolioReader: Sendable {
  private let rubric: Rubric
  private let reader: EvidenceReader
  private let key: String

  /// Reads under `rubric`, whose subject key stands unless another column is named.
  ///
  /// - Returns: `nil`, with a diagnostic, where nobody says which column names the subject.
  package init?(_ rubric: Rubric, key: String?, into diagnostics: inout Diagnostics) {
    guard let key = key ?? rubric.subject.keyColumn else {
      diagnostics.report(.noKeyColumn(rubric.path))
      return nil
    }
    self.rubric = rubric
    self.key = key
    reader = EvidenceReader(rubric)
  }

  /// Everything that could be read of the files.
  ///
  /// - Returns: `nil` where a file has no key column, or names no table of the rubric.
  package func read(
    facts: CSVTable?, tables: [(name: String, content: CSVTable)],
    plain: [(name: String, reader: CodedTableReader)] = [],
    into diagnostics: inout Diagnostics
  ) -> Portfolio? {
    var found = Diagnostics()
    let written = facts.map { WrittenTable($0, file: $0.path) }
    let factKeys = written.flatMap { keys(of: $0, into: &found) }
    var keyed: [Keyed] = []
    for (name, content) in tables {
      let table = WrittenTable(content, file: content.path)
      guard let target = target(name, at: content.path, into: &found),
        let keys = keys(of: table, into: &found)
      else { continue }
      if keyed.contains(where: { $0.target == target }) {
        found.report(.tableTwice(name, content.path))
        continue
      }
      keyed.append(Keyed(target: target, table: table, keys: keys))
    }
    var coded: [Coded] = []
    for (name, reader) in plain {
      guard let target = target(name, at: reader.file.path, into: &found) else { continue }
      if (keyed.map(\.target) + coded.map(\.target)).contains(target) {
        found.report(.tableTwice(name, reader.file.path))
        continue
      }
      reader.reportEmptyKeys(key, into: &found)
      coded.append(Coded(target: target, reader: reader))
    }
    if facts == nil, tables.isEmpty, plain.isEmpty { found.report(.emptyPortfolio(rubric.path)) }
    let portfolio = found.hasErrors ? nil : assemble(written, factKeys, keyed, coded, into: &found)
    diagnostics.append(found)
    return portfolio
  }

  // MARK: keys

  private struct Keyed {
    let target: Slot
    let table: WrittenTable
    let keys: [String]
  }

  private struct Coded {
    let target: Slot
    let reader: CodedTableReader
  }

  /// A file of rows for the table or survey `name`, read at once.
  ///
  /// - Returns: `nil` where there is no such table, or where the file must go the long way.
  package func reader(of file: PlainFile, as name: String) -> CodedTableReader? {
    var unused = Diagnostics()
    return switch target(name, at: file.path, into: &unused) {
    case .table(let index): CodedTableReader(file, as: reader.tables[index], key: key)
    case .survey(let index): CodedTableReader(file, as: reader.surveys[index], key: key)
    default: nil
    }
  }

  /// The declared table or survey of that name.
  private func target(
    _ name: String, at path: String, into diagnostics: inout Diagnostics
  ) -> Slot? {
    let wanted = HeaderName(name)
    if let index = rubric.tables.firstIndex(where: { HeaderName($0.name) == wanted }) {
      return .table(index)
    }
    if let index = rubric.surveys.firstIndex(where: { HeaderName($0.name) == wanted }) {
      return .survey(index)
    }
    diagnostics.report(
      .undeclaredTable(name, path, among: (rubric.tables + rubric.surveys).map(\.name)))
    return nil
  }

  /// The subject of every row; empty where the cell is.
  private func keys(
    of table: WrittenTable, into diagnostics: inout Diagnostics
  ) -> [String]? {
    guard let column = table.columnIndex(named: [key]) else {
      diagnostics.report(.missingKeyColumn(key, table.file))
      return nil
    }
    let reader = CellReader(.string)
    return (0..<table.rowCount).map { row in
      let cell = table.cell(row, column)
      let text = if case .value(.string(let text), _) = reader.read(cell) { text } else { "" }
      if text.isEmpty { diagnostics.report(.emptyKey(at: table.place(row, column: key))) }
      return text
    }
  }

  // MARK: putting together

  private func assemble(
    _ facts: WrittenTable?, _ factKeys: [String]?, _ tables: [Keyed], _ plain: [Coded],
    into diagnostics: inout Diagnostics
  ) -> Portfolio {
    let subjects: [Portfolio.Subject]
    if let facts, let factKeys {
      subjects = self.subjects(factKeys, in: facts, into: &diagnostics)
    } else {
      var all = Set(tables.flatMap(\.keys)).filter { !$0.isEmpty }
      for table in plain { all.formUnion(table.reader.subjects) }
      subjects = all.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
        .map { Portfolio.Subject(id: $0, row: nil, isRejected: false) }
    }
    let positions = Dictionary(
      subjects.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var columns: [[Value]?] = rubric.facts.map { _ in nil }
    if let facts {
      for (index, fact) in reader.facts.enumerated() {
        columns[index] = values(of: fact, in: facts, into: &diagnostics)
      }
    }
    var rows: [Slot: Portfolio.Rows] = [:]
    for table in tables {
      rows[table.target] = .grouped(
        group(table, by: positions, subjects.count, into: &diagnostics))
    }
    for table in plain {
      rows[table.target] = .coded(
        table.reader.table(by: positions, subjects.count, key: key, into: &diagnostics))
    }
    let empty = reader.read(
      EvidenceSource(), in: EvidenceSetting(subject: EvaluatedSubject(id: "")))
    return Portfolio(
      rubric: rubric, subjects: subjects, facts: columns,
      tables: rubric.tables.indices.map { rows[.table($0)] },
      surveys: rubric.surveys.indices.map { rows[.survey($0)] }, emptySlots: empty.slots)
  }

  /// One subject a key, in the order of the file; a key that stands twice is rejected.
  private func subjects(
    _ keys: [String], in facts: WrittenTable, into diagnostics: inout Diagnostics
  ) -> [Portfolio.Subject] {
    var rows: [String: [Int]] = [:]
    var order: [String] = []
    for (row, key) in keys.enumerated() where !key.isEmpty {
      if rows[key] == nil { order.append(key) }
      rows[key, default: []].append(row)
    }
    return order.map { id in
      let own = rows[id] ?? []
      if own.count > 1 {
        diagnostics.report(
          .subjectTwice(id, own.count, at: facts.place(own[1], column: key)))
      }
      return Portfolio.Subject(id: id, row: own.first, isRejected: own.count > 1)
    }
  }

  private func values(
    of fact: DeclaredReader, in facts: WrittenTable, into diagnostics: inout Diagnostics
  ) -> [Value] {
    let declaration = fact.declaration
    let name = declaration.name
    guard let column = facts.columnIndex(named: declaration.headers + [name]) else {
      diagnostics.report(
        .missingColumn(name, headers: declaration.headers, of: facts.file))
      return Array(repeating: fact.absent(named: name, .absent), count: facts.rowCount)
    }
    let overlong = facts.overlongRows
    return (0..<facts.rowCount).map { row in
      let place = { facts.place(row, column: name) }
      if overlong.contains(row) { return fact.unreadable(named: name, place()) }
      let cell = facts.cell(row, column)
      switch fact.read(cell, named: name, at: place()) {
      case .value(let value, _), .absent(let value): return value
      case .unreadable(let unknown, let fault):
        diagnostics.report(
          .unfittingCell(fault, of: declaration, holding: cell, at: place()))
        return unknown
      }
    }
  }

  /// Groups the rows in one pass over the keys and one over the rows.
  private func group(
    _ keyed: Keyed, by positions: [String: Int], _ subjectCount: Int,
    into diagnostics: inout Diagnostics
  ) -> Portfolio.Grouped {
    var owners: [Int32] = []
    owners.reserveCapacity(keyed.keys.count)
    var counts = Array(repeating: 0, count: subjectCount + 1)
    var strangers: [String: (row: Int, count: Int)] = [:]
    for (row, key) in keyed.keys.enumerated() {
      guard let position = positions[key] else {
        owners.append(-1)
        if !key.isEmpty { strangers[key, default: (row, 0)].count += 1 }
        continue
      }
      owners.append(Int32(position))
      counts[position + 1] += 1
    }
    for (id, stranger) in strangers.sorted(by: { $0.value.row < $1.value.row }) {
      diagnostics.report(
        .unknownKey(
          id, stranger.count, at: keyed.table.place(stranger.row, column: key)))
    }
    for index in 0..<subjectCount { counts[index + 1] += counts[index] }
    var next = counts
    var rows = Array(repeating: Int32(0), count: counts[subjectCount])
    for (row, owner) in owners.enumerated() where owner >= 0 {
      rows[next[Int(owner)]] = Int32(row)
      next[Int(owner)] += 1
    }
    let reader: TableReader =
      switch keyed.target {
      case .survey(let index): self.reader.surveys[index]
      case .table(let index): self.reader.tables[index]
      default: preconditionFailure("rows belong to a table or a survey")
      }
    return Portfolio.Grouped(
      table: reader.typed(keyed.table, rows: nil, into: &diagnostics), rows: rows, starts: counts)
  }
}
