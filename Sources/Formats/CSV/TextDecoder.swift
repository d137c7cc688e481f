import Archives

/// The bytes of a file of evidence as UTF-8.
struct DecodedText {
  var bytes: [UInt8]
  let encoding: TextEncoding
  /// The first byte that belongs to no letter, and the line (from 1) on which it stands.
  var firstFault: (byte: UInt8, line: Int)?
  var faultCount = 0
}

/// Turns evidence into UTF-8: as it is where it is valid, else from GB 18030.
enum TextDecoder {
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Takes the encoding that the bundle declares; `nil` finds out.
  ///
  /// - Returns: `nil` when the system cannot convert from GB 18030.
  static func decode(_ bytes: [UInt8], encoding: TextEncoding?) -> DecodedText? {
    if bytes.starts(with: byteOrderMark) {
      return repaired(Array(bytes.dropFirst(3)))
    }
    switch encoding {
    case .utf8: return repaired(bytes)
    case .gb18030: return converted(bytes)
    case nil: return isUTF8(bytes) ? DecodedText(bytes: bytes, encoding: .utf8) : converted(bytes)
    }
  }

  static func isUTF8(_ bytes: [UInt8]) -> Bool {
    String(validating: bytes, as: UTF8.self) != nil
  }

  /// UTF-8 in which each byte that is none became U+FFFD.
  private static func repaired(_ bytes: [UInt8]) -> DecodedText {
    guard !isUTF8(bytes) else { return DecodedText(bytes: bytes, encoding: .utf8) }
    var text = DecodedText(bytes: [], encoding: .utf8)
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    var line = 1
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let scalar):
        text.bytes.append(contentsOf: scalar)
        offset += scalar.count
        if scalar.first == 0x0A { line += 1 }
      case .error(let length):
        text.addFault(bytes[min(offset, bytes.count - 1)], line: line)
        offset += length
      case .emptyInput: return text
      }
    }
  }

  private static func converted(_ bytes: [UInt8]) -> DecodedText? {
    guard let old = GB18030(bytes) else { return nil }
    let firstFault = old.faults.first.map { offset in
      (bytes[offset], bytes[..<offset].reduce(1) { $1 == 0x0A ? $0 + 1 : $0 })
    }
    return DecodedText(
      bytes: old.utf8, encoding: .gb18030, firstFault: firstFault, faultCount: old.faults.count)
  }
}

extension DecodedText {
  fileprivate mutating func addFault(_ byte: UInt8, line: Int) {
    if firstFault == nil { firstFault = (byte, line) }
    faultCount += 1
    bytes.append(contentsOf: [0xEF, 0xBF, 0xBD])  // U+FFFD
  }
}
