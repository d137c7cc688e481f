import Platform

/// A file without a name on the disk, for what comes once and is read more often.
package final class Spool {
  private let descriptor: Int32
  /// Somebody else closes it.
  private var isTaken = false

  package init() throws(ByteStreamFailure) {
    do throws(SystemFailure) {
      let file = try Folders.makeTemporaryFile()
      descriptor = file.number
      unlink(file.path)
    } catch {
      throw .unkept(error.words)
    }
  }

  deinit {
    if !isTaken { close(descriptor) }
  }

  package func append(_ bytes: UnsafeRawBufferPointer) throws(ByteStreamFailure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let more = Platform.write(
        descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if more < 0, errno == EINTR { continue }
      guard more > 0 else { throw .unkept(String(cString: strerror(errno))) }
      rest = rest.dropFirst(more)
    }
  }

  /// Everything that comes from a pipe.
  func append(contentsOf source: Int32) throws(ByteStreamFailure) {
    var room = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = Platform.read(source, &room, room.count)
      if count == 0 { return }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw OpenedFile.failure() }
      var failure: ByteStreamFailure?
      room[..<count].withUnsafeBytes { bytes in
        do throws(ByteStreamFailure) { try append(bytes) } catch { failure = error }
      }
      if let failure { throw failure }
    }
  }

  /// The descriptor, for whoever closes it.
  func taken() -> Int32 {
    isTaken = true
    return descriptor
  }
}
