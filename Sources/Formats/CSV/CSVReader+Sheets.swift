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
    guard !rows.isTooLarge else {
      diagnostics.report(.fileTooLarge(rows.lines.path, limit: limits.file))
      return nil
    }
    return read(rows.bytes, of: rows.lines, limits: limits, header: search, into: &diagnostics)
  }

  /// The same of what was written of a sheet before.
  package static func read(
    _ bytes: [UInt8], of lines: SheetLines, limits: Limits, header search: HeaderSearch,
    into diagnostics: inout Diagnostics
  ) -> CSVTable? {
    var found = Diagnostics()
    let table = readText(bytes, lines.path, .utf8, limits, search, into: &found)
    diagnostics.append(found.moved { lines.place(ofLine: $0) })
    return table?.numbered(by: lines)
  }
}
