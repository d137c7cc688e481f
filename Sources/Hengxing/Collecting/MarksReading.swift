import Bundles
import Diagnostics
import Formats
import Handouts
import Rubrics
import Values
import Workbooks

/// Reads the marks of a form that came back, and says what is wrong with them at their cells.
struct MarksReading {
  struct Given {
    let item: String
    /// The id of a band.
    let band: String?
    /// In the digits that were written.
    let value: String?
    let isOfBand: Bool
    let reason: String?
  }

  /// What the assessor says of one station.
  struct Paper {
    let station: String
    let date: CalendarDate?
    let marks: [Given]
    /// Why the assessor is recused, who then gives no marks; `nil`: is not.
    var recusal: String?
  }

  private let form: RoundCollection.ReturnedForm
  private let forms: RoundForms
  private var date: CalendarDate?
  private(set) var diagnostics = Diagnostics()
  private(set) var papers: [Paper] = []
  /// False where its cells name somebody else than its hidden sheet.
  private(set) var isOfItsAssessor = true

  init(_ form: RoundCollection.ReturnedForm, in forms: RoundForms) {
    self.form = form
    self.forms = forms
  }

  mutating func read() {
    let check = SheetCheck(form.workbook, form.marker)
    if let entry = form.marker.sheet(.assessor),
      let grid = check.grid(of: entry, into: &diagnostics)
    {
      readAssessor(grid)
    }
    guard isOfItsAssessor else { return }
    for entry in form.marker.sheets where entry.role == .marks {
      guard let rubric = forms.rubrics.values.lazy.joined().first(where: { $0.id == entry.name }),
        let grid = check.grid(of: entry, into: &diagnostics)
      else { continue }
      readMarks(grid, rubric)
    }
  }

  private mutating func readAssessor(_ grid: SheetGrid) {
    for line in AssessorLine.allCases {
      let wanted = [line.wording.zh, line.wording.en].map(HeaderName.init)
      guard let row = grid.rows.first(where: { wanted.contains(HeaderName(grid.text($0, 1))) })
      else { continue }
      let text = grid.text(row, 2)
      switch line {
      case .name:
        guard HeaderName(text) != HeaderName(form.marker.assessor) else { continue }
        isOfItsAssessor = false
        diagnostics.report(.formSaysAnother(form.marker.assessor, at: grid.place(row, 2)))
      case .role, .stage: break
      case .date:
        guard case .value(.date(let day), _) = CellReader(.date).read(text) else {
          if !text.isEmpty { diagnostics.report(.markUnreadable(at: grid.place(row, 2))) }
          continue
        }
        date = day
        if day > forms.round.asOf {
          diagnostics.report(.dateAfterCutOff(forms.round.asOf, at: grid.place(row, 2)))
        }
      }
    }
  }

  /// The columns of one item.
  private struct ItemColumns {
    let item: Item
    var columns: [MarkColumn: Int] = [:]
  }

  private mutating func readMarks(_ grid: SheetGrid, _ rubric: Rubric) {
    guard let head = MarksHead(grid, into: &diagnostics) else { return }
    let role = form.marker.role
    let stage = form.marker.stage.isEmpty ? nil : form.marker.stage
    var items = rubric.items(markedBy: role, at: stage).map { ItemColumns(item: $0) }
    for column in head.columns {
      guard let index = items.firstIndex(where: { $0.item.id == column.item }) else {
        diagnostics.report(.formColumnAdded(at: grid.place(head.row, column.column)))
        continue
      }
      if items[index].columns[column.field] == nil {
        items[index].columns[column.field] = column.column
      } else {
        diagnostics.report(.formColumnAdded(at: grid.place(head.row, column.column)))
      }
    }
    for item in items {
      for field in MarksForm.columns(of: item.item) where item.columns[field] == nil {
        diagnostics.report(
          .formColumnMissing(
            "\(item.item.title.text(in: forms.language)) \(field.wording.text(in: forms.language))",
            at: grid.place(head.row)))
      }
    }
    var stations = Set(
      forms.papers(for: role, at: stage).first { $0.rubric.id == rubric.id }?.stations.map(\.id)
        ?? [])
    let all = stations
    for row in grid.rows where row > head.row {
      let text = HeaderName.shown(grid.text(row, head.station))
      guard !text.isEmpty || grid.columns(of: row).count > 1 else { continue }
      guard let id = all.first(where: { HeaderName($0) == HeaderName(text) }) else {
        diagnostics.report(.markOfNoStation(at: grid.place(row, head.station)))
        continue
      }
      guard stations.remove(id) != nil else {
        diagnostics.report(.stationMarkedTwice(id, at: grid.place(row, head.station)))
        papers.removeAll { $0.station == id }
        continue
      }
      readRow(grid, row, id, items, head)
    }
    for id in stations.sorted() {
      diagnostics.report(.stationNotMarked(id, at: grid.place()))
    }
  }

  private mutating func readRow(
    _ grid: SheetGrid, _ row: Int, _ id: String, _ items: [ItemColumns], _ head: MarksHead
  ) {
    var marks: [Given] = []
    var blanks: [Place] = []
    var found = Diagnostics()
    for item in items {
      switch mark(grid, row, item, into: &found) {
      case .given(let mark): marks.append(mark)
      case .blank(let place): blanks.append(place)
      case .unreadable: break
      }
    }
    let recused = head.recused.map { grid.text(row, $0) } ?? ""
    let why = head.why.map { PlainWords.trimmed(grid.text(row, $0)) } ?? ""
    let isRecused =
      if case .value(.boolean(let said), _) = CellReader(.boolean).read(recused) { said } else {
        // Whoever says why has said that.
        !why.isEmpty && recused.isEmpty
      }
    guard !isRecused else {
      if !marks.isEmpty {
        diagnostics.report(
          .recusalIgnored(id, marks.count, at: grid.place(row, head.recused ?? head.station)))
      } else {
        papers.append(Paper(station: id, date: date, marks: [], recusal: why))
      }
      return
    }
    diagnostics.append(found)
    if let first = blanks.first {
      diagnostics.report(.marksBlank(id, blanks.count, at: first))
    }
    if !marks.isEmpty { papers.append(Paper(station: id, date: date, marks: marks)) }
  }

