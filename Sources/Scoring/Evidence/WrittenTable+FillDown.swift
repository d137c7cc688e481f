import Formats
import Rubrics
import Values

extension WrittenTable {
  /// The same, where blank cells of the columns that the declaration names take what stands above them.
  ///
  /// `key` is the column that says whose a row is, where there is one.
  func filledDown(by declaration: TableDeclaration, key: Int? = nil) -> WrittenTable {
    let asked = declaration.fillDown
    guard !asked.isNothing else { return self }
    var columns = asked.columns.compactMap { index in
      columnIndex(named: declaration.columns[index].headers + [declaration.columns[index].name])
    }
    if asked.key, let key { columns.append(key) }
    let overlong = overlongRows
    var filled = self
    for column in columns where filled.sources[column] == nil {
      filled.sources[column] = rowsAbove(in: column, besides: overlong)
    }
    return filled
  }

  /// By row: the nearest row, itself or above, in which the cell says something.
  private func rowsAbove(in column: Int, besides overlong: Set<Int>) -> [Int32] {
    var last: Int32?
    return (0..<rowCount).map { row in
      let own = Int32(truncatingIfNeeded: row)
      // Nobody knows which cell of such a row it is that the next ones mean.
      if overlong.contains(row) {
        last = nil
        return own
      }
      guard OwnerText.isDitto(OwnerText.text(cell(row, column))) else {
        last = own
        return own
      }
      return last ?? own
    }
  }
}
