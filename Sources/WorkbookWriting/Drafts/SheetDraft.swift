/// A sheet that is to be written.
package struct SheetDraft: Sendable {
  package enum Content: Sendable, Hashable {
    /// Stays a text whatever it begins with.
    case text(String)
    /// Written as it stands where fifteen digits hold it, else as a text.
    case number(String)
    case date(year: Int, month: Int, day: Int)
    /// A formula, without `=`, with what it comes to now: programs that do not calculate show that.
    case formula(String, Cached)
    case blank
  }

  /// What a formula comes to.
  package enum Cached: Sendable, Hashable {
    case number(Double)
    case text(String)
  }

  package struct Cell: Sendable {
    package let row: Int
    package let column: Int
    package let content: Content
    package let style: CellStyle
  }

  /// Cells of one column that are one, with what stands in it.
  package struct Merge: Sendable {
    package let rows: ClosedRange<Int>
    package let column: Int
    package let text: String
    package let style: CellStyle
  }

  package struct Column: Sendable {
    package let first: Int
    package let last: Int
    /// In letters of the usual size.
    package let width: Int
    /// Of the cells in which nothing is written.
    package let style: CellStyle
  }

  /// A remark that shows where the pointer rests on a cell.
  package struct Note: Sendable {
    package let row: Int
    package let column: Int
    package let text: String
  }

  package internal(set) var name: String
  package private(set) var cells: [Cell] = []
  package private(set) var merges: [Merge] = []
  package private(set) var columns: [Column] = []
  package private(set) var notes: [Note] = []
  package private(set) var rules: [EntryRule] = []
  /// Rows and columns that stay in sight.
  package var frozenRows = 0
  package var frozenColumns = 0
  package var isHidden = false
  /// Whether only cells of an open style may be changed; there is no password.
  package var isProtected = false
  package var isLandscape = false
  /// Rows that each printed page repeats.
  package var repeatedRows = 0

  package init(name: String) { self.name = name }

  /// What stands in a cell; rows and columns count from 1.
  package mutating func set(
    _ row: Int, _ column: Int, _ content: Content, _ style: CellStyle = .plain
  ) {
    cells.append(Cell(row: row, column: column, content: content, style: style))
  }

  package mutating func set(
    _ row: Int, _ column: Int, _ text: String, _ style: CellStyle = .plain
  ) {
    set(row, column, .text(text), style)
  }

  /// A text over several rows of a column, in which nothing else is to be set.
  package mutating func merge(
    _ rows: ClosedRange<Int>, _ column: Int, _ text: String, _ style: CellStyle
  ) {
    guard rows.count > 1 else { return set(rows.lowerBound, column, text, style) }
    merges.append(Merge(rows: rows, column: column, text: text, style: style))
  }

  package mutating func setColumn(_ column: Int, width: Int, _ style: CellStyle = .plain) {
    setColumns(column...column, width: width, style)
  }

  package mutating func setColumns(
    _ range: ClosedRange<Int>, width: Int, _ style: CellStyle = .plain
  ) {
    columns.append(
      Column(first: range.lowerBound, last: range.upperBound, width: width, style: style))
  }

  package mutating func note(_ row: Int, _ column: Int, _ text: String) {
    guard !text.isEmpty else { return }
    notes.append(Note(row: row, column: column, text: text))
  }

  package mutating func add(_ rule: EntryRule) { rules.append(rule) }
}
