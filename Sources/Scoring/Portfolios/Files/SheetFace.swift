import Diagnostics
import Formats

/// The header of a file of a portfolio that was written of a sheet, for messages that name its columns.
struct SheetFace {
  private let lines: SheetLines
  private let header: CSVHeader

  /// - Returns: `nil` for any other file, and where no header is found.
  init?(_ file: PortfolioFile, _ finder: HeaderFinder) {
    guard let lines = file.sheet else { return nil }
    // What is wrong with it was said when it was read.
    var unused = Diagnostics()
    guard let content = OpenFile(file, finder, into: &unused) else { return nil }
    self.lines = lines
    header = content.head
  }

  /// The cell of the sheet that a place of its table is; `nil` for places elsewhere.
  func cell(at place: Place) -> Place? {
    guard case .cell(let file, let row, let column) = place, file == lines.path else { return nil }
    let name = HeaderName(column)
    return lines.place(
      row: row,
      cell: header.names.firstIndex { HeaderName($0) == name }.map { header.cells[$0] })
  }
}
