import CArchive
import Platform

/// One pass over a zip by libarchive.
///
/// Only the reader that begins at the central directory is used: the one for streams would accept a zip that was cut off.
final class ZipPass {
  struct Entry {
    enum Kind { case file, folder, link, encrypted, other }

    /// As stored: UTF-8, or the code page of the system that made the zip.
    let name: [UInt8]
    let kind: Kind
    /// As the directory of the zip has it; -1 where it has none.
    let byteCount: Int
  }

  private let archive: OpaquePointer?
  private let path: String
  /// Kept for as long as it is read.
  private let memory: ZipBytes?
  let fileSize: Int
  /// libarchive converts names by the character type of the calling thread, and gives none under `LANG=C`.
  private let locale: locale_t?

  convenience init(_ path: String) throws(FileTreeError) {
    try self.init(.file(path))
  }

  init(_ source: ZipParts.Source) throws(FileTreeError) {
    switch source {
    case .file(let path):
      var status = stat()
      guard stat(path, &status) == 0 else { throw .notFound(path) }
      guard status.st_mode & S_IFMT == S_IFREG else { throw .notAnArchive(path) }
      self.path = path
      fileSize = Int(status.st_size)
      memory = nil
    case .bytes(let bytes):
      path = ""
      fileSize = bytes.room.count
      memory = bytes
    }
    let candidates = ["C.UTF-8", "C.utf8", "en_US.UTF-8", "UTF-8"]
    locale = candidates.lazy.compactMap { newlocale(LC_CTYPE_MASK, $0, nil) }.first
    archive = archive_read_new()
    guard let archive else { throw .notReadable(path, "no memory") }
    archive_read_support_format_zip_seekable(archive)
    let answer =
      memory.map { archive_read_open_memory(archive, $0.room.baseAddress, $0.room.count) }
      ?? archive_read_open_filename(archive, path, 1 << 16)
    guard answer == ARCHIVE_OK else { throw .notAnArchive(path) }
  }

  deinit {
    archive_read_free(archive)
    if let locale { freelocale(locale) }
  }

  /// The next member.
  ///
  /// - Returns: `nil` behind the last.
  func next() throws(FileTreeError) -> Entry? {
    var pointer: OpaquePointer?
    let answer = inUTF8 { archive_read_next_header(archive, &pointer) }
    if answer == ARCHIVE_EOF { return nil }
    guard answer == ARCHIVE_OK || answer == ARCHIVE_WARN, let entry = pointer else {
      // A file without the directory at the end of a zip is refused at its first header.
      throw archive_file_count(archive) == 0 ? .notAnArchive(path) : .damaged(path, words)
    }
    let name = inUTF8 { archive_entry_pathname(entry) }
    return Entry(
      name: name.map { Array(UnsafeRawBufferPointer(start: $0, count: strlen($0))) } ?? [],
      kind: kind(of: entry),
      byteCount: archive_entry_size_is_set(entry) != 0
        ? Int(clamping: archive_entry_size(entry)) : -1
    )
  }

  private func kind(of entry: OpaquePointer) -> Entry.Kind {
    if archive_entry_is_encrypted(entry) != 0 { return .encrypted }
    if archive_entry_hardlink(entry) != nil { return .link }
    // The values of AE_IFMT, which Swift does not import from libarchive's header.
    return switch UInt32(archive_entry_filetype(entry)) {
    case 0o100000, 0: .file
    case 0o040000: .folder
    case 0o120000: .link
    default: .other
    }
  }

  /// Fills the buffer from the member that `next` gave.
  ///
  /// - Returns: how many bytes there were; 0 at its end.
  func read(into buffer: inout [UInt8]) throws(FileTreeError) -> Int {
    try taken(archive_read_data(archive, &buffer, buffer.count))
  }

  func read(into room: UnsafeMutableRawBufferPointer) throws(FileTreeError) -> Int {
    try taken(archive_read_data(archive, room.baseAddress, room.count))
  }

  private func taken(_ count: Int) throws(FileTreeError) -> Int {
    guard count >= 0 else { throw .damaged(path, words) }
    return count
  }

  private var words: String {
    archive_error_string(archive).map { String(cString: $0) } ?? "unknown"
  }

  private func inUTF8<R>(_ body: () -> R) -> R {
    guard let locale else { return body() }
    let previous = uselocale(locale)
    defer { uselocale(previous) }
    return body()
  }
}
