/// What came of reading a sheet, beside its cells.
package struct SheetReading: Sendable {
  /// Something that some cells of a sheet have in common: how many, and where the first is.
  package struct Tally: Sendable, Hashable {
    package private(set) var count = 0
    package private(set) var row = 0
    package private(set) var column = 0

    mutating func add(_ row: Int, _ column: Int) {
      if count == 0 { (self.row, self.column) = (row, column) }
      count += 1
    }
  }

  package struct Span: Sendable, Hashable {
    package let first: Int
    package let last: Int
  }

  /// The greatest row and column in which something stands.
  package var rowCount = 0
  package var columnCount = 0
  /// Of cells that hold something.
  package var cellCount = 0
  package var formulaCount = 0
  /// Formulas whose value was never stored, row and column.
  package var uncached: [(row: Int, column: Int)] = []
  /// As the sheet writes them: `A1:C1`.
  package var merged: [String] = []
  package var hiddenRows: [Span] = []
  package var hiddenColumns: [Span] = []
  /// Rows of which nothing is said are hidden.
  package var hidesRows = false

  package var errors = Tally()
  package var firstError = ""
  /// What is called a number and is none.
  package var nonNumbers = Tally()
  package var missingStrings = Tally()
  /// Bytes that belong to no letter.
  package var garbled = Tally()
  /// Beyond the last row or column that a sheet can have.
  package var outside = Tally()
  /// Named so that nobody knows where they are.
  package var misplaced = Tally()
  /// Cells that were given before.
  package var repeated = Tally()
  /// Types that the format does not know.
  package var unknownTypes = Tally()

  /// Cells do not come in the order of rows and columns.
  package var isUnordered = false
  var fault: XMLFault?
  /// Nothing of it could be read.
  var isLost = false
  /// The last cell before the fault.
  var lastRow = 0
  var lastColumn = 0

  /// False where cells are lost.
  package var isWhole: Bool {
    fault == nil && !isLost && outside.count == 0 && misplaced.count == 0 && repeated.count == 0
  }

  mutating func hide(row: Int) {
    if let last = hiddenRows.last, last.last == row - 1 {
      hiddenRows[hiddenRows.count - 1] = Span(first: last.first, last: row)
    } else {
      hiddenRows.append(Span(first: row, last: row))
    }
  }
}
