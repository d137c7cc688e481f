package import Diagnostics

extension CSVReader {
  /// The table that a sheet is; messages stand at its cells.
  ///
  /// - Returns: `nil` where there is no header, or too much; that was reported.
  package static func read(
    _ rows: SheetRows, limits: Limits = Limits(), header search: HeaderSearch = .later,
    into diagnostics: inout Diagnostics
  ) -> CSVTable? {
    let rows = rows.finished
    let path = "\(rows.workbook)!\(rows.sheet)"
    guard !rows.isTooLarge else {
      diagnostics.report(.fileTooLarge(path, limit: limits.file))
      return nil
    }
    var found = Diagnostics()
    let table = readText(rows.bytes, path, .utf8, limits, search, into: &found)
    for diagnostic in found.all {
      guard case .cell(_, let line, _) = diagnostic.place else {
        diagnostics.report(diagnostic)
        continue
      }
      let place = SheetPlace(
        workbook: rows.workbook, sheet: rows.sheet, row: rows.row(ofLine: line))
      diagnostics.report(diagnostic.moved(to: .sheet(place)))
    }
    return table?.numbered(by: rows)
  }
}
