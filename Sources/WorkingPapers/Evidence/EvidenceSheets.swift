import Diagnostics
import FEEL
import Rubrics
import Scoring
import Values
import WorkbookWriting

/// The sheets of evidence of a workbook, and the slots that stand in their cells.
struct EvidenceSheets {
  private let rubric: Rubric
  private let language: Language
  private(set) var sheets: [SheetDraft] = []
  private(set) var names: [String]
  private(set) var cells = LiveCells()

  /// More rows than people read in a workbook of one subject stay in their file.
  private static let mostRows = 5_000

  /// `taken` are the names that other sheets have.
  init(_ evaluation: Evaluation, _ evidence: Evidence, language: Language, besides taken: [String])
  {
    rubric = evaluation.rubric
    self.language = language
    names = taken
    addFacts(
      evaluation.inputs,
      days: [
        (.periodStart, .periodStart, evaluation.period?.start),
        (.periodEnd, .periodEnd, evaluation.period?.end),
        (.asOf, .asOf, evaluation.asOf),
      ])
    for (number, declaration) in rubric.tables.enumerated() {
      guard let slot = rubric.index(of: .table(number)), evidence.slots.indices.contains(slot)
      else { continue }
      add(declaration, evidence.slots[slot], in: slot)
    }
  }

  private mutating func name(_ wanted: String) -> String {
    let name = SheetName.clean(wanted, besides: names)
    names.append(name)
    return name
  }

  // MARK: facts

  private mutating func addFacts(
    _ inputs: [InputResult], days: [(slot: Slot, title: Wording, date: CalendarDate?)]
  ) {
    let name = name(Wording.facts.text(in: language))
    var page = SheetDraft(name: name)
    page.set(1, 1, Wording.factsTitle.text(in: language), .title)
    for (index, head) in Wording.factHeads.enumerated() {
      page.set(3, index + 1, head.text(in: language), .heading)
    }
    for (column, width) in [28, 10, 18, 14, 10, 44].enumerated() {
      page.setColumn(column + 1, width: width)
    }
    page.frozenRows = 3
    page.repeatedRows = 3
    var row = 3
    var hidden = 0
    for (number, input) in inputs.enumerated() {
      let slot = rubric.index(of: .fact(number))
      guard !input.declaration.isPrivate else {
        hidden += 1
        if let slot { cells.hide(slot) }
        continue
      }
      row += 1
      page.set(
        row, 1, (input.declaration.title ?? Wording(input.declaration.name)).text(in: language),
        .given)
      page.set(row, 2, input.declaration.unit ?? "", .given)
      if let value = write(input.value, into: &page, row, name), let slot {
        cells.put(value, in: slot)
      }
      page.set(row, 6, input.place?.description ?? "", .remark)
    }
    for (slot, title, date) in days {
      guard let slot = rubric.index(of: slot), let date else { continue }
      row += 1
      page.set(row, 1, title.text(in: language), .given)
      if let value = write(.date(date), into: &page, row, name) { cells.put(value, in: slot) }
    }
    if hidden > 0 { page.set(2, 1, Wording.hiddenFacts(hidden).text(in: language), .remark) }
    sheets.append(page)
  }

