import Diagnostics
import Formats
import Rubrics
import Values

/// Keeps the cells of a file of facts, as one thread of several.
final class FactTaker: BatchTaker, @unchecked Sendable {
  /// Rows that came together.
  struct Batch {
    let block: Int
    let rowCount: Int
    /// By row: its line in the block.
    let lines: UnsafePointer<Int32>
  }

  /// What a subject takes besides its cells: its key, its place among others, its line of the output.
  private static let bytesOfSubject = 96

  private let room = CellRoom()
  private let budget: MemoryBudget
  private let threads: Int
  private let key: String
  private var rowCount = 0
  let keys: KeyCells
  let columns: [FactCells]
  private(set) var batches: [Batch] = []
  private(set) var faults = CellFaults()

  /// The first column that the batches hold is that of the key; one more for each fact.
  ///
  /// One of so many threads that read under one budget; `key` is what messages call the subjects.
  init(_ readers: [DeclaredReader], key: String, threads: Int, _ budget: MemoryBudget) {
    (self.key, self.threads, self.budget) = (key, threads, budget)
    let room = room
    keys = KeyCells(in: room)
    columns = readers.map { FactCells($0, in: room) }
  }

  func take(_ batch: RowBatch) {
    let lines = room.cells(batch.rowCount, of: Int32.self)
    for row in 0..<batch.rowCount {
      lines[row] = Int32(truncatingIfNeeded: batch.line(row).line)
    }
    rowCount += batch.rowCount
    batches.append(Batch(block: batch.block, rowCount: batch.rowCount, lines: lines))
    keys.take(0, of: batch)
    for (index, column) in columns.enumerated() { column.take(index + 1, of: batch) }
    for (index, column) in columns.enumerated() where column.meanings.hasFaults {
      keepFaults(of: column, index, batch)
    }
  }

  var wantsMore: Bool {
    var taken = [(key, (room.byteCount + rowCount * Self.bytesOfSubject) * threads)]
    for column in columns {
      taken.append((column.declaration.name, column.meanings.byteCount * threads))
    }
    budget.check(taken)
    return budget.culprit == nil
  }

  /// What is misplaced is told of its row.
  private func keepFaults(of column: FactCells, _ index: Int, _ batch: RowBatch) {
    for row in 0..<batch.rowCount {
      guard let code = column.code(row, of: batches.count - 1),
        let fault = column.meanings.meanings[code].fault
      else { continue }
      faults.append(
        CellFaults.One(
          line: batch.line(row), column: index, text: column.meanings.codes.text(of: code),
          fault: fault))
    }
  }
}
