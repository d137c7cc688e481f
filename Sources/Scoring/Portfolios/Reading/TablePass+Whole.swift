import Diagnostics
import Formats
import Rubrics
import Values

extension TablePass {
  /// Groups the rows of a table that was read as a whole.
  func group(
    _ file: TableFile, _ table: CSVTable, into diagnostics: inout Diagnostics
  ) -> Portfolio.Rows {
    let column = table.columnIndex(named: [key]) ?? 0
    let declaration = file.reader.declaration
    let written = file.reader.filledDown(WrittenTable(table, file: table.path), key: column)
    let sieve = SubjectSieve(file.reader, header: written.header, key: column)
    let found = owners(of: written, column, file.reader, sieve.glance)
    let unowned = UnownedFates(
      found.unowned.map(written.line), count: found.unowned.count,
      in: table.byteCount <= UnownedFates.largestFile ? written : nil, key: column, file.reader)
    var sifted = SiftedRows()
    for (line, fate) in unowned.fates { sifted.note(fate, line) }
    sifted.note(
      .noRecord(.blank), found.empty.prefix(UnownedRows.mostTold).map(written.line),
      count: found.empty.count)
    let doubts = found.report(self, of: declaration.name, written, unowned, into: &diagnostics)
    var starts = Array(repeating: 0, count: subjects.count + 1)
    for owner in found.owners where owner >= 0 { starts[Int(owner) + 1] += 1 }
    for subject in subjects.indices { starts[subject + 1] += starts[subject] }
    var next = starts
    var rows = Array(repeating: Int32(0), count: starts[subjects.count])
    for (row, owner) in found.owners.enumerated() where owner >= 0 {
      rows[next[Int(owner)]] = Int32(row)
      next[Int(owner)] += 1
    }
    let headers = found.owners.indices.filter {
      found.owners[$0] < 0 && HeaderName(written.cell($0, column)) == HeaderName(key)
    }
    let grouped = Portfolio.Grouped(
      table: file.reader.typed(
        written, rows: nil, quiet: Set(headers), areOfOne: false, into: &diagnostics),
      rows: rows, starts: starts)
    reportAlike(.grouped(grouped), of: file, into: &diagnostics)
    var given = GivenRows(doubts, file.reader)
    if !given.isForEverybody {
      sift(found.odd, by: sieve, grouped, written, file.reader, &sifted)
      given = given.with(sifted.given)
    }
    sifted.report(of: declaration, written.shownFile, into: &diagnostics)
    return Portfolio.Rows(.grouped(grouped), given: given)
  }

  private func sift(
    _ odd: Set<Int32>, by sieve: SubjectSieve, _ grouped: Portfolio.Grouped,
    _ written: WrittenTable, _ reader: TableReader, _ sifted: inout SiftedRows
  ) {
    let overlong = written.overlongRows
    for subject in odd.map(Int.init).sorted() {
      let own = grouped.rows[grouped.starts[subject]..<grouped.starts[subject + 1]].map(Int.init)
        .filter { !overlong.contains($0) }
      let fates = sieve.fates(own.count) { written.cell(own[$0], $1) }
      guard !fates.isEmpty else { continue }
      for (row, fate) in fates { sifted.note(fate, written.line(own[row])) }
      sifted.given[subject] = reader.list(grouped.table, own, fates) { written.line(own[$0]) }
    }
  }

  private func owners(
    of written: WrittenTable, _ column: Int, _ reader: TableReader, _ glance: RowGlance
  ) -> WholeOwners {
    let declared = reader.places(in: written.header)
    let overlong = written.overlongRows
    var found = WholeOwners()
    for row in 0..<written.rowCount {
      let cell = written.cell(row, column)
      var owner: Int32 = -1
      switch finder.owner(of: cell) {
      case .subject(let subject):
        owner = subject
        if overlong.contains(row) { break }
        switch glance.look({ written.cell(row, $0) }) {
        case .record: break
        case .odd, .bare: found.odd.insert(subject)
        case .empty:
          found.empty.append(row)
          owner = -1
        }
      // What stands where the key should be may be another cell.
      case _ where overlong.contains(row): break
      case .unknown:
        if !reader.isBlank({ written.cell(row, $0) }, declared) { found.unowned.append(row) }
      case .like(let subjects):
        for subject in subjects {
          found.alike[subject, default: WholeOwners.Some(row: row, text: cell)].count += 1
        }
      case .stranger:
        let text = OwnerText.text(cell)
        found.strangers[text, default: WholeOwners.Some(row: row, text: text)].count += 1
      }
      found.owners.append(owner)
    }
    return found
  }
}

/// Whose the rows of a table are that was read as a whole.
private struct WholeOwners {
  struct Some {
    let row: Int
    let text: String
    var count = 0
  }

  /// By row; -1 for those that count nowhere.
  var owners: [Int32] = []
  /// Rows in which nothing stands but their key.
  var empty: [Int] = []
  /// Subjects some row of whom the sieve must tell.
  var odd: Set<Int32> = []
  var unowned: [Int] = []
  var alike: [Int32: Some] = [:]
  var strangers: [String: Some] = [:]

  /// In the words and the order in which rows that come by in blocks are told.
  func report(
    _ pass: TablePass, of table: String, _ written: WrittenTable, _ unowned: UnownedFates,
    into diagnostics: inout Diagnostics
  ) -> RowDoubts {
    var doubts = RowDoubts()
    func place(_ row: Int) -> Place { written.shownPlace(row, column: pass.key) }
    doubts.everybody = unowned.report(
      of: table, at: { written.shownPlace(line: $0, column: pass.key) }, into: &diagnostics)
    for (subject, some) in alike.sorted(by: { ($0.value.row, $0.key) < ($1.value.row, $1.key) }) {
      doubts.subjects[Int(subject)] = place(some.row)
      diagnostics.report(
        .keysAlike(
          OwnerText.text(some.text), pass.subjects[Int(subject)].id, some.count,
          at: place(some.row), other: pass.placeOf(Int(subject))?.description))
    }
    if strangers.count > RowKeys.mostTexts {
      let rows = strangers.values.reduce(0) { $0 + $1.count }
      let first = strangers.values.map(\.row).min() ?? 0
      diagnostics.report(.manyUnknownKeys(rows, at: place(first)))
      return doubts
    }
    var others = KeysOfNoSubject(pass.key)
    let named = strangers.values.sorted(by: { $0.row < $1.row }).filter {
      !others.take($0.text, written.line($0.row), $0.count)
    }
    others.report(written.shownFile, into: &diagnostics)
    let likeness = named.isEmpty ? nil : KeyResemblance(pass.subjects.map(\.id))
    for some in named {
      diagnostics.report(
        .unknownKey(
          some.text, some.count, like: likeness?.nearest(to: some.text), at: place(some.row)))
    }
    return doubts
  }
}
