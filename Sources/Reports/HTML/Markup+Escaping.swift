import Diagnostics

extension Markup {
  /// A text in which nothing means anything to whoever reads the page.
  ///
  /// A name could read otherwise than it is written, so controls are replaced; the stylesheet has lines.
  mutating func text(_ text: String) {
    var text = text
    text.withUTF8 { Self.append($0, to: &self) }
  }

  static func escaped(_ text: String) -> String {
    var markup = Markup()
    markup.text(text)
    return markup.html
  }

  /// By byte: whether something may have to be replaced there.
  ///
  /// Controls beyond ASCII begin with one of the last three.
  private static let isTelling: [Bool] = {
    var table = [Bool](repeating: false, count: 256)
    for byte in 0..<0x20 where byte != 0x0A { table[byte] = true }
    for byte in "&<>\"'".utf8 { table[Int(byte)] = true }
    for byte in [0x7F, 0xC2, 0xD8, 0xE2] { table[byte] = true }
    return table
  }()

  private static func append(_ text: UnsafeBufferPointer<UInt8>, to markup: inout Markup) {
    isTelling.withUnsafeBufferPointer { isTelling in
      var plain = 0
      var index = 0
      while index < text.count {
        guard isTelling[Int(text[index])] else {
          index += 1
          continue
        }
        guard let (replacement, length) = replacement(in: text, at: index) else {
          index += 1
          continue
        }
        markup.append(text[plain..<index])
        replacement.withUTF8Buffer { markup.append($0[...]) }
        index += length
        plain = index
      }
      markup.append(text[plain..<text.count])
    }
  }

  /// - Returns: `nil` for a letter that stands for itself.
  private static func replacement(
    in text: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (StaticString, length: Int)? {
    let byte = text[index]
    switch byte {
    case UInt8(ascii: "&"): return ("&amp;", 1)
    case UInt8(ascii: "<"): return ("&lt;", 1)
    case UInt8(ascii: ">"): return ("&gt;", 1)
    case UInt8(ascii: "\""): return ("&quot;", 1)
    case UInt8(ascii: "'"): return ("&#39;", 1)
    case 0..<0x80: return ("\u{FFFD}", 1)
    default: break
    }
    // Two or three bytes are one letter.
    let length = byte < 0xE0 ? 2 : 3
    guard index + length <= text.count else { return nil }
    let rest = text[index + 1..<index + length]
    let value = rest.reduce(UInt32(byte) & (length == 2 ? 0x1F : 0x0F)) {
      $0 << 6 | UInt32($1 & 0x3F)
    }
    guard let scalar = Unicode.Scalar(value), TextEscape.isControl(scalar) else { return nil }
    return ("\u{FFFD}", length)
  }

  /// The address of a file in the same output folder: what means something in addresses is escaped.
  static func address(of path: String) -> String {
    let hex = Array("0123456789ABCDEF".utf8)
    let plain = Set("/-._~".utf8)
    var address: [UInt8] = []
    for byte in path.utf8 {
      let isPlain =
        byte >= 0x80 || plain.contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
      if isPlain {
        address.append(byte)
      } else {
        address += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      }
    }
    return String(decoding: address, as: UTF8.self)
  }

  /// An anchor for a name: letters and digits stay, the rest becomes its code, so two never meet.
  static func anchor(_ kind: String, _ name: String) -> String {
    var anchor = kind + "-"
    for scalar in name.unicodeScalars {
      let isPlain =
        scalar.isASCII
        ? ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
          || ("0"..."9").contains(scalar)
        : scalar.properties.isAlphabetic
      if isPlain {
        anchor.unicodeScalars.append(scalar)
      } else {
        anchor += "_" + String(scalar.value, radix: 16)
      }
    }
    return anchor
  }
}
