import Rubrics
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
    /// By code, as `AlikeTexts` has it.
    var alike: [Int32] = []
  }

  let name: String
  let file: String
  let columns: [Column]
  /// Where each subject's rows begin; one more than there are subjects.
  let starts: [Int]

  func rows(of subject: Int) -> Range<Int> {
    starts.isEmpty ? 0..<0 : starts[subject]..<starts[subject + 1]
  }

  /// One subject's rows as expressions see a table.
  func list(of subject: Int) -> Value {
    let rows = rows(of: subject)
    let typed = columns.map { column in
      Table.Column(
        column.name, rows.map { column.values[Int(column.codes[$0])] },
        alike: column.alike.isEmpty ? [] : rows.map { column.alike[Int(column.codes[$0])] })
    }
    return .list(
      .rows(Selection(Table(name: name, file: file, columns: typed, rowCount: rows.count))))
  }
}

extension CodedTable {
  /// No rows of anybody, for a table that only passes have looked at.
  static func empty(_ declaration: TableDeclaration, _ file: String) -> CodedTable {
    CodedTable(
      name: declaration.name, file: file,
      columns: declaration.columns.map { Column(name: $0.name, codes: [], values: []) },
      starts: [])
  }

}
