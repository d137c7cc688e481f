package import Diagnostics
package import Formats
package import Values

/// What one party handed in, as written: a bundle, the rows of a rubric test, a line of a portfolio.
///
/// Cells are still text; `EvidenceReader` gives them the types that a rubric declares.
package struct EvidenceSource: Sendable {
  package struct Fact: Sendable {
    package let text: String
    package let place: Place?
    package let unit: String?
    /// The source and year of a reference.
    package let provenance: Wording?

    package init(
      _ text: String, at place: Place?, unit: String? = nil, provenance: Wording? = nil
    ) {
      self.text = text
      self.place = place
      self.unit = unit
      self.provenance = provenance
    }
  }

  package var facts: [HeaderName: Fact] = [:]
  /// By file name, with its ending.
  package var tables: [HeaderName: WrittenTable] = [:]
  package var surveys: [HeaderName: WrittenTable] = [:]
  package var documents: [DocumentRecord] = []
  /// Kinds that are known to have no documents; other kinds without documents are missing.
  package var emptyDocumentKinds: Set<String> = []
  /// Every paper that an assessor handed in, in the order of reading.
  package var judgements: [JudgementRecord] = []
  /// What visits found, with what became of it.
  package var faults: [FaultRecord] = []
  package var advice: [AdviceRecord] = []
  /// By item id.
  package var marks: [String: [AssessorMark]] = [:]
  /// Marks that were given and cannot be read.
  package var lostMarks: [LostMark] = []
  /// Everything that is declared about who is tied to whom.
  package var ties: [Tie] = []
  package var operatorName: String?
  package var findings: [FindingRecord] = []
  /// False where findings were written down that cannot be read.
  package var hasWholeFindings = true
  /// Listed, and not there or not as listed: they may be evidence.
  package var doubtfulDocuments: [DocumentRecord] = []

  package init() {}
}

/// A table of evidence as written.
package struct WrittenTable: Sendable {
  package enum Cells: Sendable {
    case csv(CSVTable)
    case rows([[String]])
  }

  package let file: String
  package let header: [String]
  package let cells: Cells
  /// The line of the file at which each row begins, counted from 1.
  package let lines: [Int]
  /// By column whose blank cells take what stands above them: the row whose cell counts, for each row.
  var sources: [Int: [Int32]] = [:]
  /// Where rows begin that may be anybody's; what the table tells is not known then.
  var unowned: Place?

  /// What was said about its rows.
  package var rule = RowRule.sieved
  /// Its header and its rows were found out about before: it is a part of another table.
  var isSettled = false
  /// Whether a declared column may be missing, so that its cells are empty; otherwise nobody knows them.
  package var mayLackColumns = true
  /// What is known of its rows already; `nil`: nothing.
  var fates: [Int: RowFate]?
  /// Where its columns stand in the sheet of which its rows were picked, counted from 1.
  var sheetColumns: (sheet: String, columns: [Int])?

  package init(_ table: CSVTable, file: String) {
    self.file = file
    header = table.header
    cells = .csv(table)
    lines = table.lines
  }

  /// A file of which nothing is known.
  init(file: String) { self.init(file: file, header: [], rows: [], lines: []) }

  package init(file: String, header: [String], rows: [[String]], lines: [Int]) {
    self.file = file
    self.header = header
    cells = .rows(rows)
    self.lines = lines
  }

  /// False where the file holds rows that nobody could read.
  package var isWhole: Bool {
    switch cells {
    case .csv(let table): table.isWhole
    case .rows: true
    }
  }

  package var rowCount: Int {
    switch cells {
    case .csv(let table): table.rowCount
    case .rows(let rows): rows.count
    }
  }

  /// Rows in which nobody knows which cell belongs to which column.
  var overlongRows: Set<Int> {
    switch cells {
    case .csv(let table): Set(table.overlongRows)
    case .rows: []
    }
  }

  /// The columns that files call one of `names`, where there are several: nobody knows which of them is meant.
  func columnsAlike(named names: [String]) -> [Int] {
    guard let name = columnIndex(named: names).map({ HeaderName(header[$0]) }) else { return [] }
    if case .csv(let table) = cells {
      let repeats = table.head.repeats.filter { HeaderName($0.name) == name }
      return (repeats.first.map { [$0.first] } ?? []) + repeats.map(\.second)
    }
    let found = header.indices.filter { HeaderName(header[$0]) == name }
    return found.count > 1 ? found : []
  }

  /// The column that files call one of `names`, compared after NFKC and trimming.
  func columnIndex(named names: [String]) -> Int? {
    let wanted = names.map(HeaderName.init)
    return header.firstIndex { wanted.contains(HeaderName($0)) }
  }

  func cell(_ row: Int, _ column: Int) -> String {
    let row = sources.isEmpty ? row : sources[column].map { Int($0[row]) } ?? row
    return switch cells {
    case .csv(let table): table.cell(row, column)
    case .rows(let rows): rows[row].indices.contains(column) ? rows[row][column] : ""
    }
  }

  /// Where a cell stands in its bundle, as reports name it.
  func place(_ row: Int, column: String, at index: Int? = nil) -> Place {
    place(in: file, row, column, index)
  }

  /// Where a cell stands for whoever reads the screen: with the bundle that holds the file.
  func shownPlace(_ row: Int, column: String, at index: Int? = nil) -> Place {
    place(in: shownFile, row, column, index)
  }

  /// The cell of a sheet is named by its letters; where nobody says which column it is, its header is sought.
  private func place(in file: String, _ row: Int, _ column: String, _ index: Int?) -> Place {
    place(in: file, line: line(row), column, index)
  }

  private func place(in file: String, line: Int, _ column: String, _ index: Int?) -> Place {
    guard let sheet else { return .cell(file: file, line: line, column: column) }
    let number = (index ?? columnIndex(named: [column])).flatMap(sheetColumn)
    return .sheet(SheetPlace(shown: file, sheet: sheet, row: line, column: number))
  }

  /// The same of a row that is known by its line.
  func shownPlace(line: Int, column: String) -> Place {
    place(in: shownFile, line: line, column, nil)
  }

  private func sheetColumn(_ index: Int) -> Int? {
    if case .csv(let table) = cells { return table.sheetColumn(index) }
    return sheetColumns.flatMap { $0.columns.indices.contains(index) ? $0.columns[index] : nil }
  }

  /// A row as lists of what is missing name it.
  func linePlace(_ row: Int) -> String { "\(file)\(sheet == nil ? ":" : "!")\(line(row))" }

  /// The sheet of a workbook that it is.
  var sheet: String? {
    if case .csv(let table) = cells { table.sheet } else { sheetColumns?.sheet }
  }

  var shownFile: String {
    switch cells {
    case .csv(let table): table.path
    case .rows: file
    }
  }

  func line(_ row: Int) -> Int {
    lines.indices.contains(row) ? lines[row] : row + 1
  }
}

