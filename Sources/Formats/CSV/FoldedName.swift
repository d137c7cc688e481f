import NormalForms

/// A text without what nobody sees in it: blanks, signs without width, the width and the case of Latin letters, radicals that
/// look like the letters that they are of.
///
///     评委01, 评委 01, 评委　01, 评委０１       站（甲）, 站(甲)       5a, 5A
///
/// Two names that fold alike may still be two: who merges them must have been told so.
package struct FoldedName: Sendable, Hashable {
  /// What is not looked at.
  package enum Way: String, Sendable, CaseIterable {
    case width, `case`, space
  }

  package let text: String

  package init(_ written: String) {
    self.init(written, without: Set(Way.allCases))
  }

  /// - Parameters:
  ///   - written: the name.
  ///   - ways: in what two names may differ and are the same all the same.
  package init(_ written: String, without ways: Set<Way>) {
    if ways.count == Way.allCases.count, let plain = Self.plain(written) {
      text = plain
      return
    }
    var folded = String.UnicodeScalarView()
    for scalar in written.normalFormC.unicodeScalars {
      if ways.contains(.space), Self.isUnseen(scalar) { continue }
      let plain = Radicals.letter(of: scalar) ?? scalar
      let narrow = ways.contains(.width) ? Self.narrow(plain) : plain
      if ways.contains(.case) {
        folded.append(contentsOf: narrow.properties.lowercaseMapping.unicodeScalars)
      } else {
        folded.append(narrow)
      }
    }
    text = String(folded)
  }

  /// ASCII and Chinese letters alone, as most names are, without blanks and capitals.
  ///
  /// - Returns: `nil` where other letters stand in it, which may have several forms.
  static func plain(_ written: String) -> String? {
    var text = written
    var isFolded = true
    let isPlain = text.withUTF8 { bytes in
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        if byte < 0x80 {
          if byte <= 0x20 || 0x41...0x5A ~= byte { isFolded = false }
          index += 1
        } else {
          // U+4000 to U+9FFF, in three bytes: no case, no width, one form.
          guard 0xE4...0xE9 ~= byte else { return false }
          index += 3
        }
      }
      return true
    }
    guard isPlain else { return nil }
    if isFolded { return written }
    return text.withUTF8 { bytes in
      String(
        decoding: bytes.lazy.filter { $0 > 0x20 }.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 },
        as: UTF8.self)
    }
  }

  /// Full-width letters, digits and brackets as half-width; not NFKC, for `²` is seen.
  private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
    return Unicode.Scalar(scalar.value - 0xFF01 + 0x21) ?? scalar
  }

  /// White space of any kind, and marks without width that spreadsheets and browsers leave behind.
  package static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x7F { return scalar.value <= 0x20 }
    switch scalar.value {
    case 0x3400...0x9FFF: return false
    // Controls, and the sign of no dots.
    case 0x7F...0x9F, 0x2800: return true
    case 0xAD, 0x200B...0x200F, 0x2060...0x2064, 0xFEFF, 0xFE00...0xFE0F: return true
    // White_Space: Unicode Character Database, PropList.txt.
    case 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: return true
    // Default_Ignorable_Code_Point: fillers, marks of direction, variants.
    default: return scalar.properties.isDefaultIgnorableCodePoint
    }
  }
}
