import Diagnostics
import Formats
import Rubrics
import Values

extension PortfolioReader {
  /// - Returns: `nil` where the file is no table or rows of it are lost, which was reported.
  func facts(
    _ file: PortfolioFile, _ options: Options, into diagnostics: inout Diagnostics
  ) -> FactTable? {
    let finder = headerFinder(of: nil)
    guard var content = OpenFile(file, finder, into: &diagnostics) else { return nil }
    guard
      let column = keyColumn(
        of: content, file.path, beside: rubric.facts.map { $0.headers + [$0.name] },
        into: &diagnostics)
    else { return nil }
    let owners = BrokenOwners(content.head, key: column, separator: content.separator)
    if case .blocks(let blocks) = content {
      let (table, reading) = FactTable.read(
        blocks, key: column, owners, reader.facts, threads: options.threads,
        options.budget, progress: options.progress, into: &diagnostics)
      if let failure = reading.failure { diagnostics.report(.brokenFile(file.path, failure)) }
      if !reading.isForeign {
        guard let table, hasFacts(content, file.path, options, into: &diagnostics) else {
          return nil
        }
        reportKeys(of: table, file.path, into: &diagnostics)
        return table
      }
      guard let whole = OpenFile.whole(file, finder, into: &diagnostics) else { return nil }
      content = whole
    }
    guard case .whole(let table) = content else { return nil }
    var reports = Diagnostics()
    let facts = FactTable(
      table, key: column, keys: factKeys(of: table), owners, reader.facts, into: &reports)
    diagnostics.append(reports)
    guard hasFacts(content, file.path, options, into: &diagnostics) else { return nil }
    reportKeys(of: facts, file.path, into: &diagnostics)
    return facts
  }

  /// Rows that are nobody's, or perhaps nobody's.
  private func reportKeys(
    of facts: FactTable, _ path: String, into diagnostics: inout Diagnostics
  ) {
    for kind in FactRows.Kind.allCases {
      let rows = facts.noSubjects.all.filter { $0.kind == kind && !$0.isDoubtful }
      if let lines = RowLines(rows.map { facts.line(of: $0.row) }, path),
        let told = Diagnostic.rowsOfNoSubject(kind, lines)
      {
        diagnostics.report(told)
      }
    }
    for one in facts.noSubjects.all where one.isDoubtful {
      let place = Place.cell(file: path, line: facts.line(of: one.row), column: key)
      diagnostics.report(.perhapsNoSubject(one, at: place))
    }
    for row in facts.rowsWithoutKey {
      let place = Place.cell(file: path, line: facts.line(of: row), column: key)
      diagnostics.report(
        .emptyKey(
          at: place,
          isCompared: rubric.cohort != nil && !facts.noSubjects.unnamedTotals.contains(row)))
    }
  }

