/// Where in the user's files something stands.
package enum Place: Sendable {
  /// A span of a text whose lines may be shown (a rubric, an expression).
  case text(SourceText, Span)
  /// A cell of a table of evidence; its content is never shown. `line` counts from 1 in the file.
  case cell(file: String, line: Int, column: String)
  /// A sheet of a workbook, or a row or cell of one; its content is never shown.
  case sheet(SheetPlace)
  /// A whole file or folder.
  case file(String)

  /// The same, where a text was written of the cells of a workbook as the cell.
  package var asShown: Place {
    guard case .text(let source, let span) = self, !source.cells.isEmpty else { return self }
    return .sheet(source.cells[min(source.line(at: span.start), source.cells.count - 1)])
  }

  package var path: String {
    switch self {
    case .text(let source, _): source.path
    case .cell(let file, _, _), .file(let file): file
    case .sheet(let place): place.workbook
    }
  }

  /// `file:line:column` for texts, `file:line (column)` for cells, `file!sheet!C7` in workbooks, the path for files.
  package var description: String {
    switch asShown {
    case .text(let source, let span):
      let (line, column) = source.position(of: span.start)
      return "\(source.path):\(line):\(column)"
    case .cell(let file, let line, let column): return "\(file):\(line) (\(column))"
    case .sheet(let place): return place.description
    case .file(let file): return file
    }
  }
}
