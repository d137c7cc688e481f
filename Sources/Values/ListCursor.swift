/// The one way to the members of a list, whatever backs it.
///
/// Members stand in the order of the list; those that may or may not be in it stand among them and are
/// told apart by `isOpen(_:)`.
package final class ListCursor: Sendable {
  private enum Source: Sendable {
    case values([Value])
    case rows(Table)
  }

  private let source: Source
  /// The row of each member; `nil`: member and row have the same number.
  private let rows: [Int32]?
  /// Empty: no member is open.
  private let openness: [Bool]
  /// How many members there may be.
  package let count: Int
  /// Why the open members are open.
  package let missing: [Missing]
  /// False says that every member is known through and through.
  package let mayHoldUnknown: Bool
  /// The table that the members come from, as its rows or as one of its columns.
  package let selection: Selection?

  package convenience init(_ list: List) {
    switch list {
    case .values(let values): self.init(values)
    case .partial(let partial): self.init(partial)
    case .rows(let selection):
      self.init(
        selection, .rows(selection.table),
        mayHoldUnknown: selection.table.columns.contains(where: \.mayHoldUnknown))
    case .column(let selection, let index):
      guard selection.table.columns.indices.contains(index) else {
        self.init([])
        return
      }
      let column = selection.table.columns[index]
      self.init(selection, .values(column.values), mayHoldUnknown: column.mayHoldUnknown)
    }
  }

  package init(_ values: [Value]) {
    source = .values(values)
    rows = nil
    openness = []
    count = values.count
    missing = []
    mayHoldUnknown = values.contains(where: \.mayHoldUnknown)
    selection = nil
  }

  private init(_ partial: PartialList) {
    precondition(partial.members.count == partial.isOpen.count, "each member is open or not")
    source = .values(partial.members)
    rows = nil
    openness = partial.isOpen
    count = partial.members.count
    missing = partial.missing
    mayHoldUnknown = true
    selection = nil
  }

  private init(_ selection: Selection, _ source: Source, mayHoldUnknown: Bool) {
    self.source = source
    self.selection = selection
    missing = selection.missing
    guard !selection.openRows.isEmpty else {
      rows = selection.rows
      openness = []
      count = selection.count
      self.mayHoldUnknown = mayHoldUnknown
      return
    }
    let certain = selection.rows ?? (0..<Int32(selection.table.rowCount)).map { $0 }
    let merged = Self.merged(certain, selection.openRows)
    rows = merged.rows
    openness = merged.isOpen
    count = merged.rows.count
    self.mayHoldUnknown = true
  }

  private static func merged(
    _ certain: [Int32], _ open: [Int32]
  ) -> (rows: [Int32], isOpen: [Bool]) {
    var rows: [Int32] = []
    var isOpen: [Bool] = []
    rows.reserveCapacity(certain.count + open.count)
    isOpen.reserveCapacity(certain.count + open.count)
    var next = 0
    for row in certain {
      while next < open.count, open[next] < row {
        rows.append(open[next])
        isOpen.append(true)
        next += 1
      }
      rows.append(row)
      isOpen.append(false)
    }
    for row in open[next...] {
      rows.append(row)
      isOpen.append(true)
    }
    return (rows, isOpen)
  }

  package subscript(index: Int) -> Value {
    let row = row(index)
    switch source {
    case .values(let values): return values[row]
    case .rows(let table): return .context(Context(row: row, of: table))
    }
  }

  /// The entry `name` of the member at `index`, without making a context of a row.
  package func entry(_ name: String, column: Int?, at index: Int) -> Value? {
    switch source {
    case .values(let values):
      guard case .context(let context) = values[row(index)] else { return nil }
      return context.value(named: name, column: column)
    case .rows(let table):
      if let column, table.columns.indices.contains(column), table.columns[column].name == name {
        return table.columns[column].values[row(index)]
      }
      return table.columnIndex(named: name).map { table.columns[$0].values[row(index)] }
    }
  }

  package func isOpen(_ index: Int) -> Bool {
    openness.isEmpty ? false : openness[index]
  }

  package var hasOpenMembers: Bool { openness.contains(true) }

  /// How many members are surely in.
  package var certainCount: Int { openness.isEmpty ? count : openness.count { !$0 } }

  /// The table's own number of the row that the member at `index` comes from; `index` without a table.
  package func row(_ index: Int) -> Int {
    if let rows { Int(rows[index]) } else { index }
  }

  /// The members as values, open ones among them.
  package var members: [Value] {
    if rows == nil, case .values(let values) = source { return values }
    return (0..<count).map { self[$0] }
  }
}

extension List {
  /// How many members are surely in.
  package var certainCount: Int {
    switch self {
    case .values(let values): values.count
    case .rows(let selection), .column(let selection, _): selection.count
    case .partial(let partial): partial.isOpen.count { !$0 }
    }
  }

  /// How many members may or may not be in.
  package var openCount: Int {
    switch self {
    case .values: 0
    case .rows(let selection), .column(let selection, _): selection.openRows.count
    case .partial(let partial): partial.isOpen.count { $0 }
    }
  }
}