  /// The same of the facts, where letters that nobody can read name somebody all the same.
  private func factKeys(of table: CSVTable) -> [String] {
    guard let column = table.columnIndex(named: [key]) else { return [] }
    let reader = CellReader(.string)
    return (0..<table.rowCount).map { row in
      table.withCell(row, column) { KeyCells.key($0, reader) } ?? ""
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

  /// Those of the facts, or where there are none those that the tables name; with their index, where one was made.
  ///
  /// - Returns: `nil` where a file failed, which was reported.
  func subjects(
    _ facts: FactTable?, _ path: String, _ files: [TableFile], _ options: Options,
    into diagnostics: inout Diagnostics
  ) -> (subjects: [Portfolio.Subject], index: SubjectIndex?)? {
    if let facts { return subjects(facts, of: path, into: &diagnostics) }
    var all: Set<String> = []
    for file in files {
      guard let keys = keys(of: file, options, into: &diagnostics) else { return nil }
      all.formUnion(keys.filter(isName))
    }
    let ids = all.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
    var subjects = ids.map { Portfolio.Subject(id: $0, row: nil, isRejected: false) }
    rejectAlike(&subjects, at: { _ in nil }, into: &diagnostics)
    return (subjects, SubjectIndex(ids))
  }

  /// Whether a key can be a subject's where no facts say who there is.
  private func isName(_ key: String) -> Bool {
    guard RowLabels.isWorthALook(key) || key == self.key else { return true }
    return !OwnerText.isNoName(key) && !OwnerText.saysNothing(key)
      && KeysOfNoSubject(self.key).kind(of: key) == nil
  }

  private func keys(
    of file: TableFile, _ options: Options, into diagnostics: inout Diagnostics
  ) -> Set<String>? {
    switch file.content {
    case .whole(let table): return Set(keys(of: table))
    case .blocks:
      // The rows are read again for what is asked of them, so this reader is one of its own.
      let finder = headerFinder(of: file.reader.declaration)
      guard let content = OpenFile(file.file, finder, into: &diagnostics) else { return nil }
      guard case .blocks(let blocks) = content,
        let column = blocks.columnIndex(named: [key])
      else { return [] }
      let isFirst = blocks.header.cells[column] == 0
      let takers = (0..<options.threads).map { _ in KeyTaker(skipsOverlongRows: !isFirst) }
      let reading = blocks.read([column], by: takers)
      if let failure = reading.failure {
        diagnostics.report(.brokenFile(file.file.path, failure))
        return nil
      }
      if !reading.isForeign { return takers.reduce(into: []) { $0.formUnion($1.keys) } }
      guard case .whole(let table)? = OpenFile.whole(file.file, finder, into: &diagnostics) else {
        return nil
      }
      return Set(keys(of: table))
    }
  }

  /// One subject a key, in the order of the file; a key that stands twice is rejected.
  private func subjects(
    _ facts: FactTable, of path: String, into diagnostics: inout Diagnostics
  ) -> (subjects: [Portfolio.Subject], index: SubjectIndex?)? {
    let found = facts.keys
    let doubtful = facts.noSubjects.doubtful
    let broken = Set((facts.broken ?? []).map(\.index))
    var subjects: [Portfolio.Subject] = []
    subjects.reserveCapacity(found.rows.count)
    for (subject, row) in found.rows.enumerated() {
      let again = found.again[subject]
      let id = found.texts[row]
      if let again {
        let place = Place.cell(file: path, line: facts.line(of: again.row), column: key)
        diagnostics.report(.subjectTwice(id, again.count + 1, at: place))
      }
      let isDoubtful = doubtful.contains(row)
      let isGarbled = facts.noSubjects.garbled.contains(row)
      if isGarbled {
        let place = Place.cell(file: path, line: facts.line(of: row), column: key)
        diagnostics.report(
          CellReader.isGarbled(id) ? .garbledKey(id, at: place) : .unpartedKey(id, at: place))
      }
      subjects.append(
        Portfolio.Subject(
          id: id, row: row, isRejected: again != nil || isDoubtful || isGarbled,
          isDoubtful: isDoubtful, hasBrokenRow: broken.contains(row)))
    }
    rejectAlike(
      &subjects,
      at: { subject in
        .cell(file: path, line: facts.line(of: found.rows[subject]), column: key)
      }, into: &diagnostics)
    guard reject(&subjects, by: facts, of: path, into: &diagnostics) else { return nil }
    return (subjects, found.index)
  }

  /// Rows that may be of somebody whom no line of the results stands for, where others are compared with it.
  func unnamed(_ facts: FactTable) -> [Portfolio.Unnamed] {
    guard rubric.cohort != nil else { return [] }
    let keys = facts.keys
    let broken = Set((facts.broken ?? []).map(\.index))
    var rows = Set(facts.rowsWithoutKey).subtracting(facts.noSubjects.unnamedTotals)
    rows.formUnion(broken.filter { keys.texts[$0].isEmpty })
    if !keys.again.isEmpty {
      let first = Set(keys.again.keys.map { keys.rows[$0] })
      let texts = Set(first.map { keys.texts[$0] })
      rows.formUnion(
        keys.texts.indices.filter { texts.contains(keys.texts[$0]) && !first.contains($0) })
    }
    return rows.sorted().map { Portfolio.Unnamed(row: $0, isBroken: broken.contains($0)) }
  }

  /// Rejects those whose keys differ in nothing one sees: nobody knows whether they are one subject or two.
  private func rejectAlike(
    _ subjects: inout [Portfolio.Subject], at place: (Int) -> Place?,
    into diagnostics: inout Diagnostics
  ) {
    let same = rubric.subject.same
    guard same?.isEmpty != true else { return }
    var signs = TextSigns()
    for subject in subjects where !signs.mayDiffer {
      var id = subject.id
      id.withUTF8 { signs.look(at: $0) }
    }
    guard signs.mayDiffer else { return }
    var first: [FoldedName: Int] = [:]
    for subject in subjects.indices {
      let id = subjects[subject].id
      guard let other = first.updateValue(subject, forKey: FoldedName(id)) else { continue }
      first[FoldedName(id)] = other
      subjects[subject].isRejected = true
      subjects[other].isRejected = true
      diagnostics.report(
        .subjectsAlike(
          id, subjects[other].id, at: place(subject), first: place(other)))
    }
  }

  /// Rejects those whose row cannot be told apart into cells, and those whom such a row may concern.
  ///
  /// - Returns: false where it may be anybody, which was reported.
  private func reject(
    _ subjects: inout [Portfolio.Subject], by facts: FactTable, of path: String,
    into diagnostics: inout Diagnostics
  ) -> Bool {
    guard let broken = facts.broken else {
      diagnostics.report(.ownersUnknown(path))
      return false
    }
    guard !broken.isEmpty else { return true }
    let index = facts.keys.index ?? SubjectIndex(subjects.map(\.id))
    for one in broken {
      let (row, written) = (one.index, one.row)
      let place = Place.cell(file: path, line: facts.line(of: row), column: key)
      var concerned = BrokenRows([written], facts.owners, index).subjects
      let own = facts.keys.texts[row]
      if !own.isEmpty { concerned.insert(Int(index.subject(of: own))) }
      for subject in concerned.sorted() where subjects.indices.contains(subject) {
        subjects[subject].isRejected = true
        diagnostics.report(.brokenRowOfSubject(subjects[subject].id, at: place))
      }
      if concerned.isEmpty { diagnostics.report(.brokenRowOfNobody(at: place)) }
    }
    return true
  }
}

/// Collects the keys of a table, as one thread of several.
private final class KeyTaker: BatchTaker, @unchecked Sendable {
  private let meanings = CellMeanings(nil, named: "")
  /// Where the key stands behind another column, it may be shifted in them.
  private let skipsOverlongRows: Bool

  init(skipsOverlongRows: Bool) {
    self.skipsOverlongRows = skipsOverlongRows
  }

  var keys: [String] {
    meanings.meanings.compactMap { if case .string(let text) = $0.value { text } else { nil } }
  }

  func take(_ batch: RowBatch) {
    let skipped = skipsOverlongRows ? Set(batch.overlongRows) : []
    for row in 0..<batch.rowCount where !skipped.contains(row) {
      _ = meanings.codes.code(of: batch.columns[0].range(row), in: batch.bytes)
    }
    _ = meanings.readNew()
  }
}
