import Diagnostics
import Formats
import Rubrics
import Values

/// The cells of one declared fact or column as one thread reads them: plain numbers as they are, all else as codes of
/// texts, each of which is read once.
final class CellColumn: @unchecked Sendable {
  /// The decimals of a number, or what else a cell is.
  enum Mark {
    static let coded: UInt8 = 0xFF
    /// In a row with too many cells nobody knows which cell this is.
    static let misplaced: UInt8 = 0xFE
  }

  /// Whether plain numbers need not be looked up.
  enum Directness: Sendable {
    case coded
    case number(rule: NumberRule?, isWhole: Bool)
  }

  let meanings: CellMeanings
  let directness: Directness
  /// By row of a batch, for columns of numbers: a coefficient or a code, and which of them it is.
  private(set) var cells: UnsafeMutablePointer<Int64>
  private(set) var marks: UnsafeMutablePointer<UInt8>
  /// By row of a batch, for columns of codes alone; -1 for what is misplaced.
  private(set) var codes: UnsafeMutablePointer<Int32>
  private var capacity = 0

  init(_ reader: DeclaredReader, named name: String) {
    meanings = CellMeanings(reader, named: name)
    directness = reader.directness
    (cells, marks, codes) = (.allocate(capacity: 1), .allocate(capacity: 1), .allocate(capacity: 1))
  }

  deinit {
    cells.deallocate()
    marks.deallocate()
    codes.deallocate()
  }

  /// Reads the cells of a batch: into `cells` and `marks` where plain numbers are taken as they are, else into `codes`.
  ///
  /// Texts that are new are to be read by `meanings`.
  func read(_ column: Int, of batch: RowBatch) {
    reserve(batch.rowCount)
    let places = batch.columns[column]
    switch directness {
    case .number(let rule, let isWhole):
      readNumbers(places, of: batch, rule, isWhole)
      for row in batch.overlongRows { marks[row] = Mark.misplaced }
    case .coded:
      meanings.codes.codes(of: places, in: batch, into: codes)
      for row in batch.overlongRows { codes[row] = -1 }
    }
  }

  private func readNumbers(
    _ places: RowBatch.Cells, of batch: RowBatch, _ rule: NumberRule?, _ isWhole: Bool
  ) {
    let (bytes, cells, marks) = (batch.bytes, cells, marks)
    for row in 0..<batch.rowCount {
      let (start, count) = places.extent(row)
      if let number = PlainNumber(bytes + start, count),
        fits(number, rule, isWhole)
      {
        cells[row] = number.coefficient
        marks[row] = UInt8(truncatingIfNeeded: number.decimals)
      } else {
        cells[row] = Int64(meanings.codes.code(of: start..<start + count, in: bytes))
        marks[row] = Mark.coded
      }
    }
  }

  @inline(__always)
  private func fits(_ number: PlainNumber, _ rule: NumberRule?, _ isWhole: Bool) -> Bool {
    if rule == nil, !isWhole { return true }
    guard let scaled = NumberRule.scaled(number) else { return false }
    if isWhole, scaled % 1_000_000 != 0 { return false }
    return rule?.holds(scaled) ?? true
  }

  private func reserve(_ count: Int) {
    guard count > capacity else { return }
    cells.deallocate()
    marks.deallocate()
    codes.deallocate()
    capacity = count
    (cells, marks) = (.allocate(capacity: count), .allocate(capacity: count))
    codes = .allocate(capacity: count)
  }
}

extension DeclaredReader {
  /// Plain numbers can be taken as they are where the declaration asks nothing that a scaled integer cannot answer.
  var directness: CellColumn.Directness {
    guard case .number = CellKind(declaration.shape), declaration.blanks.isEmpty,
      declaration.booleans == nil
    else { return .coded }
    guard let mustBe = declaration.mustBe else {
      return .number(rule: nil, isWhole: declaration.isWhole)
    }
    guard let rule = NumberRule(mustBe) else { return .coded }
    return .number(rule: rule, isWhole: declaration.isWhole)
  }
}