  /// - Returns: `nil` for what no formula looks at.
  private func write(
    _ value: Value, into page: inout SheetDraft, _ row: Int, _ name: String
  ) -> LiveValue? {
    let given = SheetReference.place(row, 3)
    switch value {
    case .number(let number):
      page.set(row, 3, .number(Ledger.short(number)), .given)
      guard let ratio = try? LiveRatio(number) else { return nil }
      let scale = ratio.below.value
      page.set(
        row, 4,
        .formula(
          "ROUND(\(given)*\(SheetReference.place(row, 5)),0)", .number(Double(ratio.above.value))),
        .reckoned)
      page.set(row, 5, .number("\(scale)"), .given)
      guard let whole = try? LiveInteger.atom(SheetReference.cell(name, row, 4), ratio.above.value)
      else { return nil }
      return .number(LiveRatio(whole, over: .literal(scale)))
    case .boolean(let flag):
      page.set(row, 3, flag ? "是" : "否", .given)
      page.set(
        row, 4, .formula("IF(\(given)=\(LiveCells.yes),1,0)", .number(flag ? 1 : 0)), .reckoned)
      return .truth(LiveTruth("\(SheetReference.cell(name, row, 4))=1", flag))
    case .string(let text):
      page.set(row, 3, text, .given)
      // A cell does not keep every letter.
      guard (try? LiveCells.quoted(text)) != nil, !text.isEmpty else { return nil }
      return .text(SheetReference.cell(name, row, 3), is: text)
    case .date(let date):
      page.set(row, 3, day: date)
      guard let number = LiveDay.number(of: date),
        let day = try? LiveInteger.atom(SheetReference.cell(name, row, 3), number)
      else { return nil }
      return .day(day)
    default:
      page.set(row, 3, Wording.shown(value).text(in: language), .given)
      return nil
    }
  }

  // MARK: tables

  private mutating func add(_ declaration: TableDeclaration, _ value: Value, in slot: Int) {
    let title = (declaration.title ?? Wording(declaration.name)).text(in: language)
    guard case .list(.rows(let selection)) = value, selection.rows == nil,
      selection.openRows.isEmpty
    else { return }
    let table = selection.table
    let name = name(title)
    var page = SheetDraft(name: name)
    page.set(1, 1, title, .title)
    page.frozenRows = 3
    page.repeatedRows = 3
    let shown = declaration.columns.filter { !$0.isPrivate }
    let hidden = declaration.columns.count - shown.count
    guard table.rowCount <= Self.mostRows else {
      page.set(2, 1, Wording.longTable(table.rowCount, table.file).text(in: language), .remark)
      sheets.append(page)
      return
    }
    if hidden > 0 { page.set(2, 1, Wording.hiddenColumns(hidden).text(in: language), .remark) }
    page.set(3, 1, Wording.line.text(in: language), .heading)
    page.setColumn(1, width: 8)
    let rows = 4...max(4, table.rowCount + 3)
    for row in 0..<table.rowCount {
      let line = table.lines.indices.contains(row) ? table.lines[row] : row + 1
      page.set(row + 4, 1, .number("\(line)"), .remark)
    }
    var columns: [String: LiveTable.Column] = [:]
    for (index, column) in shown.enumerated() {
      let place = index + 2
      page.set(3, place, (column.title ?? Wording(column.name)).text(in: language), .heading)
      page.setColumn(place, width: 16)
      guard let found = table.columnIndex(named: column.name) else { continue }
      let values = table.columns[found].values
      for (row, value) in values.enumerated() { set(value, in: &page, row + 4, place) }
      // Cells that somebody could still fill in are no ground for a formula.
      guard !table.columns[found].mayHoldUnknown else { continue }
      columns[column.name] = LiveTable.Column(
        cells: SheetReference.column(name, rows, place), values: values)
    }
    sheets.append(page)
    cells.put(
      LiveTable(
        rowCount: table.rowCount, numbers: SheetReference.column(name, rows, 1), columns: columns),
      in: slot)
  }

  private func set(_ value: Value, in page: inout SheetDraft, _ row: Int, _ column: Int) {
    switch value {
    case .null: break
    case .number(let number): page.set(row, column, .number(number.description), .plain)
    case .boolean(let flag): page.set(row, column, flag ? "是" : "否")
    case .string(let text): page.set(row, column, text)
    case .date(let date): page.set(row, column, day: date)
    default: page.set(row, column, Wording.shown(value).text(in: language))
    }
  }
}

extension SheetDraft {
  /// A day that a formula may look at; one before 1 March 1900 is a text.
  fileprivate mutating func set(_ row: Int, _ column: Int, day date: CalendarDate) {
    guard LiveDay.number(of: date) != nil else { return set(row, column, "\(date)", .given) }
    set(
      row, column,
      .date(year: Int(date.year), month: Int(date.month), day: Int(date.day)), .givenDate)
  }
}
