import Diagnostics
import Values
import WorkbookWriting

/// A sheet whose lines are numbers of points: a whole number, what it is divided by, what that is, the engine's figure, and whether
/// both agree.
struct Ledger {
  let name: String
  /// Where the whole number stands; what it is about stands before.
  let column: Int
  let language: Language
  private(set) var page: SheetDraft
  private(set) var row: Int
  /// How many figures are compared, and how many of them do not agree.
  private(set) var checked = 0

  static let agrees = "✓"
  static let differs = "✗"
  /// Where there is no formula there is nothing to compare.
  static let isValue = "—"
  /// The longest formula that a cell takes, with room to spare.
  private static let longest = 8_000

  init(
    _ name: String, title: String, heads: [String], widths: [Int], column: Int, language: Language
  ) {
    (self.name, self.column, self.language) = (name, column, language)
    page = SheetDraft(name: name)
    page.isLandscape = true
    page.set(1, 1, title, .title)
    for (index, head) in heads.enumerated() { page.set(3, index + 1, head, .heading) }
    for (index, width) in widths.enumerated() { page.setColumn(index + 1, width: width) }
    page.frozenRows = 3
    page.repeatedRows = 3
    row = 3
  }

  /// Begins a line with what it is about.
  mutating func begin(_ texts: [String]) {
    row += 1
    for (index, text) in texts.enumerated() { page.set(row, index + 1, text, .given) }
  }

  mutating func set(_ column: Int, _ content: SheetDraft.Content, _ style: CellStyle) {
    page.set(row, column, content, style)
  }

  mutating func remark(_ text: String) { page.set(2, 1, text, .remark) }

  /// Writes a ratio into the line, with the engine's figure beside it.
  ///
  /// - Returns: the same, by the cells in which it now stands.
  @discardableResult
  mutating func write(
    _ ratio: LiveRatio, engine: Number?, note: Wording? = nil
  ) -> LiveRatio {
    let isLong = max(ratio.above.text.utf16.count, ratio.below.text.utf16.count) > Self.longest
    let ratio =
      isLong
      ? LiveRatio(.literal(ratio.above.value), over: .literal(ratio.below.value)) : ratio
    let isFormula = !ratio.above.isLiteral || !ratio.below.isLiteral
    write(ratio.above, in: column)
    write(ratio.below, in: column + 1)
    let cells = (place(column), place(column + 1), place(column + 2), place(column + 3))
    page.set(
      row, column + 2, .formula("\(cells.0)/\(cells.1)", .number(ratio.shown)), .reckoned)
    if let engine { page.set(row, column + 3, .number(Self.short(engine)), .given) }
    if isFormula, let engine {
      checked += 1
      page.set(
        row, column + 4,
        .formula(
          "IF(ABS(\(cells.2)-\(cells.3))<0.0000001,\"\(Self.agrees)\",\"\(Self.differs)\")",
          .text(ratio.agrees(with: engine) ? Self.agrees : Self.differs)), .check)
    } else {
      page.set(row, column + 4, Self.isValue, .check)
    }
    say(isLong ? .tooLong : note)
    let below = ratio.below.isLiteral ? ratio.below : cell(column + 1, ratio.below.value)
    return LiveRatio(cell(column, ratio.above.value), over: below)
  }

  /// Writes a figure that is no formula; `shown` is what stands in its place where it is no number.
  mutating func write(value: Number?, shown: String, note: Wording) {
    if let value {
      page.set(row, column + 2, .number(Self.short(value)), .given)
      page.set(row, column + 3, .number(Self.short(value)), .given)
    } else {
      page.set(row, column + 3, shown, .given)
    }
    page.set(row, column + 4, Self.isValue, .check)
    say(note)
  }

  /// Writes a text that a formula gives.
  mutating func write(text formula: String, is text: String, engine: String, note: Wording? = nil) {
    let mine = place(column + 2)
    page.set(row, column + 2, .formula(formula, .text(text)), .reckoned)
    page.set(row, column + 3, engine, .given)
    checked += 1
    page.set(
      row, column + 4,
      .formula(
        "IF(EXACT(\(mine),\(place(column + 3))),\"\(Self.agrees)\",\"\(Self.differs)\")",
        .text(text == engine ? Self.agrees : Self.differs)), .check)
    say(note)
  }

  private mutating func say(_ note: Wording?) {
    if let note { page.set(row, column + 5, note.text(in: language), .remark) }
  }

  private mutating func write(_ integer: LiveInteger, in column: Int) {
    if integer.isLiteral {
      page.set(row, column, .number("\(integer.value)"), .given)
    } else {
      page.set(
        row, column, .formula(integer.text, .number(Double(integer.value))), .reckoned)
    }
  }

  private func place(_ column: Int) -> String { SheetReference.place(row, column) }

  /// The text of the line, as other sheets name it.
  var text: String { SheetReference.cell(name, row, column + 2) }

  /// The number in a column of the line, as other sheets name it.
  func cell(_ column: Int, _ value: Int) -> LiveInteger {
    // What stands in a cell was small enough to be written.
    (try? LiveInteger.atom(SheetReference.cell(name, row, column), value)) ?? .literal(value)
  }

  /// As many digits as a cell keeps.
  static func short(_ number: Number) -> String {
    (number.rounded(toScale: 10, .halfUp) ?? number).description
  }
}
