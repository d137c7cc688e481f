/// Texts as cells can hold them.
package enum WrittenText {
  /// What a cell holds at most, in UTF-16 units.
  package static let longest = 32_767

  /// Without what XML cannot carry; line ends are line feeds.
  static func clean(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { !isPlain($0) }) else { return text }
    var clean = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      defer { previous = scalar }
      switch scalar {
      case "\r": clean.append("\n")
      case "\n" where previous == "\r": continue
      case "\n", "\t": clean.append(scalar)
      case _ where isPlain(scalar): clean.append(scalar)
      // Nothing is left out: a box stands for what cannot be carried.
      default: clean.append("\u{FFFD}")
      }
    }
    return String(clean)
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x20 && scalar != "\u{FFFE}" && scalar != "\u{FFFF}"
  }

  /// The same for a cell, in which `_x0041_` would be read as `A`.
  static func forCell(_ text: String) -> String {
    let text = clean(text)
    guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
    var bytes: [UInt8] = []
    let all = Array(text.utf8)
    for (index, byte) in all.enumerated() {
      if byte == UInt8(ascii: "_"), isEscape(all[index...]) { bytes += Array("_x005F".utf8) }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isEscape(_ bytes: ArraySlice<UInt8>) -> Bool {
    let seven = bytes.prefix(7)
    guard seven.count == 7, seven.last == UInt8(ascii: "_") else { return false }
    let inner = Array(seven)
    return inner[1] == UInt8(ascii: "x")
      && inner[2...5].allSatisfy {
        switch $0 {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
          UInt8(ascii: "A")...UInt8(ascii: "F"):
          true
        default: false
        }
      }
  }

  /// The beginning of a text, with an ellipsis where something is missing.
  package static func cut(_ text: String, to limit: Int) -> String {
    guard text.utf16.count > limit else { return text }
    var cut = ""
    var count = 1
    for letter in text {
      count += letter.utf16.count
      guard count <= limit else { break }
      cut.append(letter)
    }
    return cut + "…"
  }
}
