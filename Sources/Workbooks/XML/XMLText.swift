/// Turns the bytes of a text as they stand in a part into those that are meant.
enum XMLText {
  /// Appends with entities resolved and ends of lines made LF.
  ///
  /// - Source: XML 1.0, 2.11 and 4.1.
  static func append(
    _ bytes: UnsafeBufferPointer<UInt8>, isLiteral: Bool, to text: inout [UInt8]
  ) throws(XMLFault) {
    if isPlain(bytes) {
      text.append(contentsOf: bytes)
      return
    }
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "&") where !isLiteral:
        index = try appendEntity(bytes, index, to: &text)
      case 0x0D:
        text.append(0x0A)
        index += index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1
      case 0x09, 0x0A, 0x20...:
        text.append(byte)
        index += 1
      default: throw .illFormed(.character)
      }
    }
  }

  @inline(__always)
  private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var isSpecial = false
    for byte in bytes { isSpecial = isSpecial || byte < 0x20 || byte == UInt8(ascii: "&") }
    return !isSpecial
  }

  /// - Returns: the offset behind the entity.
  private static func appendEntity(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, to text: inout [UInt8]
  ) throws(XMLFault) -> Int {
    // `&#x10FFFF;` is among the longest; zeros before it are nobody's.
    let rest = bytes[(start + 1)...].prefix(16)
    guard let end = rest.firstIndex(of: UInt8(ascii: ";")) else { throw .illFormed(.entity) }
    let name = UnsafeBufferPointer(rebasing: bytes[(start + 1)..<end])
    if name.is("lt") {
      text.append(UInt8(ascii: "<"))
    } else if name.is("gt") {
      text.append(UInt8(ascii: ">"))
    } else if name.is("amp") {
      text.append(UInt8(ascii: "&"))
    } else if name.is("quot") {
      text.append(UInt8(ascii: "\""))
    } else if name.is("apos") {
      text.append(UInt8(ascii: "'"))
    } else {
      guard let scalar = reference(name) else { throw .illFormed(.entity) }
      text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
    return end + 1
  }

  /// The character that `#65` or `#x41` means; `nil` where there is none in XML.
  private static func reference(_ name: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar? {
    guard name.first == UInt8(ascii: "#"), name.count > 1 else { return nil }
    let isHexadecimal = name[1] == UInt8(ascii: "x")
    let digits = name[(isHexadecimal ? 2 : 1)...]
    guard let first = digits.first, first != UInt8(ascii: "+"), first != UInt8(ascii: "-"),
      let value = UInt32(String(decoding: digits, as: UTF8.self), radix: isHexadecimal ? 16 : 10)
    else { return nil }
    switch value {
    case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF:
      return Unicode.Scalar(value)
    default: return nil
    }
  }
}
