import Diagnostics
import Formats
import Rubrics
import Values

/// The rows of a party's table as one of its subjects looks at them.
struct PartyRows {
  private(set) var certain: [Int] = []
  /// Rows with too many cells: nobody knows which of them names the subject.
  let shifted: [Int]
  /// Rows that say something, and not whose they are.
  private(set) var unowned: [Int] = []
  /// Rows whose key differs from the subject's in nothing one sees.
  private(set) var alike: [Int] = []
  /// Rows that name the subject by its title, where its id should stand.
  private(set) var titled: [Int] = []
  /// Rows that name nobody whom anybody knows: by text, the first and how many.
  private(set) var strangers: [String: (row: Int, count: Int)] = [:]
  /// Rows of the subject, or of nobody, that may be no records.
  private(set) var doubtful: [Int] = []
  /// Rows of the subject, or of nobody, that are no records.
  private(set) var leftOut: [Int] = []

  init(
    _ table: WrittenTable, key column: Int, of subject: EvaluatedSubject,
    among everybody: Set<String>, _ reader: TableReader, _ records: TableRows,
    same: Set<FoldedName.Way>?
  ) {
    let titles = Set([subject.title.zh, subject.title.en].map(OwnerText.text))
    let subject = subject.id
    let isRecord = Set(records.certain)
    let isDoubtful = Set(records.open)
    let overlong = table.overlongRows
    shifted = overlong.sorted()
    let own = OwnerText.text(subject)
    let declared = reader.places(in: table.header)
    let (name, folded) = (HeaderName(subject), OwnerText.folded(subject))
    leftOut = records.leftOut.filter { row in
      let text = OwnerText.text(table.cell(row, column))
      guard !overlong.contains(row) else { return false }
      return text == own || RowLabels.speaksOfNoSubject(text)
        || HeaderName(text) == HeaderName(table.header[column])
    }
    for row in 0..<table.rowCount where !overlong.contains(row) {
      guard isRecord.contains(row) || isDoubtful.contains(row) else { continue }
      let cell = table.cell(row, column)
      let text = OwnerText.text(cell)
      if isDoubtful.contains(row) {
        // It may be the subject's, unless it names somebody else.
        if text == own || RowLabels.speaksOfNoSubject(text) { doubtful.append(row) }
        continue
      }
      if text == own {
        certain.append(row)
      } else if OwnerText.isNoName(text) || OwnerText.saysNothing(text) {
        if !reader.isBlank({ table.cell(row, $0) }, declared) { unowned.append(row) }
      } else if same?.isEmpty != true,
        OwnerText.folded(text) == folded || HeaderName(cell) == name
      {
        let isOwn = same.map { FoldedName(text, without: $0) == FoldedName(own, without: $0) }
        if isOwn == true { certain.append(row) } else { alike.append(row) }
      } else if titles.contains(text) {
        titled.append(row)
      } else if !everybody.isEmpty, !everybody.contains(text) {
        strangers[text, default: (row, 0)].count += 1
      }
    }
  }

  /// Rows that may be the subject's.
  var open: [Int] { (shifted + unowned + alike + titled + doubtful).sorted() }

  /// Whether nobody knows whose some row is.
  var isOwnerOpen: Bool {
    !(shifted.isEmpty && unowned.isEmpty && alike.isEmpty && titled.isEmpty)
  }
}

extension TableReader {
  /// By declared column: where it stands under the header.
  func places(in header: [String]) -> [Int?] {
    let header = header.map(HeaderName.init)
    return columns.map { reader in
      let names = (reader.declaration.headers + [reader.declaration.name]).map(HeaderName.init)
      return header.firstIndex { names.contains($0) }
    }
  }

  /// Whether no declared cell of a row says anything: such a row is none.
  func isBlank(_ cell: (Int) -> String, _ places: [Int?]) -> Bool {
    zip(columns, places).allSatisfy { reader, place in
      place.map { reader.isBlank(cell($0)) } ?? true
    }
  }

