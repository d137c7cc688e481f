import Formats
import Rubrics
import Values

extension TableReader {
  /// The table with the blank cells of the columns that the declaration names taking what stands above them.
  ///
  /// Rows are judged as they were written: a note, a total or a row of a form left blank takes nothing from above and stays what it
  /// is, and gives nothing to the rows below it. `key` is the column that says whose a row is, where there is one; what has a name
  /// there is no blank row.
  func filledDown(_ table: WrittenTable, key: Int? = nil) -> WrittenTable {
    let asked = declaration.fillDown
    guard !asked.isNothing else { return table }
    var columns = asked.columns.compactMap { index in
      table.columnIndex(
        named: declaration.columns[index].headers + [declaration.columns[index].name])
    }
    if asked.key, let key { columns.append(key) }
    let (overlong, fates) = (table.overlongRows, fates(of: table))
    var filled = table
    let named = fates.filter { row, fate in
      guard let key, fate == .noRecord(.blank) else { return false }
      return !OwnerText.isDitto(OwnerText.text(table.cell(row, key)))
    }
    let others = fates.filter { named[$0.key] == nil }
    for column in columns where filled.sources[column] == nil {
      filled.sources[column] = table.rowsAbove(in: column, besides: overlong, others)
    }
    return filled
  }
}

extension WrittenTable {
  /// By row: the nearest row, itself or above, in which the cell says something.
  fileprivate func rowsAbove(
    in column: Int, besides overlong: Set<Int>, _ fates: [Int: RowFate]
  ) -> [Int32] {
    var last: Int32?
    return (0..<rowCount).map { row in
      let own = Int32(truncatingIfNeeded: row)
      // Nobody knows which cell of such a row it is that the next ones mean.
      if overlong.contains(row) {
        last = nil
        return own
      }
      let isBlank = OwnerText.isDitto(OwnerText.text(cell(row, column)))
      switch fates[row] {
      case .noRecord?: return own
      case .doubtful?:
        // If it is a record, those below may mean it.
        if !isBlank { last = nil }
        return own
      case nil: break
      }
      guard isBlank else {
        last = own
        return own
      }
      return last ?? own
    }
  }
}
