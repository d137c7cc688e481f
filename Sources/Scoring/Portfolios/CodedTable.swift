import Values

/// The rows of one declared table in the order of their subjects; each cell the number of a value.
///
///     values    meal bath          codes   0 1 0 | 1 | 0
///                                  starts  0       3   4   5
struct CodedTable: Sendable {
  struct Column: Sendable {
    let name: String
    let codes: [Int32]
    let values: [Value]
  }

  let name: String
  let file: String
  let columns: [Column]
  /// Where each subject's rows begin; one more than there are subjects.
  let starts: [Int]

  func rows(of subject: Int) -> Range<Int> { starts[subject]..<starts[subject + 1] }

  /// One subject's rows as expressions see a table.
  func list(of subject: Int) -> Value {
    let rows = rows(of: subject)
    let typed = columns.map { column in
      Table.Column(column.name, rows.map { column.values[Int(column.codes[$0])] })
    }
    return .list(
      .rows(Selection(Table(name: name, file: file, columns: typed, rowCount: rows.count))))
  }
}

extension CodedTable {
  /// The list of a subject without rows.
  var emptyList: Value {
    .list(
      .rows(
        Selection(
          Table(
            name: name, file: file, columns: columns.map { Table.Column($0.name, []) },
            rowCount: 0))))
  }
}
