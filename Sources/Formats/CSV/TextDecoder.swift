import Foundation

/// The bytes of a file of evidence as UTF-8.
struct DecodedText {
  var bytes: [UInt8]
  let encoding: TextEncoding
  /// The first byte that belongs to no letter, and the line (from 1) on which it stands.
  var firstFault: (byte: UInt8, line: Int)?
  var faultCount = 0
}

/// Turns evidence into UTF-8: as it is where it is valid, else from GB 18030 by the system's iconv.
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

  /// The name of a file, which has no place for a fault.
  static func decodeName(_ bytes: [UInt8]) -> String? {
    if let name = String(validating: bytes, as: UTF8.self) { return name }
    guard let text = converted(bytes), text.faultCount == 0 else { return nil }
    return String(decoding: text.bytes, as: UTF8.self)
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
    let converter = iconv_open("UTF-8", "GB18030")
    guard converter != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(converter) }
    var input = bytes
    var text = DecodedText(bytes: [], encoding: .gb18030)
    text.bytes.reserveCapacity(bytes.count + bytes.count / 2)
    var output = [UInt8](repeating: 0, count: 1 << 16)
    var consumed = 0
    var line = 1
    var lineOffset = 0
    while consumed < bytes.count {
      let (read, written, isFault) = step(converter, &input, from: consumed, &output)
      text.bytes.append(contentsOf: output[..<written])
      consumed += read
      guard isFault, consumed < bytes.count else { continue }
      line += bytes[lineOffset..<consumed].lazy.filter { $0 == 0x0A }.count
      lineOffset = consumed
      text.addFault(bytes[consumed], line: line)
      consumed += 1
    }
    return text
  }

  /// One call of iconv, which stops at a full output buffer or at a byte it does not know.
  private static func step(
    _ converter: iconv_t?,
    _ input: inout [UInt8],
    from start: Int,
    _ output: inout [UInt8]
  ) -> (read: Int, written: Int, isFault: Bool) {
    input.withUnsafeMutableBytes { input in
      output.withUnsafeMutableBytes { output in
        var source = input.baseAddress?.advanced(by: start).assumingMemoryBound(to: CChar.self)
        var sourceLeft = input.count - start
        var target = output.baseAddress?.assumingMemoryBound(to: CChar.self)
        var targetLeft = output.count
        let answer = iconv(converter, &source, &sourceLeft, &target, &targetLeft)
        let isFull = targetLeft < 16
        return (
          input.count - start - sourceLeft, output.count - targetLeft,
          answer == -1 && !isFull
        )
      }
    }
  }
}

extension DecodedText {
  fileprivate mutating func addFault(_ byte: UInt8, line: Int) {
    if firstFault == nil { firstFault = (byte, line) }
    faultCount += 1
    bytes.append(contentsOf: [0xEF, 0xBF, 0xBD])  // U+FFFD
  }
}
