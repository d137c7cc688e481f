import Diagnostics
import Formats
import Rubrics
import Values

/// The cells of one declared fact that a thread keeps, by batch and row.
///
///     12.5  7  (empty)  0.25     numbers 125 7 code 25, marks 1 0 coded 2
///     是  否  是                  codes 0 1 0
final class FactCells: @unchecked Sendable {
  struct Numbers {
    /// Coefficients and codes, and which of them they are.
    let cells: UnsafePointer<Int64>
    let marks: UnsafePointer<UInt8>
    /// Whether some are no plain numbers.
    let hasOthers: Bool
  }

  let declaration: Declaration
  private let column: CellColumn
  private let room: CellRoom
  /// By batch; empty for a column of codes.
  private(set) var numbers: [Numbers] = []
  /// By batch, and empty for a column of numbers; -1 where nobody knows which cell this is.
  private(set) var codes: [UnsafePointer<Int32>] = []
  let isDirect: Bool

  // Of the cells that are plain numbers:
  private(set) var mostDecimals = 0
  private(set) var leastDecimals = 18
  private(set) var greatestMagnitude: UInt64 = 0

  init(_ reader: DeclaredReader, in room: CellRoom) {
    declaration = reader.declaration
    self.room = room
    column = CellColumn(reader, named: reader.declaration.name)
    if case .number = column.directness { isDirect = true } else { isDirect = false }
  }

  var meanings: CellMeanings { column.meanings }

  func take(_ place: Int, of batch: RowBatch) {
    let count = batch.rowCount
    if isDirect {
      let cells = room.cells(count, of: Int64.self)
      let marks = room.cells(count, of: UInt8.self)
      column.readNumbers(place, of: batch, into: cells, marks)
      numbers.append(
        Numbers(cells: cells, marks: marks, hasOthers: survey(cells, marks, count)))
    } else {
      let own = room.cells(count, of: Int32.self)
      column.readCodes(place, of: batch, into: own)
      codes.append(own)
    }
    _ = column.meanings.readNew()
  }

  /// - Returns: whether some cells are no plain numbers.
  private func survey(
    _ cells: UnsafePointer<Int64>, _ marks: UnsafePointer<UInt8>, _ count: Int
  ) -> Bool {
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
    return others != 0
  }

  /// - Returns: `nil` where the cell is a plain number, or misplaced.
  func code(_ row: Int, of batch: Int) -> Int? {
    if isDirect {
      let kept = numbers[batch]
      return kept.marks[row] == CellColumn.Mark.coded ? Int(kept.cells[row]) : nil
    }
    return codes[batch][row] >= 0 ? Int(codes[batch][row]) : nil
  }

  /// The value of a cell, for whoever looks at single ones; `place` says where it stands.
  func value(_ row: Int, of batch: Int, at place: () -> Place) -> Value {
    if isDirect, numbers[batch].marks[row] < CellColumn.Mark.misplaced {
      let kept = numbers[batch]
      return .number(Number(scaled: kept.cells[row], exponent: -Int(kept.marks[row])))
    }
    guard let code = code(row, of: batch) else { return meanings.misplaced(at: place()) }
    let meaning = meanings.meanings[code]
    return meaning.isOwn ? meanings.value(of: code, at: place()) : meaning.value
  }
}
