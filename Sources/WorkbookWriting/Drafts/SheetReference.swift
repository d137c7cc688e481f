/// How formulas name sheets and cells.
package enum SheetReference {
  /// The cell of a sheet; rows and columns count from 1.
  package static func cell(_ sheet: String, _ row: Int, _ column: Int) -> String {
    "\(quoted(sheet))!\(ColumnLetters.letters(column))\(row)"
  }

  /// A cell of the sheet in which the formula stands.
  package static func place(_ row: Int, _ column: Int) -> String {
    "\(ColumnLetters.letters(column))\(row)"
  }

  /// The cells of one column of a sheet; it stays where it is when a formula is copied.
  package static func column(_ sheet: String, _ rows: ClosedRange<Int>, _ column: Int) -> String {
    let letters = ColumnLetters.letters(column)
    return "\(quoted(sheet))!$\(letters)$\(rows.lowerBound):$\(letters)$\(rows.upperBound)"
  }

  static func quoted(_ name: String) -> String {
    "'" + name.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
      + "'"
  }
}
