/// A row whose form is broken, with its cells as they came, for whoever must find out whose it may be.
package struct BrokenRow: Sendable {
  package enum Kind: Sendable, Hashable {
    /// More cells than headers: a separator stands unquoted in some cell.
    case overlong
    /// Text follows the closing quote of this cell, counted from 0.
    case textAfterQuote(cell: Int)
  }

  package let kind: Kind
  /// Counted from 1, in the file or in its block.
  package let line: Int
  /// Empty where they are too many or too large to keep.
  package let cells: [String]

  /// A row longer than this is kept without its cells.
  private static let mostCells = 256
  private static let mostBytes = 1 << 14

  /// The record at which `cursor` stands.
  init(_ fault: RowFault, of cursor: borrowing CSVCursor, line: Int) {
    if case .textAfterQuote(let cell) = fault.kind {
      kind = .textAfterQuote(cell: cell)
    } else {
      kind = .overlong
    }
    self.line = line
    var cells: [String] = []
    var byteCount = 0
    if cursor.cellCount <= Self.mostCells {
      for cell in 0..<cursor.cellCount {
        let bytes = cursor.cell(cell)
        byteCount += bytes.count
        guard byteCount <= Self.mostBytes else { break }
        cells.append(String(decoding: bytes, as: UTF8.self))
      }
    }
    self.cells = cells.count == cursor.cellCount ? cells : []
  }
}

/// A row of a broken form, and where it stands in a file that was read in blocks.
package struct BrokenRowPlace: Sendable {
  package let row: BrokenRow
  package let line: BlockLine
}
