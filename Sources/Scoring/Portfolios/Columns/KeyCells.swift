import Formats
import Values

/// The keys of a file of facts as one thread reads them, by batch, end to end.
final class KeyCells: @unchecked Sendable {
  private struct Kept {
    let bytes: UnsafePointer<UInt8>
    /// By row: where its key ends.
    let ends: UnsafePointer<UInt32>
  }

  private let room: CellRoom
  private var batches: [Kept] = []
  private let reader = CellReader(.string)

  init(in room: CellRoom) {
    self.room = room
  }

  func take(_ column: Int, of batch: RowBatch) {
    let places = batch.columns[column]
    var byteCount = 0
    for row in 0..<batch.rowCount { byteCount += places.extent(row).count }
    let bytes = room.cells(byteCount, of: UInt8.self)
    let ends = room.cells(batch.rowCount, of: UInt32.self)
    var end = 0
    for row in 0..<batch.rowCount {
      let (start, count) = places.extent(row)
      end += copy(
        UnsafeBufferPointer(start: batch.bytes + start, count: count), to: bytes + end)
      ends[row] = UInt32(truncatingIfNeeded: end)
    }
    batches.append(Kept(bytes: bytes, ends: ends))
  }

  /// - Returns: how many bytes the key has; blanks around it are no part of it.
  private func copy(
    _ cell: UnsafeBufferPointer<UInt8>, to target: UnsafeMutablePointer<UInt8>
  ) -> Int {
    if Self.isPlain(cell) {
      guard let start = cell.baseAddress else { return 0 }
      target.update(from: start, count: cell.count)
      return cell.count
    }
    guard let text = Self.key(cell, reader) else { return 0 }
    var count = 0
    // What is trimmed is never longer than it was.
    for byte in text.utf8.prefix(cell.count) {
      target[count] = byte
      count += 1
    }
    return count
  }

  /// A key, also one with letters that nobody can read: it names somebody all the same.
  ///
  /// - Returns: `nil` for a blank cell.
  static func key(_ cell: UnsafeBufferPointer<UInt8>, _ reader: CellReader) -> String? {
    if case .value(.string(let text), _) = reader.read(cell) { return text }
    let text = String(decoding: cell, as: UTF8.self)
    return CellReader.isGarbled(text) || ErrorValue.isOne(cell) ? text : nil
  }

  /// Letters that stand for themselves: neither blanks nor signs that are no letters.
  private static func isPlain(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    cell.allSatisfy { $0 > 0x20 && $0 < 0x7F }
  }

  /// The key of a row of a batch; empty where there is none.
  func key(_ row: Int, of batch: Int) -> String {
    let kept = batches[batch]
    let start = row == 0 ? 0 : Int(kept.ends[row - 1])
    return String(
      decoding: UnsafeBufferPointer(start: kept.bytes + start, count: Int(kept.ends[row]) - start),
      as: UTF8.self)
  }
}