  /// What is known of a table of which rows may be anybody's.
  func unowned(at place: Place) -> Value {
    .unknown(
      Unknown(
        Bounds(of: declaration.shape),
        missing: [Missing(declaration.name, .noOwner, place: place.description)]))
  }

  /// Rows that concern us, and rows of which nobody can tell.
  func read(
    _ table: WrittenTable, certain: [Int], open: [Int], _ cause: Missing.Cause,
    leftOut: [Int] = [], quiet: Set<Int> = [], into diagnostics: inout Diagnostics
  ) -> Value {
    guard !open.isEmpty, table.isWhole else {
      guard !leftOut.isEmpty, table.isWhole else {
        return read(table, rows: certain, into: &diagnostics)
      }
      if !certain.isEmpty { reportMissingColumns(of: table, into: &diagnostics) }
      return .list(
        .rows(Selection(typed(table, rows: certain, leftOut: leftOut, into: &diagnostics))))
    }
    reportMissingColumns(of: table, into: &diagnostics)
    let all = (certain + open).sorted()
    let isOpen = Set(open)
    let indices = all.indices.map(Int32.init)
    return .list(
      .rows(
        Selection(
          typed(table, rows: all, leftOut: leftOut, quiet: quiet, into: &diagnostics),
          rows: indices.filter { !isOpen.contains(all[Int($0)]) },
          openRows: indices.filter { isOpen.contains(all[Int($0)]) },
          // More places help nobody.
          missing: open.prefix(100).map { row in
            Missing(
              declaration.name, cause,
              place: table.place(row, column: EvidenceReader.subjectColumn).description)
          })))
  }
}

extension DeclaredReader {
  /// Whether a cell says nothing, in the words of its declaration or in common ones.
  func isBlank(_ cell: String) -> Bool {
    let text = OwnerText.text(cell)
    if OwnerText.isNoName(text) || OwnerText.saysNothing(text) { return true }
    if case .absent = read(cell, named: "", at: nil) { return true }
    return false
  }
}

extension EvidenceReader {
  /// The column of a party's table that says whom a row is about.
  static let subjectColumn = "subject"

  /// Reads the rows of a party's table that are about a subject, or may be.
  func read(
    _ table: WrittenTable, in setting: EvidenceSetting, _ reader: TableReader,
    into diagnostics: inout Diagnostics
  ) -> Value {
    let subject = setting.subject.id
    guard table.isWhole, let headed = reader.headed(table, into: &diagnostics) else {
      return reader.unreadable(table)
    }
    guard let column = headed.columnIndex(named: [Self.subjectColumn]) else {
      diagnostics.report(.noSubjectColumn(in: table.shownFile))
      return reader.read(nil, into: &diagnostics)
    }
    let declaration = reader.declaration
    let table = reader.filledDown(headed, key: column)
    let rows = PartyRows(
      table, key: column, of: setting.subject, among: setting.everybody, reader,
      reader.rows(of: table, into: &diagnostics), same: rubric.subject.same)
    func place(_ row: Int) -> Place { table.shownPlace(row, column: Self.subjectColumn) }
    if let first = rows.unowned.first {
      diagnostics.report(
        .ownersUnknown(
          declaration.name, UnownedRows(rows.unowned.map(table.line)), at: place(first)))
    }
    if let first = rows.alike.first {
      diagnostics.report(
        .keysAlike(
          OwnerText.text(table.cell(first, column)), subject, rows.alike.count, at: place(first),
          other: rows.certain.first.map { place($0).description }))
    }
    if let first = rows.titled.first {
      diagnostics.report(
        .keyIsTitle(
          OwnerText.text(table.cell(first, column)), subject, rows.titled.count, at: place(first)))
    }
    for (text, found) in rows.strangers.sorted(by: { $0.value.row < $1.value.row }) {
      diagnostics.report(.rowsOfNoSubject(text, found.count, at: place(found.row)))
    }
    return reader.read(
      table, certain: rows.certain, open: rows.open,
      rows.isOwnerOpen ? .noOwner : .doubtfulRows,
      leftOut: rows.leftOut, quiet: Set(rows.doubtful), into: &diagnostics)
  }
}
