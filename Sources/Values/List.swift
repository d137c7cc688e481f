/// A list of FEEL.
///
/// One type with several backings: values, or a table with a selection of rows.
///
/// Whoever wants the members asks a `ListCursor`, which knows all backings.
package enum List: Sendable {
  case values([Value])
  /// The selected rows, each a context of the table's columns.
  case rows(Selection)
  /// One column over the selected rows.
  case column(Selection, Int)
  /// A list of which some members may or may not be in it, because a filter could not decide.
  case partial(PartialList)
}

/// Rows of a table: those that are in, and those that a filter could not decide.
package final class Selection: Sendable {
  package let table: Table
  /// Ascending row numbers; `nil` means all rows.
  package let rows: [Int32]?
  /// Ascending row numbers, disjoint from `rows`, that may or may not be in.
  package let openRows: [Int32]
  /// Why the open rows are open.
  package let missing: [Missing]

  package init(
    _ table: Table, rows: [Int32]? = nil, openRows: [Int32] = [], missing: [Missing] = []
  ) {
    self.table = table
    self.rows = rows
    self.openRows = openRows
    self.missing = missing
  }

  /// How many rows are surely in.
  package var count: Int { rows?.count ?? table.rowCount }
}

/// Members of which some may not be in the list.
///
/// They stand in the order of the list, but for one case: where a list is freed of repetitions, a member
/// may come to stand where an unknown one before it turns out to be the same.
package final class PartialList: Sendable {
  package let members: [Value]
  /// Same count as `members`; true where membership is not decided.
  package let isOpen: [Bool]
  package let missing: [Missing]

  package init(_ members: [Value], isOpen: [Bool], missing: [Missing]) {
    self.members = members
    self.isOpen = isOpen
    self.missing = missing
  }
}

/// The rows of one file of evidence as typed columns.
///
/// A cell may be null or unknown.
package final class Table: Sendable {
  package struct Column: Sendable {
    package let name: String
    /// Same count as the table has rows.
    package let values: [Value]
    /// By row: a number for texts that differ in nothing one sees, -1 for all others; empty where there are no such.
    package let alike: [Int32]
    /// Some cell is unknown, or holds members that could be.
    package let mayHoldUnknown: Bool

    package init(_ name: String, _ values: [Value], alike: [Int32] = []) {
      precondition(alike.isEmpty || alike.count == values.count, "each cell has its number")
      self.name = name
      self.values = values
      self.alike = alike
      mayHoldUnknown = values.contains(where: \.mayHoldUnknown)
    }
  }

  package let name: String
  /// The file as reports name it, relative to its bundle.
  package let file: String
  package let columns: [Column]
  package let rowCount: Int
  /// The line of the file at which each row begins, counted from 1; empty for tables without a file.
  package let lines: [Int]
  /// Lines of rows that say something and were not counted, because they are no records.
  package let leftOut: [Int]

  package init(
    name: String, file: String, columns: [Column], rowCount: Int, lines: [Int] = [],
    leftOut: [Int] = []
  ) {
    precondition(
      columns.allSatisfy { $0.values.count == rowCount }, "a column is as long as its table")
    self.name = name
    self.file = file
    self.columns = columns
    self.rowCount = rowCount
    self.lines = lines
    self.leftOut = leftOut
  }

  package func columnIndex(named name: String) -> Int? {
    columns.firstIndex { $0.name == name }
  }
}

extension Value {
  /// Whether the value is unknown, or has members that are worth asking.
  package var mayHoldUnknown: Bool {
    switch self {
    case .unknown, .list, .context, .range: true
    case .null, .boolean, .number, .string, .date, .time, .dateTime, .dayTimeDuration,
      .yearMonthDuration, .function:
      false
    }
  }
}
