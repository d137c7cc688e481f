/// A zip whose members are stored as they are, always with the same day, so that equal members give equal bytes.
///
///     [local header, name, bytes] …  [central header, name] …  [end]
///
/// - Source: APPNOTE.TXT 6.3, sections 4.3.7, 4.3.12 and 4.3.16; no Zip64, which a paper never needs.
struct StoredZip {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count: UInt16 = 0

  /// 1 January 1980, the first day that the form can say.
  private static let day: UInt16 = 1 << 5 | 1
  /// Names are UTF-8.
  private static let flags: UInt16 = 1 << 11
  private static let version: UInt16 = 20

  mutating func add(_ text: String, as name: String) {
    let content = Array(text.utf8)
    let name = Array(name.utf8)
    let start = bytes.count
    var facts: [UInt8] = []
    for part in [Self.version, Self.flags, 0, 0, Self.day] { Self.append(part, to: &facts) }
    Self.append(Checksum.crc32(of: content), to: &facts)
    for _ in 1...2 { Self.append(UInt32(truncatingIfNeeded: content.count), to: &facts) }
    Self.append(UInt16(truncatingIfNeeded: name.count), to: &facts)
    Self.append(UInt16(0), to: &facts)

    Self.append(UInt32(0x0403_4B50), to: &bytes)
    bytes += facts + name + content

    Self.append(UInt32(0x0201_4B50), to: &directory)
    Self.append(Self.version, to: &directory)
    directory += facts
    // Comment, disk, attributes: none.
    for part in [0, 0, 0] as [UInt16] { Self.append(part, to: &directory) }
    Self.append(UInt32(0), to: &directory)
    Self.append(UInt32(truncatingIfNeeded: start), to: &directory)
    directory += name
    count += 1
  }

  func finished() -> [UInt8] {
    var whole = bytes + directory
    Self.append(UInt32(0x0605_4B50), to: &whole)
    for part in [0, 0, count, count] { Self.append(part, to: &whole) }
    Self.append(UInt32(truncatingIfNeeded: directory.count), to: &whole)
    Self.append(UInt32(truncatingIfNeeded: bytes.count), to: &whole)
    Self.append(UInt16(0), to: &whole)
    return whole
  }

  private static func append(_ number: some FixedWidthInteger, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: number.littleEndian) { bytes += $0 }
  }
}
