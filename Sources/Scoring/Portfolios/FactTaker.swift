import Diagnostics
import Formats
import Rubrics
import Values

/// Keeps the cells of a file of facts, as one thread of several.
final class FactTaker: BatchTaker, @unchecked Sendable {
  /// Rows of one block that stand one behind the other.
  struct Chunk {
    let block: Int
    var rows: Range<Int>
  }

  /// The first column that the batches hold is that of the key; one more for each fact.
  let columns: [FactCells]
  let keys = KeyCells()
  private(set) var chunks: [Chunk] = []
  /// By row: its line in its block.
  let lines = GrowingCells<Int32>()
  private(set) var faults = CellFaults()

  init(_ readers: [DeclaredReader]) {
    columns = readers.map(FactCells.init)
  }

  func take(_ batch: RowBatch) {
    let start = lines.count
    let ends = lines.extend(by: batch.rowCount)
    for row in 0..<batch.rowCount {
      ends[row] = Int32(truncatingIfNeeded: batch.line(row).line)
    }
    if chunks.last?.block == batch.block {
      chunks[chunks.count - 1].rows = chunks[chunks.count - 1].rows.lowerBound..<lines.count
    } else {
      chunks.append(Chunk(block: batch.block, rows: start..<lines.count))
    }
    keys.take(0, of: batch)
    for (index, column) in columns.enumerated() { column.take(index + 1, of: batch) }
    for (index, column) in columns.enumerated() where column.meanings.hasFaults {
      keepFaults(of: column, index, batch, from: start)
    }
  }

  /// What is misplaced is told of its row.
  private func keepFaults(of column: FactCells, _ index: Int, _ batch: RowBatch, from start: Int) {
    for row in 0..<batch.rowCount {
      guard let code = column.code(of: start + row) else { continue }
      if let fault = column.meanings.meanings[code].fault {
        faults.append(
          CellFaults.One(
            line: batch.line(row), column: index, text: column.meanings.codes.text(of: code),
            fault: fault))
      }
    }
  }
}
