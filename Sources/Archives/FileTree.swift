/// The files below one root, be it a folder or a zip.
///
/// Nothing outside the root is ever read: links are refused, and so are names that lead out of it.
package struct FileTree: Sendable {
  package struct File: Sendable, Hashable {
    /// Relative to the root, with `/` between parts, in normal form C.
    package let path: String
    package let byteCount: Int
  }

  /// Something below the root that is not read.
  package struct Refusal: Sendable, Hashable {
    package enum Reason: Sendable, Hashable, CaseIterable {
      case link, leavesRoot, absolutePath, undecodableName, duplicate, tooLarge, tooDeep, encrypted
      case notAFile
    }

    /// As far as it can be told; a name that is not text has U+FFFD in it.
    package let path: String
    package let reason: Reason
  }

  /// How much a tree may hold before it is refused.
  package struct Limits: Sendable {
    package var fileCount = 10_000
    /// Of one file, in bytes.
    package var file = 64 << 20
    /// Of all files together, in bytes.
    package var total = 1 << 30
    /// Bytes out of a zip for each byte of the zip; counted from `freeBytes` on.
    package var compressionRatio = 200
    /// Folders in folders.
    package var depth = 32
    /// A zip of a few empty forms compresses well; that much is not a bomb.
    static let freeBytes = 1 << 20

    package init() {}
  }

  /// Ordered by the UTF-8 of their paths.
  package let files: [File]
  package let refusals: [Refusal]
  package let limits: Limits
  private let store: Store

  enum Store {
    case folder(Folder)
    case zip(Zip)
  }

  /// The files below a folder, or in a zip.
  package static func open(
    _ path: String, limits: Limits = Limits()
  ) throws(FileTreeError) -> FileTree {
    if try Folder.isFolder(path) {
      let folder = try Folder(path, limits)
      return FileTree(folder.files, folder.refusals, limits, .folder(folder))
    }
    let zip = try Zip(path, limits)
    return FileTree(zip.files, zip.refusals, limits, .zip(zip))
  }

  private init(_ files: [File], _ refusals: [Refusal], _ limits: Limits, _ store: Store) {
    self.files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    self.refusals = refusals.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    self.limits = limits
    self.store = store
  }

  package func contains(_ path: String) -> Bool {
    files.contains { $0.path == path }
  }

  /// The bytes of one file.
  package func read(_ path: String) throws(FileTreeError) -> [UInt8] {
    var content: [UInt8] = []
    let failures = stream([path]) { _, bytes in content += bytes }
    if let failure = failures[path] { throw failure }
    return content
  }

  /// Hands the bytes of the wanted files over piece by piece, each file's in order.
  ///
  /// The files come in the order in which they are stored, each in one pass. An empty file gives one empty piece.
  ///
  /// - Returns: the files that are missing, cannot be read, or are larger than they said; of these some pieces may
  ///   have come.
  package func stream(
    _ wanted: Set<String>, _ take: (_ path: String, _ bytes: ArraySlice<UInt8>) -> Void
  ) -> [String: FileTreeError] {
    switch store {
    case .folder(let folder): folder.stream(wanted, take)
    case .zip(let zip): zip.stream(wanted, take)
    }
  }
}

/// A tree or a file of it that cannot be read.
package enum FileTreeError: Error, Sendable, Hashable {
  case notFound(String)
  /// The system's own words come with it.
  case notReadable(String, String)
  /// Neither a folder nor a zip, or a zip that was cut off.
  case notAnArchive(String)
  /// A zip whose content is not what it says; libarchive's words come with it.
  case damaged(String, String)
  case tooManyFiles(limit: Int)
  case totalTooLarge(limit: Int)
  /// More comes out of a zip than any honest file would give.
  case compressionBomb(ratio: Int)
}
