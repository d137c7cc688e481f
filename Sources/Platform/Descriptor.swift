/// An open file, pipe or device; closed when nobody holds it any more.
package struct Descriptor: ~Copyable {
  package let number: Int32

  private static let pieceSize = 1 << 18

  package init(_ number: Int32) {
    self.number = number
  }

  deinit { close(number) }

  /// What stands at `path`, for reading.
  package static func reading(_ path: String) throws(SystemFailure) -> Descriptor {
    try opening(path, O_RDONLY)
  }

  /// The file at `path`, which is made, or emptied where it is there.
  package static func making(_ path: String) throws(SystemFailure) -> Descriptor {
    try opening(path, O_WRONLY | O_CREAT | O_TRUNC)
  }

  private static func opening(
    _ path: String, _ flags: Int32
  ) throws(SystemFailure) -> Descriptor {
    let number = open(path, flags | O_CLOEXEC, 0o666)
    guard number >= 0 else { throw SystemFailure() }
    return Descriptor(number)
  }

  /// How many bytes a regular file has; `nil` of anything else.
  package var byteCount: Int? {
    var status = stat()
    guard fstat(number, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  /// The next bytes, as many as `limit`; fewer only where there are no more.
  package func read(upTo limit: Int) throws(SystemFailure) -> [UInt8] {
    var bytes = try piece(atMost: min(limit, byteCount.map { $0 &+ 1 } ?? Self.pieceSize))
    while !bytes.isEmpty, bytes.count < limit {
      let more = try piece(atMost: min(limit - bytes.count, Self.pieceSize))
      if more.isEmpty { break }
      bytes += more
    }
    return bytes
  }

  /// What one call gives; nothing at the end.
  private func piece(atMost limit: Int) throws(SystemFailure) -> [UInt8] {
    var answer = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: limit) { room, count in
      repeat {
        answer = Platform.read(number, room.baseAddress, limit)
      } while answer < 0 && errno == EINTR
      count = max(0, answer)
    }
    guard answer >= 0 else { throw SystemFailure() }
    return bytes
  }

  /// Goes on from so many bytes behind the start.
  package func seek(to offset: Int) throws(SystemFailure) {
    guard lseek(number, off_t(offset), SEEK_SET) >= 0 else { throw SystemFailure() }
  }

  package func write(_ text: String) throws(SystemFailure) {
    try Self.write(text, to: number)
  }

  /// Writes all of some bytes.
  package func write(_ bytes: [UInt8]) throws(SystemFailure) {
    let code = bytes.withUnsafeBytes { Self.write($0, to: number) }
    if code != 0 { throw SystemFailure(code: code) }
  }

  /// Writes all of a text.
  package static func write(_ text: String, to number: Int32) throws(SystemFailure) {
    var text = text
    let code = text.withUTF8 { write(UnsafeRawBufferPointer($0), to: number) }
    if code != 0 { throw SystemFailure(code: code) }
  }

  /// - Returns: zero, or what the system calls its refusal.
  private static func write(_ bytes: UnsafeRawBufferPointer, to number: Int32) -> Int32 {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = Platform.write(
        number, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        return errno
      }
    }
    return 0
  }
}