  private enum Read {
    case given(Given)
    case blank(Place)
    case unreadable
  }

  private func mark(
    _ grid: SheetGrid, _ row: Int, _ columns: ItemColumns, into found: inout Diagnostics
  ) -> Read {
    let item = columns.item
    let field: MarkColumn = columns.columns[.mark] == nil ? .value : .mark
    guard let column = columns.columns[field] else { return .blank(grid.place(row)) }
    let place = grid.place(row, column)
    let band = columns.columns[.band].map { HeaderName.shown(grid.text(row, $0)) } ?? ""
    let reason = columns.columns[.reason].map { PlainWords.trimmed(grid.text(row, $0)) } ?? ""
    if let cell = grid[row, column], cell.kind == .uncached || cell.kind == .error {
      found.report(.markUnreadable(at: place))
      return .unreadable
    }
    guard let cell = grid[row, column], !cell.isBlank else {
      if !band.isEmpty || !reason.isEmpty { found.report(.markHalf(item.id, at: place)) }
      return band.isEmpty && reason.isEmpty ? .blank(place) : .unreadable
    }
    guard case .value(.number(let number), let notes) = CellReader(.number).read(cell.text),
      !notes.contains(.percent)
    else {
      found.report(.markUnreadable(at: place))
      return .unreadable
    }
    let scale = MarkScale(item)
    guard number >= scale.low, number <= scale.high else {
      found.report(.markOffScale(item.id, scale.low, scale.high, at: place))
      return .unreadable
    }
    var bandID: String?
    if !scale.bands.isEmpty {
      let place = columns.columns[.band].map { grid.place(row, $0) } ?? place
      guard let known = scale.band(band) else {
        found.report(
          band.isEmpty ? .markHalf(item.id, at: place) : .bandUnknown(scale.names, at: place))
        return .unreadable
      }
      bandID = known
    }
    if reason.isEmpty, scale.wantsReason(for: number) {
      let place = columns.columns[.reason].map { grid.place(row, $0) } ?? place
      found.report(.markWantsReason(item.id, at: place))
    }
    return .given(
      Given(
        item: item.id, band: bandID, value: "\(number)", isOfBand: field == .value,
        reason: reason.isEmpty ? nil : reason))
  }
}

/// The rows above the marks: where stations stand, and which item each column belongs to.
struct MarksHead {
  struct Column {
    let column: Int
    let item: String
    let field: MarkColumn
  }

  let row: Int
  let station: Int
  let recused: Int?
  let why: Int?
  let columns: [Column]

  private static let deepest = 30

  /// - Returns: `nil` where there is none; that was reported.
  init?(_ grid: SheetGrid, into diagnostics: inout Diagnostics) {
    func field(_ row: Int, _ column: Int) -> MarkColumn? {
      MarkColumn.named(grid.text(row, column))
    }
    let rows = grid.rows.prefix { $0 <= Self.deepest }
    let heads = rows.first { row in
      grid.columns(of: row).contains { field(row, $0) == .station }
    }
    guard let row = heads,
      let station = grid.columns(of: row).first(where: { field(row, $0) == .station })
    else {
      diagnostics.report(.formHeadLost(at: grid.place()))
      return nil
    }
    let wanted = MarksForm.headingRow
    if row > wanted { diagnostics.report(.formRowsAbove(row, at: grid.place(rows.first ?? 1))) }
    self.row = row
    self.station = station
    recused = grid.columns(of: row).first { field(row, $0) == .recused }
    why = grid.columns(of: row).first { field(row, $0) == .recusalReason }
    let ids = row - (wanted - MarksForm.idRow)
    columns = grid.columns(of: row).compactMap { column in
      guard let field = field(row, column), !field.isOfStation else { return nil }
      return Column(column: column, item: grid.text(ids, column), field: field)
    }
  }
}

/// What marks of an item may be.
struct MarkScale {
  let low: Number
  let high: Number
  let bands: [Degree.Band]
  private let degree: Degree?
  private let reasons: Panel.ReasonDemand

  init(_ item: Item) {
    switch item.plan.quantity {
    case .given(.judge(let judge)):
      (low, high, bands, degree) = (judge.low, judge.high, [], nil)
      reasons = judge.panel.reasons
    case .given(.degree(let degree)):
      (low, high, bands) = (.zero, degree.scale, degree.bands)
      self.degree = degree
      reasons = .always
    default:
      (low, high, bands, degree) = (.zero, .zero, [], nil)
      reasons = .never
    }
  }

  /// The id of the band that a cell names, by its id or its title.
  func band(_ text: String) -> String? {
    let wanted = HeaderName(text)
    return bands.first { HeaderName($0.id) == wanted }?.id
      ?? bands.first { band in
        band.title.map { [$0.zh, $0.en].map(HeaderName.init).contains(wanted) } ?? false
      }?.id
  }

  var names: [String] { bands.map { $0.title?.zh ?? $0.id } }

  func wantsReason(for mark: Number) -> Bool {
    switch reasons {
    case .always: true
    case .forLostPoints: mark < high
    case .never: false
    }
  }
}
