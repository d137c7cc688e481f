import CArchive

/// What a file holds that was compressed by gzip or zstd, or a zip with one file in it.
package final class CompressedStream: ByteStream {
  private let archive: OpaquePointer
  /// Watches the compressed file.
  private let file: OpenedFile

  package init(_ file: OpenedFile) throws(ByteStreamFailure) {
    self.file = file
    let path = file.path
    if Self.isZip(path) {
      let count = try Self.memberCount(path)
      guard count == 1 else { throw .severalMembers(count) }
    }
    guard let archive = archive_read_new() else { throw .refused("no memory") }
    self.archive = archive
    archive_read_support_filter_gzip(archive)
    archive_read_support_filter_zstd(archive)
    archive_read_support_format_zip_seekable(archive)
    archive_read_support_format_raw(archive)
    guard archive_read_open_filename(archive, path, 1 << 18) == ARCHIVE_OK else {
      throw .damaged(Self.words(archive))
    }
    try Self.nextFile(archive)
  }

  deinit {
    archive_read_free(archive)
  }

  /// Whether a file is of a format that is opened here, by its first bytes or, of a zip, by its name.
  package static func isCompressed(_ file: OpenedFile) throws(ByteStreamFailure) -> Bool {
    let bytes = try file.start(4)
    return isZip(file.path) || bytes.starts(with: [0x1F, 0x8B])
      || bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD])
  }

  package var progress: (done: Int, total: Int?) {
    (Int(archive_filter_bytes(archive, -1)), file.byteCount)
  }

  package func read(into room: UnsafeMutableRawBufferPointer) throws(ByteStreamFailure) -> Int {
    let count = archive_read_data(archive, room.baseAddress, room.count)
    guard count >= 0 else { throw .damaged(Self.words(archive)) }
    return count
  }

  package func checkUnchanged() throws(ByteStreamFailure) {
    try file.checkUnchanged()
  }

  private static func isZip(_ path: String) -> Bool {
    path.hasSuffix(".zip")
  }

  private static func memberCount(_ path: String) throws(ByteStreamFailure) -> Int {
    guard let archive = archive_read_new() else { throw .refused("no memory") }
    defer { archive_read_free(archive) }
    archive_read_support_format_zip_seekable(archive)
    guard archive_read_open_filename(archive, path, 1 << 16) == ARCHIVE_OK else {
      throw .damaged(words(archive))
    }
    var count = 0
    var entry: OpaquePointer?
    // What is counted is only told; a thousand are as wrong as two.
    while count < 1000 {
      let answer = archive_read_next_header(archive, &entry)
      if answer == ARCHIVE_EOF { break }
      guard answer == ARCHIVE_OK || answer == ARCHIVE_WARN else { throw .damaged(words(archive)) }
      if let entry, isFile(entry) { count += 1 }
    }
    return count
  }

  private static func nextFile(_ archive: OpaquePointer) throws(ByteStreamFailure) {
    var entry: OpaquePointer?
    while true {
      let answer = archive_read_next_header(archive, &entry)
      guard answer == ARCHIVE_OK || answer == ARCHIVE_WARN, let entry else {
        throw .damaged(words(archive))
      }
      if isFile(entry) { return }
    }
  }

  private static func isFile(_ entry: OpaquePointer) -> Bool {
    let kind = UInt32(archive_entry_filetype(entry))
    return kind == 0o100000 || kind == 0
  }

  private static func words(_ archive: OpaquePointer) -> String {
    archive_error_string(archive).map { String(cString: $0) } ?? "unknown"
  }
}
