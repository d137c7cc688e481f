import Archives

/// The bytes of a part as UTF-8, whatever encoding it is written in.
final class XMLSource {
  private enum Encoding {
    case utf8, latin1
    case utf16(isBigEndian: Bool)
  }

  private let stream: any ByteStream
  private var encoding: Encoding?
  /// What was read to find out the encoding, or waits to be converted.
  private var raw: [UInt8] = []
  /// The first half of a letter of two units.
  private var highSurrogate: UInt32?
  private var isAtEnd = false

  /// So much is looked at for a declaration of the encoding.
  private static let head = 512

  init(_ stream: any ByteStream) {
    self.stream = stream
  }

  /// Fills the room, which has space for the head and more.
  ///
  /// - Returns: how many bytes there were; 0 at the end.
  func read(into room: UnsafeMutableRawBufferPointer) throws(XMLFault) -> Int {
    if encoding == nil { try findEncoding() }
    switch encoding {
    case .utf8, nil:
      guard raw.isEmpty else {
        defer { raw = [] }
        room.copyBytes(from: raw)
        return raw.count
      }
      return try more(room)
    case .latin1: return try convert(into: room, unit: 1)
    case .utf16: return try convert(into: room, unit: 2)
    }
  }

  private func more(_ room: UnsafeMutableRawBufferPointer) throws(XMLFault) -> Int {
    do throws(ByteStreamFailure) {
      return try stream.read(into: room)
    } catch let error {
      throw .stream(error)
    }
  }

  /// Appends to `raw` until there are `count` bytes, or no more.
  private func fill(_ count: Int) throws(XMLFault) {
    var room = [UInt8](repeating: 0, count: count)
    while raw.count < count, !isAtEnd {
      var read = 0
      var fault: XMLFault?
      room.withUnsafeMutableBytes { room in
        do throws(XMLFault) {
          read = try more(UnsafeMutableRawBufferPointer(rebasing: room[..<(count - raw.count)]))
        } catch let error {
          fault = error
        }
      }
      if let fault { throw fault }
      if read == 0 { isAtEnd = true }
      raw += room[..<read]
    }
  }

  /// - Source: XML 1.0, appendix F.
  private func findEncoding() throws(XMLFault) {
    try fill(Self.head)
    if raw.starts(with: [0xEF, 0xBB, 0xBF]) {
      raw.removeFirst(3)
      encoding = .utf8
    } else if raw.starts(with: [0xFF, 0xFE]) {
      raw.removeFirst(2)
      encoding = .utf16(isBigEndian: false)
    } else if raw.starts(with: [0xFE, 0xFF]) {
      raw.removeFirst(2)
      encoding = .utf16(isBigEndian: true)
    } else if raw.starts(with: [0x3C, 0]) {
      encoding = .utf16(isBigEndian: false)
    } else if raw.starts(with: [0, 0x3C]) {
      encoding = .utf16(isBigEndian: true)
    } else {
      encoding = try declaredEncoding()
    }
  }

  private func declaredEncoding() throws(XMLFault) -> Encoding {
    let head = String(decoding: raw, as: UTF8.self)
    guard head.hasPrefix("<?xml"),
      let declaration = head.split(separator: "?>", omittingEmptySubsequences: false).first,
      let name = declaration.split(separator: "encoding").dropFirst().first?
        .split(whereSeparator: { $0 == "\"" || $0 == "'" }).dropFirst().first
    else { return .utf8 }
    switch name.lowercased() {
    // A part that says UTF-16 and has bytes of one was told by its mark.
    case "utf-8", "utf8", "us-ascii", "ascii", "utf-16": return .utf8
    case "iso-8859-1", "latin1": return .latin1
    default: throw .unknownEncoding(String(name))
    }
  }

  private func convert(
    into room: UnsafeMutableRawBufferPointer, unit: Int
  ) throws(XMLFault) -> Int {
    // A unit gives at most three bytes.
    let wanted = min(room.count / 3, 1 << 16) & ~1
    var written = 0
    while written == 0 {
      try fill(wanted)
      if raw.isEmpty { return 0 }
      let whole = isAtEnd ? raw.count : raw.count / unit * unit
      var index = 0
      while index < whole {
        let first = UInt32(raw[index])
        // Half a unit at the end of the part is no letter.
        let second = index + 1 < raw.count ? UInt32(raw[index + 1]) : nil
        index += unit
        switch encoding {
        case .utf16(let isBigEndian):
          guard let second else { continue }
          let value = isBigEndian ? first << 8 | second : second << 8 | first
          written += append(unit: value, to: room, at: written)
        default: written += append(first, to: room, at: written)
        }
      }
      raw.removeFirst(min(index, raw.count))
      if isAtEnd, raw.isEmpty { break }
    }
    return written
  }

  private func append(
    unit: UInt32, to room: UnsafeMutableRawBufferPointer, at offset: Int
  ) -> Int {
    if let high = highSurrogate {
      highSurrogate = nil
      if unit & 0xFC00 == 0xDC00 {
        return append(0x10000 + (high & 0x3FF) << 10 + unit & 0x3FF, to: room, at: offset)
      }
      let lost = append(0xFFFD, to: room, at: offset)
      return lost + append(unit: unit, to: room, at: offset + lost)
    }
    if unit & 0xFC00 == 0xD800 {
      highSurrogate = unit
      return 0
    }
    return append(unit, to: room, at: offset)
  }

  private func append(
    _ scalar: UInt32, to room: UnsafeMutableRawBufferPointer, at offset: Int
  ) -> Int {
    let scalar = Unicode.Scalar(scalar) ?? "\u{FFFD}"
    let bytes = UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
    var count = 0
    for byte in bytes where offset + count < room.count {
      room[offset + count] = byte
      count += 1
    }
    return count
  }
}
