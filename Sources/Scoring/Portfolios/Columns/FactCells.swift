import Diagnostics
import Formats
import Rubrics
import Values

/// The cells of one declared fact that a thread keeps, by row.
///
///     12.5  7  (empty)  0.25     cells 125 7 code 25, marks 1 0 coded 2
///     是  否  是                  codes 0 1 0
final class FactCells: @unchecked Sendable {
  let declaration: Declaration
  private let column: CellColumn
  /// Coefficients and codes, and which of them they are; empty for a column of codes alone.
  let cells = GrowingCells<Int64>()
  let marks = GrowingCells<UInt8>()
  /// Codes; -1 where nobody knows which cell this is.
  let codes = GrowingCells<Int32>()
  let isDirect: Bool

  // Of the cells that are plain numbers:
  private(set) var mostDecimals = 0
  private(set) var leastDecimals = 18
  private(set) var greatestMagnitude: UInt64 = 0
  /// Whether some cells are not.
  private(set) var hasOthers = false

  init(_ reader: DeclaredReader) {
    declaration = reader.declaration
    column = CellColumn(reader, named: reader.declaration.name)
    if case .number = column.directness { isDirect = true } else { isDirect = false }
  }

  var meanings: CellMeanings { column.meanings }

  func take(_ place: Int, of batch: RowBatch) {
    let count = batch.rowCount
    if isDirect {
      let (own, kinds) = (cells.extend(by: count), marks.extend(by: count))
      column.readNumbers(place, of: batch, into: own, kinds)
      survey(own, kinds, count)
    } else {
      column.readCodes(place, of: batch, into: codes.extend(by: count))
    }
    _ = column.meanings.readNew()
  }

  private func survey(
    _ cells: UnsafePointer<Int64>, _ marks: UnsafePointer<UInt8>, _ count: Int
  ) {
    var (most, least, magnitudes, others) = (UInt8(0), UInt8(18), UInt64(0), UInt8(0))
    for row in 0..<count {
      let mark = marks[row]
      let isOther: UInt8 = mark >= CellColumn.Mark.misplaced ? 1 : 0
      others |= isOther
      most = max(most, isOther == 1 ? 0 : mark)
      least = min(least, mark)
      magnitudes |= isOther == 1 ? 0 : cells[row].magnitude
    }
    mostDecimals = max(mostDecimals, Int(most))
    leastDecimals = min(leastDecimals, Int(least))
    // Its highest bit is that of the greatest.
    greatestMagnitude |= magnitudes
    if others != 0 { hasOthers = true }
  }

  /// Gives the memory back; there are no cells any more.
  func empty() {
    cells.empty()
    marks.empty()
    codes.empty()
  }

  /// - Returns: `nil` where the cell is a plain number, or misplaced.
  func code(of row: Int) -> Int? {
    if isDirect {
      return marks[row] == CellColumn.Mark.coded ? Int(cells[row]) : nil
    }
    return codes[row] >= 0 ? Int(codes[row]) : nil
  }

  /// The value of a cell, for whoever looks at single ones; `place` says where it stands.
  func value(of row: Int, at place: () -> Place) -> Value {
    if isDirect, marks[row] < CellColumn.Mark.misplaced {
      return .number(Number(scaled: cells[row], exponent: -Int(marks[row])))
    }
    guard let code = code(of: row) else { return meanings.misplaced(at: place()) }
    let meaning = meanings.meanings[code]
    return meaning.isOwn ? meanings.value(of: code, at: place()) : meaning.value
  }
}
