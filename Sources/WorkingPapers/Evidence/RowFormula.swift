import FEEL
import Rubrics
import Values

/// A condition on rows, as formulas over whole columns.
struct RowFormula {
  let table: LiveTable
  /// By local slot: the name of a column.
  let names: [Int: String]
  let cells: LiveCells

  func rows(_ step: Step) throws(NoFormula) -> LiveRows {
    switch step.form {
    case .local(let slot): return try flag(slot)
    case .comparison(let comparison, let left, let right):
      return try compared(left, comparison, right)
    case .between(let tested, let low, let high):
      return try all([compared(tested, .atLeast, low), compared(tested, .atMost, high)])
    case .and(let terms):
      var rows: [LiveRows] = []
      for term in terms { rows.append(try self.rows(term)) }
      return all(rows)
    case .or(let terms):
      var rows: [LiveRows] = []
      for term in terms { rows.append(try self.rows(term)) }
      return LiveRows(
        text: "((\(rows.map(\.text).joined(separator: "+")))>0)*1",
        holds: (0..<table.rowCount).map { row in rows.contains { $0.holds[row] } },
        mayHideNull: rows.contains(where: \.mayHideNull))
    case .builtin(let overloads, let arguments) where overloads.name == "not":
      guard let first = arguments.first, arguments.count == 1 else { throw .form }
      let rows = try rows(first)
      guard !rows.mayHideNull else { throw .nulls }
      return LiveRows(
        text: "(1-\(rows.text))", holds: rows.holds.map { !$0 }, mayHideNull: false)
    default: throw .form
    }
  }

  private func all(_ rows: [LiveRows]) -> LiveRows {
    LiveRows(
      text: rows.map(\.text).joined(separator: "*"),
      holds: (0..<table.rowCount).map { row in rows.allSatisfy { $0.holds[row] } },
      mayHideNull: rows.contains(where: \.mayHideNull))
  }

  private func flag(_ slot: Int) throws(NoFormula) -> LiveRows {
    let column = try column(slot)
    var holds: [Bool] = []
    for value in column.values {
      switch value {
      case .boolean(let flag): holds.append(flag)
      case .null: holds.append(false)
      default: throw .form
      }
    }
    return LiveRows(
      text: "(\(column.cells)=\(LiveCells.yes))*1", holds: holds, mayHideNull: column.hasNulls)
  }

  private func column(_ slot: Int) throws(NoFormula) -> LiveTable.Column {
    guard let name = names[slot] else { throw .form }
    guard let column = table.columns[name] else { throw .hidden }
    return column
  }

  private func compared(
    _ left: Step, _ comparison: Operator.Comparison, _ right: Step
  ) throws(NoFormula) -> LiveRows {
    if case .local(let slot) = left.form, names[slot] != nil {
      return try compared(try column(slot), comparison, right)
    }
    guard case .local(let slot) = right.form, names[slot] != nil else { throw .form }
    return try compared(try column(slot), comparison.mirrored, left)
  }

  private func compared(
    _ column: LiveTable.Column, _ comparison: Operator.Comparison, _ other: Step
  ) throws(NoFormula) -> LiveRows {
    if case .constant(.null) = other.form {
      guard comparison == .equal || comparison == .unequal else { throw .form }
      let isThere = comparison == .unequal
      return LiveRows(
        text: "(\(column.cells)\(isThere ? "<>" : "=")\"\")*1",
        holds: column.values.map { value in
          if case .null = value { !isThere } else { isThere }
        }, mayHideNull: false)
    }
    switch try cells.value(of: other) {
    case .day(let day): return try compared(column, comparison, LiveRatio(day))
    case .text(let text, let word):
      guard comparison == .equal || comparison == .unequal else { throw .form }
      var same: [Bool] = []
      for value in column.values {
        switch value {
        case .string(let own): same.append(own == word)
        case .null: same.append(false)
        default: throw .form
        }
      }
      let exact = "EXACT(\(column.cells),\(text))*1"
      return comparison == .equal
        ? LiveRows(text: exact, holds: same, mayHideNull: false)
        : LiveRows(text: "(1-\(exact))", holds: same.map { !$0 }, mayHideNull: false)
    case .truth(let truth):
      guard comparison == .equal, truth.text == "1=1" else { throw .form }
      var holds: [Bool] = []
      for value in column.values {
        guard case .boolean(let flag) = value else { throw .nulls }
        holds.append(flag)
      }
      return LiveRows(
        text: "(\(column.cells)=\(LiveCells.yes))*1", holds: holds, mayHideNull: false)
    case .number(let bound): return try compared(column, comparison, bound)
    }
  }

  private func compared(
    _ column: LiveTable.Column, _ comparison: Operator.Comparison, _ bound: LiveRatio
  ) throws(NoFormula) -> LiveRows {
    guard bound.below.isLiteral else { throw .form }
    let numbers = try column.numbers(over: bound.below.value)
    let right = try bound.above.times(.literal(numbers.scale / bound.below.value))
    let holds = numbers.values.map { own in own.map { comparison.holds($0, right.value) } ?? false }
    // A row of which nothing is known is no row that fails a comparison, and none that passes it.
    let known = column.hasNulls ? "(\(column.cells)<>\"\")*" : ""
    return LiveRows(
      text: "\(known)(\(numbers.text)\(comparison.sign)\(right.text))", holds: holds,
      mayHideNull: column.hasNulls)
  }
}

extension Operator.Comparison {
  /// The same with its sides changed.
  fileprivate var mirrored: Operator.Comparison {
    switch self {
    case .equal, .unequal: self
    case .less: .greater
    case .atMost: .atLeast
    case .greater: .less
    case .atLeast: .atMost
    }
  }

  fileprivate var sign: String { self == .unequal ? "<>" : rawValue }

  fileprivate func holds(_ left: Int, _ right: Int) -> Bool {
    switch self {
    case .equal: left == right
    case .unequal: left != right
    case .less: left < right
    case .atMost: left <= right
    case .greater: left > right
    case .atLeast: left >= right
    }
  }
}
