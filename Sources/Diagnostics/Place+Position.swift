extension Place {
  /// A place as a value: the same for two readings of one file.
  struct Position: Sendable, Hashable {
    fileprivate let file: String
    fileprivate let line: Int
    fileprivate let column: Int
    fileprivate let cell: String?
  }

  func position(naming name: (String) -> String) -> Position {
    switch asShown {
    case .text(let source, let span):
      let (line, column) = source.position(of: span.start)
      return Position(file: name(source.path), line: line, column: column, cell: nil)
    case .cell(let file, let line, let column):
      return Position(file: name(file), line: line, column: 0, cell: column)
    case .sheet(let place):
      let cell = place.column.map(SheetPlace.letters) ?? ""
      return Position(
        file: name(place.workbook), line: place.row ?? 0, column: 0,
        cell: "\(place.sheet)!\(cell)")
    case .file(let file): return Position(file: name(file), line: 0, column: 0, cell: nil)
    }
  }
}
