extension Column {
  /// The rows named, in that order; one may stand several times.
  package func taking(_ rows: [Int]) -> Column {
    if rows.count == count, rows.indices.allSatisfy({ rows[$0] == $0 }) { return self }
    var others: [Int32: Value] = [:]
    if !self.others.isEmpty {
      for (target, row) in rows.enumerated() {
        if let value = self.others[Int32(truncatingIfNeeded: row)] {
          others[Int32(truncatingIfNeeded: target)] = value
        }
      }
    }
    return Column(
      cells.taking(rows), states: states.isEmpty ? [] : rows.map { states[$0] }, others: others)
  }
}

extension Column.Cells {
  fileprivate func taking(_ rows: [Int]) -> Column.Cells {
    switch self {
    case .scaled(let cells, let exponent): .scaled(rows.map { cells[$0] }, exponent: exponent)
    case .numbers(let cells): .numbers(rows.map { cells[$0] })
    case .booleans(let cells): .booleans(rows.map { cells[$0] })
    case .texts(let codes, let texts): .texts(rows.map { codes[$0] }, texts: texts)
    case .days(let cells): .days(rows.map { cells[$0] })
    case .values(let cells): .values(rows.map { cells[$0] })
    }
  }
}
