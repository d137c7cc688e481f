/// Bytes as people copy them.
package enum Hexadecimal {
  /// Two lower-case digits a byte.
  package static func text(of bytes: [UInt8]) -> String {
    var text = ""
    for byte in bytes {
      if byte < 0x10 { text += "0" }
      text += String(byte, radix: 16)
    }
    return text
  }

  /// - Returns: `nil` where the text is not an even number of hexadecimal digits.
  package static func bytes(of text: String) -> [UInt8]? {
    let digits = text.utf8.map { Character(Unicode.Scalar($0)).hexDigitValue }
    guard digits.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: digits.count, by: 2) {
      guard let high = digits[index], let low = digits[index + 1] else { return nil }
      bytes.append(UInt8(high * 16 + low))
    }
    return bytes
  }
}
