import Foundation

/// A folder of results that appears whole or not at all.
///
/// Files are made in a folder beside the wanted one, which is then renamed. A folder that is there already is
/// replaced only if Hengxing wrote it: it holds `hengxing.json`.
package struct OutputFolder {
  package enum Failure: Error {
    /// Something is there that Hengxing did not write.
    case notOurs
    /// The system refused to write; with its own words.
    case refused(String)
  }

  /// The file that says whose folder this is.
  package static let mark = "hengxing.json"

  private let path: String
  private let workshop: String
  private let unfinished: Unfinished

  package init(_ path: String, unfinished: Unfinished) throws(Failure) {
    var path = path
    while path.count > 1 && path.hasSuffix("/") { path.removeLast() }
    self.path = path
    self.unfinished = unfinished
    workshop = path + ".part-\(ProcessInfo.processInfo.processIdentifier)"
    let files = FileManager.default
    if files.fileExists(atPath: path), !Self.isReplaceable(path) { throw .notOurs }
    do {
      try? files.removeItem(atPath: workshop)
      unfinished.add(workshop)
      try files.createDirectory(atPath: workshop, withIntermediateDirectories: true)
    } catch {
      throw .refused(error.localizedDescription)
    }
  }

  private static func isReplaceable(_ path: String) -> Bool {
    guard Files.isFolder(path) else { return false }
    if Files.exists(Files.joined(path, mark)) { return true }
    return (try? FileManager.default.contentsOfDirectory(atPath: path))?.isEmpty ?? false
  }

  /// Adds a file; folders on the way are made.
  package func write(_ text: String, to name: String) throws(Failure) {
    let file = URL(filePath: Files.joined(workshop, name))
    do {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try Data(text.utf8).write(to: file)
    } catch {
      throw .refused(error.localizedDescription)
    }
  }

  /// Puts the folder in its place.
  package func finish() throws(Failure) {
    let files = FileManager.default
    let old = path + ".old-\(ProcessInfo.processInfo.processIdentifier)"
    do {
      if files.fileExists(atPath: path) { try files.moveItem(atPath: path, toPath: old) }
      try files.moveItem(atPath: workshop, toPath: path)
      unfinished.remove(workshop)
      try? files.removeItem(atPath: old)
    } catch {
      if files.fileExists(atPath: old), !files.fileExists(atPath: path) {
        try? files.moveItem(atPath: old, toPath: path)
      }
      throw .refused(error.localizedDescription)
    }
  }

  /// Leaves nothing behind.
  package func abandon() {
    try? FileManager.default.removeItem(atPath: workshop)
    unfinished.remove(workshop)
  }
}
