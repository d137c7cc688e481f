import Platform

/// A file that is read once or twice, and must stay what it is.
package final class OpenedFile: @unchecked Sendable {
  package let path: String
  private let descriptor: Int32
  private let status: stat
  /// A file that somebody else may change; what came from a pipe has no name.
  private let isNamed: Bool

  package init(_ path: String) throws(ByteStreamFailure) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.failure() }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      close(descriptor)
      throw Self.failure()
    }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      close(descriptor)
      throw .folder
    }
    if status.st_mode & S_IFMT == S_IFREG {
      self.descriptor = descriptor
      isNamed = true
    } else {
      // A pipe gives its bytes once, and some rows are read twice.
      defer { close(descriptor) }
      let spool = try Spool()
      try spool.append(contentsOf: descriptor)
      self.descriptor = spool.taken()
      isNamed = false
      guard fstat(self.descriptor, &status) == 0 else {
        close(self.descriptor)
        throw Self.failure()
      }
    }
    self.path = path
    self.status = status
  }

  deinit {
    close(descriptor)
  }

  package var byteCount: Int { Int(status.st_size) }

  /// The first bytes, which tell some formats; fewer where there are no more.
  package func start(_ count: Int) throws(ByteStreamFailure) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var read = 0
    var failure: ByteStreamFailure?
    bytes.withUnsafeMutableBytes { room in
      do throws(ByteStreamFailure) {
        read = try self.read(into: room, from: 0)
      } catch let error {
        failure = error
      }
    }
    if let failure { throw failure }
    return Array(bytes[..<read])
  }

  func read(
    into room: UnsafeMutableRawBufferPointer, from offset: Int
  ) throws(ByteStreamFailure) -> Int {
    guard let base = room.baseAddress, !room.isEmpty else { return 0 }
    while true {
      let count = pread(descriptor, base, room.count, off_t(offset))
      if count >= 0 { return count }
      guard errno == EINTR else { throw Self.failure() }
    }
  }

  /// Whether the file is still what it was when it was opened.
  package func checkUnchanged() throws(ByteStreamFailure) {
    guard isNamed else { return }
    var now = stat()
    guard stat(path, &now) == 0 else { throw .vanished }
    guard now.st_dev == status.st_dev, now.st_ino == status.st_ino, now.st_size == status.st_size,
      Self.time(of: now) == Self.time(of: status)
    else { throw .changed }
  }

  private static func time(of status: stat) -> [Int] {
    #if os(Linux)
      [status.st_mtim.tv_sec, status.st_mtim.tv_nsec]
    #else
      [status.st_mtimespec.tv_sec, status.st_mtimespec.tv_nsec]
    #endif
  }

  /// What a spool holds, under the name of what it was made of.
  package init(_ spool: Spool, named path: String) throws(ByteStreamFailure) {
    descriptor = spool.taken()
    isNamed = false
    self.path = path
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      close(descriptor)
      throw Self.failure()
    }
    self.status = status
  }

  static func failure() -> ByteStreamFailure {
    errno == ENOENT ? .missing : .refused(String(cString: strerror(errno)))
  }
}
