/// The members of a zip by the names that they have in it, for formats that keep their parts in one.
///
/// No name becomes a path of the disk, so none is refused: `/`, `..` and two of the same are for the reader to judge.
package struct ZipParts: Sendable {
  package struct Part: Sendable, Hashable {
    /// As stored, with U+FFFD for what is no letter.
    package let name: String
    /// As the directory of the zip has it; `nil` where it does not say.
    package let byteCount: Int?
    package let isEncrypted: Bool
  }

  /// Where the bytes of the zip are.
  package enum Source: Sendable {
    case file(String)
    /// A file that was read already.
    case bytes(ZipBytes)
  }

  /// More members than any office program writes.
  static let mostParts = 20_000

  /// In the order of the zip, folders left out.
  package let parts: [Part]
  /// Of the whole zip.
  package let byteCount: Int
  private let source: Source
  /// Which member of the zip, counted from 0, each part is.
  private let members: [Int]

  package init(_ source: Source) throws(FileTreeError) {
    let pass = try ZipPass(source)
    var parts: [Part] = []
    var members: [Int] = []
    var member = -1
    while let entry = try pass.next() {
      member += 1
      guard member < Self.mostParts else { throw .tooManyFiles(limit: Self.mostParts) }
      guard entry.kind == .file || entry.kind == .encrypted else { continue }
      members.append(member)
      parts.append(
        Part(
          name: String(decoding: entry.name, as: UTF8.self),
          byteCount: entry.byteCount < 0 ? nil : entry.byteCount,
          isEncrypted: entry.kind == .encrypted))
    }
    self.source = source
    self.parts = parts
    self.members = members
    byteCount = pass.fileSize
  }

  /// The bytes of one part, inflated as they are asked for; more than `limit` of them are damage.
  package func stream(
    _ part: Int, limit: Int
  ) throws(ByteStreamFailure) -> any ByteStream {
    guard parts.indices.contains(part) else { throw .missing }
    return try ZipPartStream(source, member: members[part], limit: limit)
  }
}

/// The bytes of a zip where they stay: libarchive reads them there for as long as it is open.
package final class ZipBytes: @unchecked Sendable {
  let room: UnsafeMutableRawBufferPointer

  package init(_ bytes: [UInt8]) {
    room = .allocate(byteCount: bytes.count, alignment: 16)
    room.copyBytes(from: bytes)
  }

  deinit {
    room.deallocate()
  }

  /// The first bytes; fewer where there are no more.
  package func start(_ count: Int) -> [UInt8] { Array(room.prefix(count)) }

  /// All of them, one after the other.
  package var stream: any ByteStream { MemoryStream(self) }

  private final class MemoryStream: ByteStream {
    private let bytes: ZipBytes
    private var offset = 0

    init(_ bytes: ZipBytes) {
      self.bytes = bytes
    }

    var progress: (done: Int, total: Int?) { (offset, bytes.room.count) }

    func read(into room: UnsafeMutableRawBufferPointer) -> Int {
      let count = min(room.count, bytes.room.count - offset)
      room.copyBytes(from: bytes.room[offset..<(offset + count)])
      offset += count
      return count
    }

    func checkUnchanged() {}
  }
}

/// What one member of a zip holds.
final class ZipPartStream: ByteStream {
  private let pass: ZipPass
  private let limit: Int
  private let declared: Int
  private var count = 0

  init(
    _ source: ZipParts.Source, member: Int, limit: Int
  ) throws(ByteStreamFailure) {
    self.limit = limit
    do throws(FileTreeError) {
      pass = try ZipPass(source)
      var entry = try pass.next()
      for _ in 0..<member { entry = try pass.next() }
      declared = entry?.byteCount ?? -1
    } catch let error {
      throw Self.failure(error)
    }
  }

  var progress: (done: Int, total: Int?) { (count, declared < 0 ? nil : declared) }

  func read(into room: UnsafeMutableRawBufferPointer) throws(ByteStreamFailure) -> Int {
    let read: Int
    do throws(FileTreeError) {
      read = try pass.read(into: room)
    } catch let error {
      throw Self.failure(error)
    }
    count += read
    guard count <= limit else { throw .damaged("more than \(limit) bytes come out of it") }
    return read
  }

  func checkUnchanged() {}

  private static func failure(_ error: FileTreeError) -> ByteStreamFailure {
    switch error {
    case .notFound: .missing
    case .notReadable(_, let words): .refused(words)
    case .damaged(_, let words): .damaged(words)
    default: .damaged("no zip")
    }
  }
}
