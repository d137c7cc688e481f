/// What may stand in a text that people read: nothing that moves a cursor, begins a line or turns the direction of
/// what stands around it.
///
/// Names, cells and keys come from files, which may hold anything; every output is escaped at its border.
package enum TextEscape {
  /// One line: line ends and tabs become a space, other control characters a dot.
  package static func line(_ text: String) -> String {
    escaped(text, keepsLines: false)
  }

  /// Several lines of our own: LF stays.
  package static func lines(_ text: String) -> String {
    escaped(text, keepsLines: true)
  }

  private static func escaped(_ text: String, keepsLines: Bool) -> String {
    func isPlain(_ scalar: Unicode.Scalar) -> Bool {
      !isControl(scalar) || (keepsLines && scalar == "\n")
    }
    if text.unicodeScalars.allSatisfy(isPlain) { return text }
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      shown.append(isPlain(scalar) ? scalar : isSpace(scalar) ? " " : "·")
    }
    return String(shown)
  }

  /// Control characters, line and paragraph ends, and what turns the direction of writing.
  package static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }
}
