import Archives

/// The parts of a workbook by their names.
///
/// - Source: ECMA-376 Part 2: names are compared without case (6.2.2.3); a backslash is a slip of the writer, and read as `/`.
struct WorkbookPackage: Sendable {
  /// A part that is not what it should be, or is not there.
  enum Missing: Error {
    case absent, encrypted
    /// More comes out than any honest file would give.
    case bomb
  }

  let zip: ZipParts
  private let indices: [String: Int]
  /// Names that two members of the zip have.
  private let doubled: Set<String>

  /// So many bytes may come out of a part for each byte of the zip; counted from `freeBytes` on.
  static let ratio = 200
  static let freeBytes = 64 << 20
  /// And never more than these, however large the zip is.
  static let mostBytes = 8 << 30

  init(_ source: ZipParts.Source) throws(FileTreeError) {
    zip = try ZipParts(source)
    var indices: [String: Int] = [:]
    var doubled: Set<String> = []
    for (index, part) in zip.parts.enumerated() {
      let name = Self.comparable(part.name)
      if indices[name] == nil { indices[name] = index } else { doubled.insert(name) }
    }
    self.indices = indices
    self.doubled = doubled
  }

  static func comparable(_ name: String) -> String {
    var name = name.replacing("\\", with: "/")[...]
    while name.hasPrefix("/") { name = name.dropFirst() }
    return name.lowercased()
  }

  func has(_ name: String) -> Bool { indices[Self.comparable(name)] != nil }

  func isDoubled(_ name: String) -> Bool { doubled.contains(Self.comparable(name)) }

  /// Whether it is a spreadsheet of the other office format.
  var isOpenDocument: Bool {
    has("mimetype") && (has("content.xml") || has("META-INF/manifest.xml"))
  }

  /// How many bytes come out of a part, as the zip says.
  func byteCount(of name: String) -> Int {
    indices[Self.comparable(name)].flatMap { zip.parts[$0].byteCount } ?? 0
  }

  /// How many bytes may come out of it.
  var limit: Int { Self.limit(ofZip: zip.byteCount) }

  /// The work of reading goes with the bytes that come out, so this is what caps it: half a minute, and no clock is asked.
  static func limit(ofZip byteCount: Int) -> Int {
    let (product, overflow) = byteCount.multipliedReportingOverflow(by: ratio)
    return overflow ? mostBytes : min(mostBytes, max(freeBytes, product))
  }

  func open(_ name: String) throws(Missing) -> XMLReader {
    guard let index = indices[Self.comparable(name)] else { throw .absent }
    guard !zip.parts[index].isEncrypted else { throw .encrypted }
    guard zip.parts[index].byteCount ?? 0 <= limit else { throw .bomb }
    return XMLReader(PartStream(zip: zip, part: index, limit: limit))
  }
}

/// The bytes of a part; the zip is not opened before somebody reads.
private final class PartStream: ByteStream {
  private let zip: ZipParts
  private let part: Int
  private let limit: Int
  private var stream: (any ByteStream)?

  init(zip: ZipParts, part: Int, limit: Int) {
    self.zip = zip
    self.part = part
    self.limit = limit
  }

  var progress: (done: Int, total: Int?) { stream?.progress ?? (0, nil) }

  func read(into room: UnsafeMutableRawBufferPointer) throws(ByteStreamFailure) -> Int {
    if let stream { return try stream.read(into: room) }
    let inflated = try zip.stream(part, limit: limit)
    // Inflating a large sheet takes as long as reading it.
    let isLarge = zip.parts[part].byteCount ?? 0 > Self.large
    let stream: any ByteStream = isLarge ? ReadAheadStream(inflated) : inflated
    self.stream = stream
    return try stream.read(into: room)
  }

  /// So many bytes are worth a thread.
  private static let large = 4 << 20

  func checkUnchanged() {}
}
