import CXLSXWriter

/// Writes one sheet.
struct SheetPress {
  let sheet: SheetDraft
  let worksheet: UnsafeMutablePointer<lxw_worksheet>
  let formats: CellFormats
  let lists: LongLists

  func fill() throws(WorkbookFailure) {
    for column in sheet.columns {
      guard let first = Self.column(column.first), let last = Self.column(column.last) else {
        continue
      }
      try WorkbookPress.check(
        worksheet_set_column(worksheet, first, last, Double(column.width), formats[column.style]))
    }
    for (row, lines) in RowHeights.lines(of: sheet) {
      guard let row = Self.row(row) else { continue }
      try WorkbookPress.check(worksheet_set_row(worksheet, row, Double(lines) * 15, nil))
    }
    for cell in sheet.cells { try write(cell) }
    for merge in sheet.merges { try write(merge) }
    for note in sheet.notes { try write(note) }
    for rule in sheet.rules { try RulePress(rule: rule, lists: lists).apply(to: worksheet) }
    setView()
  }

  private func setView() {
    if sheet.frozenRows > 0 || sheet.frozenColumns > 0 {
      worksheet_freeze_panes(
        worksheet, UInt32(clamping: sheet.frozenRows), UInt16(clamping: sheet.frozenColumns))
    }
    if sheet.isLandscape { worksheet_set_landscape(worksheet) }
    worksheet_set_paper(worksheet, 9)  // A4
    worksheet_fit_to_pages(worksheet, 1, 0)
    if sheet.repeatedRows > 0 {
      _ = worksheet_repeat_rows(worksheet, 0, UInt32(clamping: sheet.repeatedRows - 1))
    }
    if sheet.isProtected {
      var allowed = lxw_protection()
      allowed.format_columns = 1
      allowed.format_rows = 1
      allowed.insert_rows = 1
      allowed.delete_rows = 1
      allowed.sort = 1
      worksheet_protect(worksheet, nil, &allowed)
    }
    if sheet.isHidden { worksheet_hide(worksheet) }
  }

  private func write(_ cell: SheetDraft.Cell) throws(WorkbookFailure) {
    guard let row = Self.row(cell.row), let column = Self.column(cell.column) else { return }
    let format = formats[cell.style]
    switch cell.content {
    case .blank:
      try WorkbookPress.check(worksheet_write_blank(worksheet, row, column, format))
    case .text(let text): try write(text, row, column, format)
    case .number(let text):
      guard let number = ExactNumber.fraction(of: text) else {
        return try write(text, row, column, format)
      }
      try WorkbookPress.check(worksheet_write_number(worksheet, row, column, number, format))
    case .formula(let formula, .number(let number)):
      try WorkbookPress.check(
        worksheet_write_formula_num(worksheet, row, column, "=" + formula, format, number))
    case .formula(let formula, .text(let text)):
      try WorkbookPress.check(
        worksheet_write_formula_str(
          worksheet, row, column, "=" + formula, format, WrittenText.clean(text)))
    case .date(let year, let month, let day):
      var time = lxw_datetime()
      time.year = Int32(clamping: year)
      time.month = Int32(clamping: month)
      time.day = Int32(clamping: day)
      try WorkbookPress.check(worksheet_write_datetime(worksheet, row, column, &time, format))
    }
  }

  private func write(
    _ text: String, _ row: UInt32, _ column: UInt16, _ format: UnsafeMutablePointer<lxw_format>?
  ) throws(WorkbookFailure) {
    let text = WrittenText.forCell(text)
    guard !text.isEmpty else {
      return try WorkbookPress.check(worksheet_write_blank(worksheet, row, column, format))
    }
    try WorkbookPress.check(worksheet_write_string(worksheet, row, column, text, format))
  }

  private func write(_ merge: SheetDraft.Merge) throws(WorkbookFailure) {
    guard let first = Self.row(merge.rows.lowerBound), let last = Self.row(merge.rows.upperBound),
      let column = Self.column(merge.column)
    else { return }
    try WorkbookPress.check(
      worksheet_merge_range(
        worksheet, first, column, last, column, WrittenText.forCell(merge.text),
        formats[merge.style]))
  }

  private func write(_ note: SheetDraft.Note) throws(WorkbookFailure) {
    guard let row = Self.row(note.row), let column = Self.column(note.column) else { return }
    let text = WrittenText.cut(WrittenText.clean(note.text), to: WrittenText.longest)
    var options = lxw_comment_options()
    options.width = 260
    // So that a long remark is not cut off.
    let lines = text.split(separator: "\n").reduce(0) { $0 + 1 + $1.utf8.count / 48 }
    options.height = UInt16(clamping: min(600, 30 + 18 * lines))
    try WorkbookPress.check(worksheet_write_comment_opt(worksheet, row, column, text, &options))
  }

  /// - Returns: `nil` for what no sheet has.
  static func row(_ row: Int) -> UInt32? {
    (1...1_048_576).contains(row) ? UInt32(row - 1) : nil
  }

  static func column(_ column: Int) -> UInt16? {
    (1...16_384).contains(column) ? UInt16(column - 1) : nil
  }
}

/// Which numbers a sheet can hold as they are written.
enum ExactNumber {
  /// - Returns: `nil` where a binary fraction, as the library writes it, would show other digits.
  static func fraction(of text: String) -> Double? {
    var digits = 0
    var decimals = 0
    var isBehindPoint = false
    for (index, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "-") where index == 0: continue
      case UInt8(ascii: ".") where !isBehindPoint && digits > 0: isBehindPoint = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits += 1
        if isBehindPoint { decimals += 1 }
      default: return nil
      }
    }
    guard digits > 0, digits <= 15, !(isBehindPoint && decimals == 0) else { return nil }
    // Leading zeros belong to numbers of people and papers, not to amounts.
    let plain = text.drop { $0 == "-" }
    if plain.hasPrefix("0"), plain.count > 1, !plain.hasPrefix("0.") { return nil }
    return Double(text)
  }
}
