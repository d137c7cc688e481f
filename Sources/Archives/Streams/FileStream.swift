/// The bytes of a file, read by `pread`: never mapped, because a file that shrinks would end the process.
package final class FileStream: ByteStream {
  private let file: OpenedFile
  private var offset = 0

  package init(_ file: OpenedFile) {
    self.file = file
  }

  package convenience init(_ path: String) throws(ByteStreamFailure) {
    self.init(try OpenedFile(path))
  }

  package var progress: (done: Int, total: Int?) { (offset, file.byteCount) }

  package func read(into room: UnsafeMutableRawBufferPointer) throws(ByteStreamFailure) -> Int {
    let count = try file.read(into: room, from: offset)
    offset += count
    return count
  }

  package func checkUnchanged() throws(ByteStreamFailure) { try file.checkUnchanged() }
}
