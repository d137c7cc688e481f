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

  /// The rows kept of one column.
  final class Kept {
    let column: CellColumn
    var cells: [Int64] = []
    /// Empty for columns of codes alone.
    var marks: [UInt8] = []

    init(_ column: CellColumn) {
      self.column = column
    }
  }

  let columns: [Kept]
  private(set) var chunks: [Chunk] = []
  private(set) var lines: [Int32] = []
  private(set) var faults = CellFaults()

  /// The first column that the batches hold is that of the key.
  init(key: String, _ readers: [DeclaredReader]) {
    columns =
      [Kept(CellColumn(nil, named: key))]
      + readers.map { Kept(CellColumn($0, named: $0.declaration.name)) }
  }

  func take(_ batch: RowBatch) {
    let start = lines.count
    for row in 0..<batch.rowCount {
      lines.append(Int32(truncatingIfNeeded: batch.line(row).line))
    }
    if chunks.last?.block == batch.block {
      chunks[chunks.count - 1].rows = chunks[chunks.count - 1].rows.lowerBound..<lines.count
    } else {
      chunks.append(Chunk(block: batch.block, rows: start..<lines.count))
    }
    for (index, kept) in columns.enumerated() {
      kept.column.read(index, of: batch)
      kept.cells.append(
        contentsOf: UnsafeBufferPointer(start: kept.column.cells, count: batch.rowCount))
      kept.marks.append(
        contentsOf: UnsafeBufferPointer(start: kept.column.marks, count: batch.rowCount))
      _ = kept.column.meanings.readNew()
    }
    // The key is no fact, and what is misplaced is told of its row.
    for (index, kept) in columns.enumerated().dropFirst() {
      let (column, meanings) = (kept.column, kept.column.meanings)
      guard meanings.hasFaults else { continue }
      for row in 0..<batch.rowCount where column.marks[row] == CellColumn.Mark.coded {
        let code = Int(column.cells[row])
        if let fault = meanings.meanings[code].fault {
          faults.append(
            CellFaults.One(
              line: batch.line(row), column: index - 1, text: meanings.codes.text(of: code),
              fault: fault))
        }
      }
    }
  }
}
