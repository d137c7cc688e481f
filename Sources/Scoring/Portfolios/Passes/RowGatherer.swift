import Formats
import Rubrics
import Values

/// Gathers the rows of some subjects with all their cells, as one thread of several.
final class RowGatherer: BatchTaker, @unchecked Sendable {
  struct Row {
    let subject: Int32
    let line: BlockLine
    let cells: [String]
  }

  private let keys: RowKeys
  private let key: Int
  private let columnCount: Int
  private let wanted: Set<Int32>
  private let purpose: String
  private let threads: Int
  private let budget: MemoryBudget
  private(set) var rows: [Row] = []
  private var byteCount = 0

  /// What a row takes besides its letters, and a cell.
  private static let (bytesOfRow, bytesOfCell) = (64, 48)

  /// How many bytes a row of so many cells takes besides its letters.
  static func bytes(ofRowOf columnCount: Int) -> Int { bytesOfRow + columnCount * bytesOfCell }

  /// One of so many threads that read under one budget; the batches hold all columns of the file.
  init(
    _ finder: OwnerFinder, _ glance: RowGlance, key: Int, columnCount: Int, wanted: Set<Int32>,
    for purpose: String, threads: Int, _ budget: MemoryBudget
  ) {
    keys = RowKeys(finder, glances: RowGlances(glance))
    (self.key, self.columnCount, self.wanted) = (key, columnCount, wanted)
    (self.purpose, self.threads, self.budget) = (purpose, threads, budget)
  }

  func take(_ batch: RowBatch) {
    keys.readRecords(key, of: batch)
    for row in 0..<batch.rowCount
    where wanted.contains(keys.subjects[row]) && !batch.overlongRows.contains(row) {
      let cells = (0..<columnCount).map { String(decoding: batch.cell($0, row), as: UTF8.self) }
      byteCount += Self.bytesOfRow + cells.reduce(0) { $0 + Self.bytesOfCell + $1.utf8.count }
      rows.append(Row(subject: keys.subjects[row], line: batch.line(row), cells: cells))
    }
  }

  var wantsMore: Bool {
    budget.check([(purpose, byteCount * threads)])
    return budget.culprit == nil
  }
}
