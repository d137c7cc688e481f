package import Diagnostics
import Formats
package import Scoring
import Seals

/// A file that keeps what a portfolio came to before it was scored.
///
///     0    8   \x89 H X K \r \n \x1a \n    text would lose the line ends
///     8    4   version
///     12   4   bytes of the header
///     16   8   bytes of the body
///     24   32  SHA-256 of header and body
///     56       header (JSON), then body; integers little end first
package struct KeptFile: Sendable {
  package struct Header: Sendable, Codable, Equatable {
    /// A file that was read: whether it is still the same is told by its size and time.
    package struct File: Sendable, Codable, Equatable {
      package var name: String?
      package var path: String
      package var bytes: Int
      /// Nanoseconds since 1970.
      package var modified: Int

      package init(name: String?, path: String, bytes: Int, modified: Int) {
        self.name = name
        self.path = path
        self.bytes = bytes
        self.modified = modified
      }
    }

    package var engine: String
    package var rubric: String
    package var edition: String
    package var rubricDigest: String
    package var key: String
    package var files: [File]
    /// What nobody handed over; `nil` in files of before there was such a thing.
    package var leftOut: [String]?
    /// How rows found their subject; `nil` in files of before that was kept.
    package var subject: String?

    package init(
      engine: String, rubric: String, edition: String, rubricDigest: String, key: String,
      files: [File], leftOut: [String]? = nil, subject: String? = nil
    ) {
      self.engine = engine
      self.rubric = rubric
      self.edition = edition
      self.rubricDigest = rubricDigest
      self.key = key
      self.files = files
      self.leftOut = leftOut
      self.subject = subject
    }
  }

  package let header: Header
  package let portfolio: KeptPortfolio

  package init(header: Header, portfolio: KeptPortfolio) {
    self.header = header
    self.portfolio = portfolio
  }

  private static let magic: [UInt8] = [0x89, 0x48, 0x58, 0x4B, 0x0D, 0x0A, 0x1A, 0x0A]
  /// Raised when the same bytes would mean something else.
  private static let version: UInt32 = 2
  private static let headerStart = 56
  private static let largestFile = 4 << 30

  package var bytes: [UInt8] {
    let header = (try? JSON(encoding: header)).map { Array($0.canonicalText.utf8) } ?? []
    let content = header + portfolio.bytes
    var writer = ByteWriter()
    writer.raw(Self.magic)
    writer.integer(Self.version)
    writer.integer(UInt32(clamping: header.count))
    writer.integer(UInt64(content.count - header.count))
    writer.raw(Hexadecimal.bytes(of: Digest.sha256(of: content)) ?? [])
    writer.raw(content)
    return writer.bytes
  }

  /// Whether a file begins as such a file does.
  static func isKept(_ start: some Sequence<UInt8>) -> Bool { start.starts(with: magic) }

  /// - Returns: `nil` where the file cannot be read, is no such file, or is not whole; that was reported.
  package init?(_ path: String, into diagnostics: inout Diagnostics) {
    guard let bytes = Files.bytes(path, atMost: Self.largestFile, into: &diagnostics) else {
      return nil
    }
    self.init(bytes, path: path, into: &diagnostics)
  }

  init?(_ bytes: [UInt8], path: String, into diagnostics: inout Diagnostics) {
    guard bytes.starts(with: Self.magic) else {
      diagnostics.report(.notKept(path))
      return nil
    }
    do throws(ByteReader.Fault) {
      var reader = ByteReader(bytes[Self.magic.count...])
      guard try reader.integer(UInt32.self) == Self.version else {
        diagnostics.report(.keptByAnother(path))
        return nil
      }
      let headerCount = Int(try reader.integer(UInt32.self))
      guard let bodyCount = Int(exactly: try reader.integer(UInt64.self)) else {
        throw ByteReader.Fault()
      }
      let digest = try reader.raw(Digest.byteCount)
      guard headerCount <= reader.remaining, bodyCount == reader.remaining - headerCount else {
        throw ByteReader.Fault()
      }
      let content = bytes[Self.headerStart...]
      guard Hexadecimal.text(of: Array(digest)) == Digest.sha256(of: Array(content)),
        let header = Self.header(content.prefix(headerCount))
      else { throw ByteReader.Fault() }
      self.header = header
      portfolio = try KeptPortfolio(content.dropFirst(headerCount))
    } catch {
      diagnostics.report(.keptNotWhole(path))
      return nil
    }
  }

  private static func header(_ bytes: ArraySlice<UInt8>) -> Header? {
    var unused = Diagnostics()
    let text = SourceText(String(decoding: bytes, as: UTF8.self), path: "")
    return try? JSONReader.read(text, into: &unused)?.decoded(as: Header.self)
  }
}
