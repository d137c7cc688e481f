import Bundles
import Diagnostics
import Formats
import Workbooks

/// One sheet of the workbook beside a round, as the part of the round that it is.
struct RoundSheet {
  let form: RoundSheetForm
  private let table: CSVTable
  private let workbook: String
  private let sheet: String
  /// By column of the table.
  private let columns: [RoundSheetForm.Column?]

  /// - Returns: `nil` where it cannot be read, or no column of it is known; that was reported.
  init?(
    _ sheet: Workbook.Sheet, as form: RoundSheetForm, of workbook: Workbook,
    into diagnostics: inout Diagnostics
  ) {
    let content = SheetContent(sheet, of: workbook)
    diagnostics.append(content.diagnostics)
    if let hidden = HiddenParts(sheet, content.reading, of: workbook.path) {
      diagnostics.report(.hiddenInWorkbook(hidden))
    }
    let finder = HeaderFinder(form.columns.map { HeaderFinder.Column($0.names, fits: nil) })
    guard content.reading.cellCount > 0,
      let table = CSVReader.read(content.rows, header: .named(finder), into: &diagnostics)
    else { return nil }
    self.form = form
    self.table = table
    self.workbook = workbook.path
    self.sheet = sheet.name
    columns = table.header.map { header in
      form.columns.first { column in
        column.names.contains { HeaderName($0) == HeaderName(header) }
      }
    }
    let key = form.columns[0].key
    guard columns.contains(where: { $0?.key == key }) else {
      diagnostics.report(
        .roundSheetWithoutColumn(
          form.columns[0].names, among: table.header, at: workbook.place(in: sheet)))
      return nil
    }
    guard table.isWhole, content.isWhole else {
      diagnostics.report(.roundSheetLost(at: workbook.place(in: sheet)))
      return nil
    }
    if !form.takesOthers { reportOthers(into: &diagnostics) }
  }

  /// Columns whose names mean nothing here.
  private func reportOthers(into diagnostics: inout Diagnostics) {
    for (column, header) in table.header.enumerated()
    where columns[column] == nil && !RecordSieve.isNumberHeader(header) && header != "备注" {
      let known = form.columns.map { $0.names.count > 1 ? $0.names[1] : $0.key }
      diagnostics.report(
        .roundColumnNotRead(header, known: known, at: .sheet(place(table.head.line, column))))
    }
  }

  private func place(_ row: Int, _ column: Int?) -> SheetPlace {
    SheetPlace(
      workbook: workbook, sheet: sheet, row: row, column: column.flatMap(table.sheetColumn))
  }

  private struct Cell {
    let key: String
    let column: RoundSheetForm.Column?
    let text: String
    let place: SheetPlace
  }

  /// The cells of a row that hold something, that of the first column of the form first.
  private func cells(_ row: Int) -> [Cell] {
    let all = table.header.indices.compactMap { index -> Cell? in
      let column = columns[index]
      let written = table.cell(row, index)
      let text = PlainWords.trimmed(DoubtfulNumber(written)?.shown ?? written)
      guard !text.isEmpty, column != nil || form.takesOthers else { return nil }
      return Cell(
        key: column?.key ?? table.header[index], column: column,
        text: column?.words[text] ?? text, place: place(table.lines[row], index))
    }
    let first = form.columns[0].key
    return all.filter { $0.key == first } + all.filter { $0.key != first }
  }

  /// `key: "text"`, or a list of what stands in one cell.
  private func entry(_ cell: Cell) -> String {
    guard cell.column?.isList == true else {
      return "\(SheetScript.quoted(cell.key)): \(SheetScript.quoted(cell.text))"
    }
    return "\(SheetScript.quoted(cell.key)): \(SheetScript.list(cell.text))"
  }

  // MARK: as the round has it

  /// The part of the round that the sheet is; of subjects: a mapping by their ids.
  func mapping(into diagnostics: inout Diagnostics) -> NodeMapping? {
    var script = SheetScript()
    let rows = (0..<table.rowCount).map(cells).filter { !$0.isEmpty }
    let head = SheetScript.quoted(form.key) + ":"
    switch form.rows {
    case .entries:
      script.line(0, head, at: place(table.head.line, nil))
      for row in rows { writeEntry(row, 2, &script) }
    case .named:
      script.line(0, head, at: place(table.head.line, nil))
      for row in rows where isNamed(row, &diagnostics) {
        script.line(2, SheetScript.quoted(row[0].text) + ":", at: row[0].place)
        for cell in row.dropFirst() { script.line(4, entry(cell), at: cell.place) }
      }
    case .values:
      script.line(0, head, at: place(table.head.line, nil))
      for row in rows where isNamed(row, &diagnostics) && row.count > 1 {
        let name = SheetScript.quoted(row[0].text)
        script.line(2, "\(name): \(SheetScript.quoted(row[1].text))", at: row[1].place)
      }
    case .settings:
      var settings = RoundSettings()
      for row in rows where isNamed(row, &diagnostics) && row.count > 1 {
        if !settings.take(row[0].text, row[1].text, at: row[1].place) {
          diagnostics.report(
            .roundSettingNotRead(row[0].text, known: RoundSettings.names, at: .sheet(row[0].place)))
        }
      }
      settings.write(into: &script)
    case .entriesOfSubjects, .textsOfSubjects, .pairsOfSubjects:
      writeSubjects(rows.filter { isNamed($0, &diagnostics) }, head, &script)
    }
    return script.mapping(into: &diagnostics)
  }

  private func writeEntry(_ row: [Cell], _ indentation: Int, _ script: inout SheetScript) {
    for (number, cell) in row.enumerated() {
      script.line(indentation, (number == 0 ? "- " : "  ") + entry(cell), at: cell.place)
    }
  }

  private func writeSubjects(_ rows: [[Cell]], _ head: String, _ script: inout SheetScript) {
    var written: Set<String> = []
    for row in rows where written.insert(row[0].text).inserted {
      script.line(0, SheetScript.quoted(row[0].text) + ":", at: row[0].place)
      script.line(2, head, at: row[0].place)
      for own in rows where own[0].text == row[0].text {
        let cells = Array(own.dropFirst())
        switch form.rows {
        case .entriesOfSubjects: writeEntry(cells, 4, &script)
        case .pairsOfSubjects:
          guard let role = cells.first(where: { $0.key == "role" }),
            let party = cells.first(where: { $0.key == "party" })
          else { continue }
          let words = "\(SheetScript.quoted(role.text)): \(SheetScript.quoted(party.text))"
          script.line(4, words, at: party.place)
        default: for cell in cells { script.line(4, entry(cell), at: cell.place) }
        }
      }
    }
  }

  /// Whether a row says what or whom it is about.
  private func isNamed(_ row: [Cell], _ diagnostics: inout Diagnostics) -> Bool {
    if row[0].key == form.columns[0].key { return true }
    diagnostics.report(
      .roundRowWithoutName(form.columns[0].names, at: .sheet(row[0].place)))
    return false
  }
}
