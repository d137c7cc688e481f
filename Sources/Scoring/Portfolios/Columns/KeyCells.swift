import Formats
import Values

/// The keys of a file of facts as one thread reads them, end to end.
final class KeyCells: @unchecked Sendable {
  private let bytes = GrowingCells<UInt8>()
  /// By row: where its key ends.
  private let ends = GrowingCells<Int>()
  private let reader = CellReader(.string)

  var count: Int { ends.count }

  func take(_ column: Int, of batch: RowBatch) {
    let places = batch.columns[column]
    for row in 0..<batch.rowCount {
      let (start, count) = places.extent(row)
      append(UnsafeBufferPointer(start: batch.bytes + start, count: count))
    }
  }

  private func append(_ cell: UnsafeBufferPointer<UInt8>) {
    if Self.isPlain(cell) {
      let end = bytes.extend(by: cell.count)
      if let start = cell.baseAddress { end.update(from: start, count: cell.count) }
    } else if case .value(.string(let text), _) = reader.read(cell) {
      for byte in text.utf8 { bytes.append(byte) }
    }
    ends.append(bytes.count)
  }

  /// Letters that stand for themselves: neither blanks nor signs that are no letters.
  private static func isPlain(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    cell.allSatisfy { $0 > 0x20 && $0 < 0x7F }
  }

  /// The key of a row; empty where there is none.
  subscript(row: Int) -> String {
    let start = row == 0 ? 0 : ends[row - 1]
    return String(
      decoding: UnsafeBufferPointer(start: bytes.cells + start, count: ends[row] - start),
      as: UTF8.self)
  }
}
