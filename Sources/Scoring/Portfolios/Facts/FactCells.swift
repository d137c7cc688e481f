import Diagnostics
import Formats
import Rubrics
import Values

/// The cells of one declared fact that a thread keeps, by batch and row.
///
///     12.5  7  (empty)  0.25     numbers 125 7 code 25, marks 1 0 coded 2
///     是  否  是                  codes 0 1 0
///
/// In as few bytes as the cells of a batch need: what is touched for the first time costs more than what is computed.
final class FactCells: @unchecked Sendable {
  /// Integers of a batch.
  enum Cells {
    case wide(UnsafePointer<Int64>)
    case narrow(UnsafePointer<Int32>)

    subscript(row: Int) -> Int64 {
      switch self {
      case .wide(let cells): cells[row]
      case .narrow(let cells): Int64(cells[row])
      }
    }
  }

  struct Numbers {
    /// Coefficients and codes, and which of them they are.
    let cells: Cells
    /// `nil` where it is the same for all rows.
    let marks: UnsafePointer<UInt8>?
    let firstMark: UInt8
    /// Whether some are no plain numbers.
    let hasOthers: Bool

    func mark(_ row: Int) -> UInt8 { marks?[row] ?? firstMark }
  }

  /// Codes of a batch; the greatest of a byte, or -1, where nobody knows which cell this is.
  enum Codes {
    case wide(UnsafePointer<Int32>)
    case narrow(UnsafePointer<UInt8>)

    static let misplaced: UInt8 = 0xFF

    subscript(row: Int) -> Int {
      switch self {
      case .wide(let codes): Int(codes[row])
      case .narrow(let codes): codes[row] == Self.misplaced ? -1 : Int(codes[row])
      }
    }
  }

  let declaration: Declaration
  private let column: CellColumn
  private let room: CellRoom
  /// By batch; empty for a column of codes.
  private(set) var numbers: [Numbers] = []
  /// By batch, and empty for a column of numbers.
  private(set) var codes: [Codes] = []
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
    column.read(place, of: batch)
    _ = column.meanings.readNew()
    if isDirect {
      numbers.append(kept(batch.rowCount))
    } else {
      codes.append(keptCodes(batch.rowCount))
    }
  }

  private func kept(_ count: Int) -> Numbers {
    let (cells, marks) = (column.cells, column.marks)
    var (most, least, magnitudes, others) = (UInt8(0), UInt8(18), UInt64(0), UInt8(0))
    var (all, first) = (UInt64(0), count > 0 ? marks[0] : 0)
    var isMixed: UInt8 = 0
    for row in 0..<count {
      let mark = marks[row]
      let isOther: UInt8 = mark >= CellColumn.Mark.misplaced ? 1 : 0
      others |= isOther
      isMixed |= mark ^ first
      most = max(most, isOther == 1 ? 0 : mark)
      least = min(least, mark)
      all |= cells[row].magnitude
      magnitudes |= isOther == 1 ? 0 : cells[row].magnitude
    }
    mostDecimals = max(mostDecimals, Int(most))
    leastDecimals = min(leastDecimals, Int(least))
    // Its highest bit is that of the greatest.
    greatestMagnitude |= magnitudes
    var keptMarks: UnsafePointer<UInt8>?
    if isMixed != 0 {
      let own = room.cells(count, of: UInt8.self)
      own.update(from: marks, count: count)
      keptMarks = UnsafePointer(own)
    }
    let keptCells: Cells
    if all < 1 << 31 {
      let own = room.cells(count, of: Int32.self)
      for row in 0..<count { own[row] = Int32(truncatingIfNeeded: cells[row]) }
      keptCells = .narrow(own)
    } else {
      let own = room.cells(count, of: Int64.self)
      own.update(from: cells, count: count)
      keptCells = .wide(own)
    }
    return Numbers(cells: keptCells, marks: keptMarks, firstMark: first, hasOthers: others != 0)
  }

  private func keptCodes(_ count: Int) -> Codes {
    let codes = column.codes
    if column.meanings.codes.count < Int(Codes.misplaced) {
      let own = room.cells(count, of: UInt8.self)
      // -1 becomes the greatest.
      for row in 0..<count { own[row] = UInt8(truncatingIfNeeded: codes[row]) }
      return .narrow(own)
    }
    let own = room.cells(count, of: Int32.self)
    own.update(from: codes, count: count)
    return .wide(own)
  }

  /// - Returns: `nil` where the cell is a plain number, or misplaced.
  func code(_ row: Int, of batch: Int) -> Int? {
    if isDirect {
      let kept = numbers[batch]
      return kept.mark(row) == CellColumn.Mark.coded ? Int(kept.cells[row]) : nil
    }
    let code = codes[batch][row]
    return code >= 0 ? code : nil
  }

  /// On which side a cell stands, where both sides together leave all in doubt.
  func side(_ row: Int, of batch: Int) -> ScaleSide? {
    if isDirect {
      let kept = numbers[batch]
      let mark = kept.mark(row)
      if mark == CellColumn.Mark.misplaced { return nil }
      if mark < CellColumn.Mark.misplaced {
        let (magnitude, one) = (
          kept.cells[row].magnitude, PlainNumber.powersOfTen[Int(mark)].magnitude
        )
        guard magnitude > one else { return nil }
        let (limit, overflow) = one.multipliedReportingOverflow(
          by: ScaleSide.mostPercents.magnitude)
        return overflow || magnitude <= limit ? .plain : .amount
      }
    }
    return code(row, of: batch).flatMap { meanings.meanings[$0].side }
  }

  /// The text of a cell, for whoever looks at single ones; nothing where nobody knows which cell it is.
  func text(_ row: Int, of batch: Int) -> String {
    if isDirect {
      let kept = numbers[batch]
      if kept.mark(row) < CellColumn.Mark.misplaced {
        return Number(scaled: kept.cells[row], exponent: -Int(kept.mark(row))).description
      }
    }
    return code(row, of: batch).map(meanings.codes.text) ?? ""
  }

  /// The value of a cell, for whoever looks at single ones; `place` says where it stands.
  func value(_ row: Int, of batch: Int, at place: () -> Place) -> Value {
    if isDirect {
      let kept = numbers[batch]
      if kept.mark(row) < CellColumn.Mark.misplaced {
        return .number(Number(scaled: kept.cells[row], exponent: -Int(kept.mark(row))))
      }
    }
    guard let code = code(row, of: batch) else { return meanings.misplaced(at: place()) }
    let meaning = meanings.meanings[code]
    return meaning.isOwn ? meanings.value(of: code, at: place()) : meaning.value
  }
}
