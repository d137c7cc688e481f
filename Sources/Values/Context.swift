/// The entries of a context, in the order of writing; names are unique.
///
/// A row of a table is a context too: its cells stay where they are until somebody asks for all of them.
package final class Context: Sendable {
  package struct Entry: Sendable {
    package let name: String
    package let value: Value

    package init(_ name: String, _ value: Value) {
      self.name = name
      self.value = value
    }
  }

  private enum Backing: Sendable {
    case entries([Entry])
    case row(Int, Table)
  }

  private let backing: Backing

  package init(_ entries: [Entry]) {
    backing = .entries(entries)
  }

  /// One row of a table.
  package init(row: Int, of table: Table) {
    precondition((0..<table.rowCount).contains(row), "the row is in its table")
    backing = .row(row, table)
  }

  package var entries: [Entry] {
    switch backing {
    case .entries(let entries): entries
    case .row(let row, let table): table.columns.map { Entry($0.name, $0.values[row]) }
    }
  }

  package var count: Int {
    switch backing {
    case .entries(let entries): entries.count
    case .row(_, let table): table.columns.count
    }
  }

  package subscript(_ name: String) -> Value? {
    switch backing {
    case .entries(let entries): entries.first { $0.name == name }?.value
    case .row(let row, let table):
      table.columnIndex(named: name).map { table.columns[$0].values[row] }
    }
  }

  /// The entry `name`, sought first where a table is expected to have it.
  package func value(named name: String, column: Int?) -> Value? {
    if case .row(let row, let table) = backing, let column,
      table.columns.indices.contains(column), table.columns[column].name == name
    {
      return table.columns[column].values[row]
    }
    return self[name]
  }
}
