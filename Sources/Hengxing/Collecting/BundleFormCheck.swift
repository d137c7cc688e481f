import Bundles
import Diagnostics
import Formats
import Handouts
import Rubrics
import Values
import WorkbookWriting
import Workbooks

/// Holds a form that came back against the one that was handed out.
struct BundleFormCheck {
  private let form: RoundCollection.ReturnedForm
  private let subject: Round.Subject
  private let asOf: CalendarDate
  /// As it would be handed out today.
  private let original: WorkbookDraft
  private let content: FormContent
  private(set) var diagnostics = Diagnostics()
  /// False where its cells speak of somebody else than its hidden sheet.
  private(set) var isOfItsSubject = true
  /// What nobody has filled in, and the first place of it.
  private var blanks = (facts: 0, tables: 0, documents: 0)
  private var firstBlank: Place?
  private var saidNone: Set<HeaderName> = []
  private var documentsSeen: Set<HeaderName> = []
  private var emptyTables: [(name: HeaderName, place: Place)] = []

  init(
    _ form: RoundCollection.ReturnedForm, for subject: Round.Subject, in forms: RoundForms
  ) {
    self.form = form
    self.subject = subject
    asOf = forms.round.asOf
    content = forms.content(for: subject)
    original = forms.form(for: subject).workbook
  }

  mutating func check() {
    for entry in form.marker.sheets where entry.role != .guide {
      guard let grid = grid(of: entry) else { continue }
      switch entry.role {
      case .facts: checkFacts(grid, entry)
      case .requests: checkRequests(grid, entry)
      case .table, .survey: checkTable(grid, entry)
      case .guide, .marks, .assessor: break
      }
    }
    for table in emptyTables where !saidNone.contains(table.name) {
      noteBlank(\.tables, at: table.place)
    }
    if let place = firstBlank {
      diagnostics.report(
        .formUnfilled(
          facts: blanks.facts, tables: blanks.tables, documents: blanks.documents, at: place))
    }
  }

  private mutating func noteBlank(
    _ what: WritableKeyPath<(facts: Int, tables: Int, documents: Int), Int>, at place: Place
  ) {
    blanks[keyPath: what] += 1
    if firstBlank == nil { firstBlank = place }
  }

  private mutating func grid(of entry: FormMarker.Sheet) -> SheetGrid? {
    let check = SheetCheck(form.workbook, form.marker)
    return check.grid(of: entry, into: &diagnostics)
  }

  private func draft(_ entry: FormMarker.Sheet) -> SheetDraft? {
    original.sheets.first { $0.name == entry.sheet }
  }

  /// Names stand in the first column, and nobody but us writes them; neither does anybody say who it is about.
  private mutating func checkFacts(_ grid: SheetGrid, _ entry: FormMarker.Sheet) {
    guard let draft = draft(entry) else { return }
    let names = draft.texts(inColumn: 1)
    let wanted = Set(names.values.map(HeaderName.init))
    var found: Set<HeaderName> = []
    var edited: Set<HeaderName> = []
    for row in grid.rows where !grid.text(row, 1).isEmpty {
      let name = HeaderName(grid.text(row, 1))
      if wanted.contains(name) {
        found.insert(name)
      } else if let was = names[row] {
        edited.insert(HeaderName(was))
        diagnostics.report(.formCellEdited(was, at: grid.place(row, 1)))
      } else {
        diagnostics.report(.formRowAdded(at: grid.place(row, 1)))
      }
      checkSubject(grid, row)
      let column = FactColumn.value.rawValue
      if content.asksFact(grid.text(row, 1)), grid[row, column]?.isBlank != false {
        noteBlank(\.facts, at: grid.place(row, column))
      }
      if content.isDateFact(grid.text(row, 1)) {
        checkDate(grid, row, FactColumn.value.rawValue)
      }
    }
    for (_, name) in names.sorted(by: { $0.key < $1.key })
    where !found.contains(HeaderName(name)) && !edited.contains(HeaderName(name)) {
      diagnostics.report(.formRowMissing(name, at: grid.place()))
    }
  }

