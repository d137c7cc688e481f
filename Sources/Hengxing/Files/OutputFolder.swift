import Formats
import Platform
import Seals
import Synchronization

/// A folder of results that appears whole or not at all.
///
/// Files are made in a folder beside the wanted one, which then takes its place. A folder that is there already is replaced
/// only if Hengxing wrote it: it holds `hengxing.json`, where every file of ours stands with its digest. What
/// somebody else put into it, or changed, stays.
package final class OutputFolder: Sendable {
  package enum Failure: Error {
    /// Something is there that Hengxing did not write.
    case notOurs
    /// A new report would take the place of files that somebody else put there or changed.
    case foreign([String])
    /// The system refused to write; with its own words.
    case refused(String)
  }

  /// The file that says whose folder this is.
  package static let mark = "hengxing.json"

  private let path: String
  private let workshop: String
  private let unfinished: Unfinished
  /// Every file that was written, with its digest.
  private let written = Mutex<[(path: String, digest: String)]>([])

  package init(_ path: String, unfinished: Unfinished) throws(Failure) {
    var path = path
    while path.count > 1 && path.hasSuffix("/") { path.removeLast() }
    // A link stays one: the folder that it leads to is replaced.
    self.path = Files.resolved(path)
    self.unfinished = unfinished
    workshop = self.path + ".part-\(getpid())"
    if Files.exists(path), !Self.isReplaceable(path) { throw .notOurs }
    do throws(SystemFailure) {
      Folders.remove(workshop)
      unfinished.add(workshop)
      try Folders.make(workshop)
    } catch {
      throw .refused(error.words)
    }
  }

  private static func isReplaceable(_ path: String) -> Bool {
    guard Files.isFolder(path) else { return false }
    if Files.exists(Files.joined(path, mark)) { return true }
    return Folders.names(in: path)?.isEmpty ?? false
  }

  /// Adds a file; folders on the way are made.
  package func write(_ text: String, to name: String) throws(Failure) {
    try write(Array(text.utf8), to: name)
  }

  package func write(_ bytes: [UInt8], to name: String) throws(Failure) {
    let path = Files.joined(workshop, name)
    do throws(SystemFailure) {
      try Folders.make(Folders.above(path) ?? workshop)
      try Descriptor.making(path).write(bytes)
    } catch {
      throw .refused(error.words)
    }
    let digest = Digest.sha256(of: bytes)
    written.withLock { $0.append((name, digest)) }
  }

  /// Puts the folder in its place, with a mark that says what was written by whom and about what.
  package func finish(engine: String, about id: String) throws(Failure) {
    let files = written.withLock(\.self)
    let mark = JSON.object([
      JSON.Member("writtenBy", .string("hengxing")), JSON.Member("engine", .string(engine)),
      JSON.Member("id", .string(id)),
      JSON.Member(
        "files",
        .array(
          files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }.map {
            ["path": .string($0.path), "sha256": .string($0.digest)] as JSON
          })),
    ])
    try write(mark.prettyText, to: Self.mark)
    let earlier = EarlierOutput(path)
    let replaced = earlier.foreign(inTheWayOf: files.map(\.path) + [Self.mark])
    guard replaced.isEmpty else { throw .foreign(replaced) }
    try takePlace(of: earlier)
  }

  private func takePlace(of earlier: EarlierOutput) throws(Failure) {
    let old = path + ".old-\(getpid())"
    do throws(SystemFailure) {
      if Files.exists(path) { try Folders.move(path, to: old) }
      try Folders.move(workshop, to: path)
      unfinished.remove(workshop)
    } catch {
      if Files.exists(old), !Files.exists(path) { try? Folders.move(old, to: path) }
      throw .refused(error.words)
    }
    guard Files.exists(old) else { return }
    earlier.removeOwn(from: old)
    guard EarlierOutput.move(old, into: path) else {
      throw .refused("what others put there now stands in \(old)")
    }
  }

  /// Leaves nothing behind.
  package func abandon() {
    Folders.remove(workshop)
    unfinished.remove(workshop)
  }
}
