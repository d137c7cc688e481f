/// Some rows of a block: where the cells of the columns that are wanted lie.
///
/// The bytes and the places are those of the block, and are used again for the next rows.
package struct RowBatch {
  /// The places of one column: row `r` is `bytes[places[r * stride + start] + shift ..< places[r * stride + end]]`.
  package struct Cells {
    package let places: UnsafePointer<UInt32>
    package let stride: Int
    package let start: Int
    package let end: Int
    package let shift: UInt32

    package func range(_ row: Int) -> Range<Int> {
      // In front of the first row of a file the place wraps around.
      let low = Int(places[row * stride + start] &+ shift)
      return low..<max(low, Int(places[row * stride + end]))
    }
  }

  /// Followed by `Block.margin` bytes that may be read.
  package let bytes: UnsafePointer<UInt8>
  package let rowCount: Int
  /// One for each column that was asked for.
  package let columns: [Cells]
  /// Which block of the file.
  package let block: Int
  /// The line within the block, counted from 1, on which the first row begins.
  let firstLine: Int
  /// The lines of all rows, where not each of them has one.
  let lines: [Int]?
  /// Rows with more cells than the header has columns: nobody knows which cell belongs where.
  package let overlongRows: [Int]

  package func cell(_ column: Int, _ row: Int) -> UnsafeBufferPointer<UInt8> {
    let range = columns[column].range(row)
    return UnsafeBufferPointer(start: bytes + range.lowerBound, count: range.count)
  }

  package func line(_ row: Int) -> BlockLine {
    BlockLine(block: block, line: lines?[row] ?? firstLine + row)
  }
}

/// A line of a file, counted from 1 within its block; which one of the file is known when all before it are read.
package struct BlockLine: Sendable, Hashable, Comparable {
  package let block: Int
  package let line: Int

  package init(block: Int, line: Int) {
    self.block = block
    self.line = line
  }

  package static func < (left: BlockLine, right: BlockLine) -> Bool {
    (left.block, left.line) < (right.block, right.line)
  }
}