  private mutating func checkSubject(_ grid: SheetGrid, _ row: Int) {
    let name = HeaderName(grid.text(row, 1))
    let wording = FormHead.subject.wording
    guard [wording.zh, wording.en].map(HeaderName.init).contains(name) else { return }
    let column = FactColumn.value.rawValue
    guard HeaderName(grid.text(row, column)) != HeaderName(subject.id) else { return }
    isOfItsSubject = false
    diagnostics.report(.formSaysAnother(subject.id, at: grid.place(row, column)))
  }

  private mutating func checkDate(
    _ grid: SheetGrid, _ row: Int, _ column: Int
  ) {
    guard let date = CalendarDate(written: grid.text(row, column)), date > asOf
    else { return }
    diagnostics.report(.dateAfterCutOff(asOf, at: grid.place(row, column)))
  }

  /// What is asked for stands in the first column; further rows name what was asked above.
  private mutating func checkRequests(_ grid: SheetGrid, _ entry: FormMarker.Sheet) {
    guard let draft = draft(entry) else { return }
    let kinds = draft.texts(inColumn: RequestColumn.kind.rawValue).filter { $0.key > 1 }
    let wanted = Set(kinds.values.map(HeaderName.init))
    let found = SheetCheck.heads(
      in: grid, wanted: RequestColumn.allCases.map { [$0.wording.zh, $0.wording.en] },
      into: &diagnostics)
    guard let found, let column = found.columns[0] else { return }
    var seen: Set<HeaderName> = []
    for row in grid.rows where row > found.row && !grid.text(row, column).isEmpty {
      let name = HeaderName(grid.text(row, column))
      seen.insert(name)
      if !wanted.contains(name) {
        diagnostics.report(
          .formCellEdited(kinds[row], at: grid.place(row, column)))
        if let was = kinds[row] { seen.insert(HeaderName(was)) }
      }
      checkHandedIn(grid, row, name, found)
      for dates in [RequestColumn.dated, .from, .to] {
        guard let column = found.columns[dates.rawValue - 1] else { continue }
        checkDate(grid, row, column)
      }
    }
    for (_, name) in kinds.sorted(by: { $0.key < $1.key })
    where !seen.contains(HeaderName(name)) {
      diagnostics.report(.formRowMissing(name, at: grid.place()))
    }
  }

  /// Whether a row of the request list says anything at all; of tables their sheets say it.
  private mutating func checkHandedIn(
    _ grid: SheetGrid, _ row: Int, _ name: HeaderName, _ found: SheetCheck.Heads
  ) {
    func cell(_ column: RequestColumn) -> String {
      found.columns[column.rawValue - 1].map { grid.text(row, $0) } ?? ""
    }
    if FormWording.isNone(cell(.handedIn)) { saidNone.insert(name) }
    guard content.needsDocument(name), !documentsSeen.contains(name) else { return }
    documentsSeen.insert(name)
    guard cell(.handedIn).isEmpty, cell(.file).isEmpty else { return }
    noteBlank(\.documents, at: grid.place(row, found.columns[RequestColumn.handedIn.rawValue - 1]))
  }

  private mutating func checkTable(_ grid: SheetGrid, _ entry: FormMarker.Sheet) {
    guard let table = content.declaration(ofFile: entry.name) else { return }
    for range in grid.reading.merged.prefix(3) {
      diagnostics.report(.formMergedCells(range, at: grid.place()))
    }
    let found = SheetCheck.heads(
      in: grid, wanted: table.columns.map { $0.headers + [$0.name] }, into: &diagnostics)
    guard let found else { return }
    let last = grid.rows.last ?? found.row
    if last <= found.row {
      emptyTables.append((HeaderName(entry.sheet), grid.place(found.row + 1)))
    }
    for (index, column) in table.columns.enumerated() where column.isDay {
      guard let place = found.columns[index] else { continue }
      for row in grid.rows where row > found.row {
        checkDate(grid, row, place)
      }
    }
  }
}

extension SheetDraft {
  /// By row: the texts of a column.
  fileprivate func texts(inColumn column: Int) -> [Int: String] {
    var texts: [Int: String] = [:]
    for cell in cells where cell.column == column {
      if case .text(let text) = cell.content, !text.isEmpty { texts[cell.row] = text }
    }
    return texts
  }
}
