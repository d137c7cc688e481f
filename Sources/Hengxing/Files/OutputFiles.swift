import Platform

/// Files that appear together, each whole, or not at all.
///
/// Each is made beside its place; at the end all are renamed. What is no regular file (a pipe, a terminal) has no beside,
/// and is written directly.
package final class OutputFiles {
  package struct Failure: Error {
    package let path: String
    /// The system's own words.
    package let reason: String
  }

  private struct Begun {
    let path: String
    let workshop: String
  }

  private let unfinished: Unfinished
  private var begun: [Begun] = []

  package init(_ unfinished: Unfinished = Unfinished()) {
    self.unfinished = unfinished
  }

  deinit { abandon() }

  package func write(_ text: String, to path: String) throws(Failure) {
    try write(to: path) { (writer) throws(Failure) in try writer.append(text) }
  }

  package func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    try write(to: path) { (writer) throws(Failure) in try writer.append(bytes) }
  }

  /// Lets `body` write a file in pieces.
  package func write(
    to path: String, _ body: (borrowing Writer) throws(Failure) -> Void
  ) throws(Failure) {
    let target = Files.resolved(path)
    let isSpecial = Files.exists(target) && !Files.isRegular(target)
    if Files.isFolder(target) {
      throw Failure(path: path, reason: String(cString: strerror(EISDIR)))
    }
    makeFolder(of: target)
    let workshop = isSpecial ? target : target + ".part-\(getpid())"
    let flags = isSpecial ? O_WRONLY : O_WRONLY | O_CREAT | O_TRUNC
    if !isSpecial {
      unfinished.add(workshop)
      begun.append(Begun(path: target, workshop: workshop))
    }
    let descriptor = open(workshop, flags | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw Failure(path: path, reason: Self.reason) }
    do throws(Failure) {
      try body(Writer(path: path, descriptor: descriptor))
    } catch {
      close(descriptor)
      throw error
    }
    guard close(descriptor) == 0 else { throw Failure(path: path, reason: Self.reason) }
  }

  /// What hinders it is told by opening the file.
  private func makeFolder(of path: String) {
    if let folder = Folders.above(path) { try? Folders.make(folder) }
  }

  /// Puts every file in its place.
  package func finish() throws(Failure) {
    for file in begun {
      guard rename(file.workshop, file.path) == 0 else {
        throw Failure(path: file.path, reason: Self.reason)
      }
      unfinished.remove(file.workshop)
    }
    begun = []
  }

  private func abandon() {
    for file in begun {
      unlink(file.workshop)
      unfinished.remove(file.workshop)
    }
    begun = []
  }

  fileprivate static var reason: String { String(cString: strerror(errno)) }

  /// Writes one file in pieces.
  package struct Writer: ~Copyable {
    fileprivate let path: String
    fileprivate let descriptor: Int32

    package func append(_ text: String) throws(Failure) {
      var text = text
      let done = text.withUTF8 { write(UnsafeRawBufferPointer($0)) }
      if !done { throw Failure(path: path, reason: OutputFiles.reason) }
    }

    package func append(_ bytes: [UInt8]) throws(Failure) {
      let done = bytes.withUnsafeBytes { write($0) }
      if !done { throw Failure(path: path, reason: OutputFiles.reason) }
    }

    /// - Returns: `false` where the system refuses; it says why in `errno`.
    private func write(_ bytes: UnsafeRawBufferPointer) -> Bool {
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = Platform.write(
          descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count < 0 {
          if errno == EINTR { continue }
          return false
        }
        rest = rest.dropFirst(count)
      }
      return true
    }
  }
}
