/// Texts in which `_x000D_` stands for a unit of UTF-16 and `_x005F_` for an underscore.
///
/// - Source: ECMA-376 Part 1, 22.9.2.19 (`ST_Xstring`).
enum EscapedText {
  /// Decodes what stands from `start` on in its place; it only grows shorter.
  ///
  /// Half of a letter without the other half becomes U+FFFD.
  static func decode(_ text: inout [UInt8], from start: Int) {
    guard var read = firstEscape(text, from: start) else { return }
    var written = read
    while read < text.count {
      guard let unit = unit(text, at: read) else {
        text[written] = text[read]
        (read, written) = (read + 1, written + 1)
        continue
      }
      read += 7
      var scalar = Unicode.Scalar(UInt32(unit))
      if unit & 0xFC00 == 0xD800, let low = Self.unit(text, at: read), low & 0xFC00 == 0xDC00 {
        scalar = Unicode.Scalar(0x10000 + (UInt32(unit) & 0x3FF) << 10 + UInt32(low) & 0x3FF)
        read += 7
      }
      for byte in UTF8.encode(scalar ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter {
        text[written] = byte
        written += 1
      }
    }
    text.removeLast(text.count - written)
  }

  private static func firstEscape(_ text: [UInt8], from start: Int) -> Int? {
    var index = start
    while index + 7 <= text.count {
      if text[index] == UInt8(ascii: "_"), unit(text, at: index) != nil { return index }
      index += 1
    }
    return nil
  }

  /// What `_xHHHH_` at this place stands for.
  private static func unit(_ text: [UInt8], at index: Int) -> UInt16? {
    guard index + 7 <= text.count, text[index] == UInt8(ascii: "_"),
      text[index + 1] == UInt8(ascii: "x"), text[index + 6] == UInt8(ascii: "_")
    else { return nil }
    var unit: UInt16 = 0
    for digit in text[(index + 2)..<(index + 6)] {
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): unit = unit << 4 | UInt16(digit - 0x30)
      case UInt8(ascii: "a")...UInt8(ascii: "f"): unit = unit << 4 | UInt16(digit - 0x57)
      case UInt8(ascii: "A")...UInt8(ascii: "F"): unit = unit << 4 | UInt16(digit - 0x37)
      default: return nil
      }
    }
    return unit
  }
}