/// One line of a manifest of documents.
package struct DocumentRecord: Sendable {
  package let file: String
  package let kind: String
  package let dated: CalendarDate?
  package let from: CalendarDate?
  package let to: CalendarDate?
  package let pages: Int?
  /// The id of the stage at which it was shown.
  package let stage: String?
  package let digest: String?
  /// Its type and date are not looked at.
  let isAssumedInOrder: Bool
  /// Where the bundle lists it.
  package let place: Place?

  package init(
    file: String, kind: String, dated: CalendarDate? = nil, from: CalendarDate? = nil,
    to: CalendarDate? = nil, pages: Int? = nil, stage: String? = nil, digest: String? = nil,
    isAssumedInOrder: Bool = false, place: Place? = nil
  ) {
    self.place = place
    self.isAssumedInOrder = isAssumedInOrder
    self.file = file
    self.kind = kind
    self.dated = dated
    self.from = from
    self.to = to
    self.pages = pages
    self.stage = stage
    self.digest = digest
  }
}

/// A fault that somebody found, and how far that has come.
package struct FindingRecord: Sendable {
  package enum Status: String, Sendable, CaseIterable {
    case alleged, confirmed, dismissed
  }

  package let id: String
  /// The kind of finding, as rubrics declare it.
  package let what: String
  /// The subject; `nil`: whoever's bundle it stands in.
  package let about: String?
  package let status: Status

  package init(id: String, what: String, about: String?, status: Status) {
    self.id = id
    self.what = what
    self.about = about
    self.status = status
  }
}

/// What stands around one subject's evidence: the round, its references, its parties.
package struct EvidenceSetting: Sendable {
  package var subject: EvaluatedSubject
  package var period: Period?
  package var asOf: CalendarDate?
  package var roundFacts: [HeaderName: EvidenceSource.Fact] = [:]
  package var references: [HeaderName: EvidenceSource.Fact] = [:]
  /// By file name: what the round itself knows of those whose party the subject is.
  package var roundTables: [HeaderName: WrittenTable] = [:]
  /// By role: `town`.
  package var parties: [String: EvidenceSource] = [:]
  /// What parties are called, by role.
  package var partyNames: [String: [String]] = [:]
  /// What the round knows of ties of assessors, beside what they declare.
  package var ties: [Tie] = []
  package var findings: [FindingRecord] = []
  /// Earlier results, of whatever rubric, the latest last; `nil` where nobody knows them: the subject is scored
  /// without its round.
  package var history: [PastResult]?
  /// Whether the subject failed before, and is looked at again.
  package var isReEvaluation = false
  /// False where findings of the round were written down that cannot be read.
  package var hasWholeFindings = true
  package var related = RelatedResults()
  /// Ids and titles of everybody whom a party's rows may be about; empty where nobody knows.
  package var everybody: Set<String> = []
  /// Who runs the subject.
  package var operation = StatedOperation.nothing
  /// Everything is read from the source itself, whoever should give it: so in rubric tests.
  var ignoresOrigins = false

  package init(
    subject: EvaluatedSubject, period: Period? = nil, asOf: CalendarDate? = nil
  ) {
    self.subject = subject
    self.period = period
    self.asOf = asOf
  }
}
