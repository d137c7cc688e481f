import Diagnostics
import Rubrics
import Values

extension TablePass {
  /// Says which columns hold texts of one subject that differ in nothing one sees, where an expression tells them apart.
  func reportAlike(
    _ rows: Portfolio.Rows.Kept, of file: TableFile, into diagnostics: inout Diagnostics
  ) {
    let reader = file.reader
    for (column, declaration) in reader.declaration.columns.enumerated()
    where reader.isToldApart(declaration) {
      let found = subjects.indices.first { rows.holdsAlikeTexts(in: column, of: $0) }
      if let found {
        diagnostics.report(
          .textsAlike(
            "\(reader.declaration.name).\(declaration.name)", of: subjects[found].id,
            at: .file(file.file.path)))
      }
    }
  }
}

extension Portfolio.Rows.Kept {
  fileprivate func holdsAlikeTexts(in column: Int, of subject: Int) -> Bool {
    switch self {
    case .grouped(let grouped):
      let cells = grouped.table.columns[column]
      guard !cells.alike.isEmpty else { return false }
      return Self.differ(
        grouped.rows[grouped.starts[subject]..<grouped.starts[subject + 1]].lazy.map { row in
          (cells.alike[Int(row)], cells.values[Int(row)])
        })
    case .coded(let table):
      let cells = table.columns[column]
      guard !cells.alike.isEmpty else { return false }
      return Self.differ(
        table.rows(of: subject).lazy.map { row in
          (cells.alike[Int(cells.codes[row])], cells.values[Int(cells.codes[row])])
        })
    }
  }

  /// Whether two texts of one group are not the same.
  private static func differ(_ cells: some Sequence<(group: Int32, value: Value)>) -> Bool {
    var first: [Int32: String] = [:]
    for (group, value) in cells {
      guard group >= 0, case .string(let text) = value else { continue }
      guard let known = first[group] else {
        first[group] = text
        continue
      }
      if !known.utf8.elementsEqual(text.utf8) { return true }
    }
    return false
  }
}
