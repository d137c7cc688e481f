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

  private let room = CellRoom()
  let keys: KeyCells
  let columns: [FactCells]
  private(set) var batches: [Batch] = []
  private(set) var faults = CellFaults()

  /// The first column that the batches hold is that of the key; one more for each fact.
  init(_ readers: [DeclaredReader]) {
    let room = room
    keys = KeyCells(in: room)
    columns = readers.map { FactCells($0, in: room) }
  }

  func take(_ batch: RowBatch) {
    let lines = room.cells(batch.rowCount, of: Int32.self)
    for row in 0..<batch.rowCount {
      lines[row] = Int32(truncatingIfNeeded: batch.line(row).line)
    }
    batches.append(Batch(block: batch.block, rowCount: batch.rowCount, lines: lines))
    keys.take(0, of: batch)
    for (index, column) in columns.enumerated() { column.take(index + 1, of: batch) }
    for (index, column) in columns.enumerated() where column.meanings.hasFaults {
      keepFaults(of: column, index, batch)
    }
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
