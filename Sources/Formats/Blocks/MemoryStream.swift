package import Archives

/// Bytes that are in memory already.
package final class MemoryStream: ByteStream {
  private let bytes: [UInt8]
  private var offset = 0

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  package var progress: (done: Int, total: Int?) { (offset, bytes.count) }

  package func read(into room: UnsafeMutableRawBufferPointer) throws(ByteStreamFailure) -> Int {
    let count = min(room.count, bytes.count - offset)
    room.copyBytes(from: bytes[offset..<offset + count])
    offset += count
    return count
  }

  package func checkUnchanged() throws(ByteStreamFailure) {}
}
