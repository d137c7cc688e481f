import Archives

/// What a file is that is no workbook of the kind that is read.
enum ForeignFile: Hashable {
  /// What a spreadsheet leaves beside a workbook for as long as it is open.
  case lock
  case empty
  /// `.xls` and `.et`, as Excel up to 2003 and WPS write them.
  case old
  case encrypted
  /// `.ods`.
  case openDocument
  /// `.xlsb`.
  case binary
  /// A page or an XML file that was only named like a workbook.
  case page, xml
  case text
  /// A zip without a workbook in it: a text document, slides, pictures.
  case otherZip
  /// A zip that ends too early, or something else.
  case other

  /// What the beginning of a file tells; `nil` where it may be a workbook.
  init?(_ head: [UInt8], path: String, rest: () -> (any ByteStream)?) {
    let name = path.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? ""
    if name.hasPrefix("~$") || name.hasPrefix(".~") {
      self = .lock
    } else if head.isEmpty {
      self = .empty
    } else if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      self = Self.holdsEncryptedPackage(rest()) ? .encrypted : .old
    } else if head.starts(with: [0x50, 0x4B]) {
      return nil
    } else {
      self = Self.kind(ofText: head)
    }
  }

  /// `EncryptedPackage` in UTF-16, the name under which a workbook with a password keeps its content.
  ///
  /// - Source: MS-OFFCRYPTO, 2.3.
  private static func holdsEncryptedPackage(_ stream: (any ByteStream)?) -> Bool {
    guard let stream else { return false }
    let mark: [UInt8] = "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] }
    var room = [UInt8](repeating: 0, count: 1 << 16)
    var kept = 0
    while true {
      let count = room.withUnsafeMutableBytes { room in
        (try? stream.read(into: UnsafeMutableRawBufferPointer(rebasing: room[kept...]))) ?? 0
      }
      if count == 0 { return false }
      let end = kept + count
      if room[..<end].contains(mark) { return true }
      kept = min(end, mark.count)
      room.replaceSubrange(0..<kept, with: Array(room[(end - kept)..<end]))
    }
  }

  private static func kind(ofText head: [UInt8]) -> ForeignFile {
    let isWide = head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF])
    if !isWide, head.contains(0) { return .other }
    let letters = head.filter { $0 > 0x20 && $0 < 0x80 }
    let text = String(decoding: letters, as: UTF8.self).lowercased()
    if text.hasPrefix("<?xml") { return .xml }
    let pages = ["<html", "<!doctype", "<table", "<meta", "<head", "<body"]
    return pages.contains { text.hasPrefix($0) } ? .page : .text
  }
}
