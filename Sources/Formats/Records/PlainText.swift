/// What a pass over the bytes of a text tells before it is folded: most cells hold plain words and numbers, and no label.
///
/// Letters and digits of ASCII, blanks, a few signs between them, and Chinese letters, none of which folding changes but
/// for their case.
struct PlainText {
  /// The first scalar; never a blank.
  private let first: UInt32
  /// The first scalar that is neither a digit nor a blank; zero where there is none.
  private let word: UInt32
  private let hasLatin: Bool
  /// A letter of which every denial has one.
  private let hasDenial: Bool
  /// A letter of which every Chinese label of a total has one.
  private let hasTotal: Bool

  /// - Returns: `nil` for a text that holds anything else, or nothing.
  init?(_ text: String) {
    let plain = text.utf8.withContiguousStorageIfAvailable { PlainText($0) }
    guard case .some(.some(let plain)) = plain else { return nil }
    self = plain
  }

  private init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    var (first, word): (UInt32, UInt32) = (0, 0)
    var (hasLatin, hasDenial, hasTotal) = (false, false, false)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let value: UInt32
      switch Self.kinds[Int(byte)] {
      case .sign where index > 0, .digit:
        value = UInt32(byte)
        index += 1
      case .letter:
        hasLatin = true
        value = UInt32(byte)
        index += 1
      case .chinese:
        guard index + 2 < bytes.count else { return nil }
        value =
          UInt32(byte & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6
          | UInt32(bytes[index + 2] & 0x3F)
        guard RowLabels.chinese.contains(value) else { return nil }
        hasDenial = hasDenial || RowLabels.denialLetters.contains(value)
        hasTotal = hasTotal || RowLabels.totalLetters.contains(value)
        index += 3
      case .sign, .other: return nil
      }
      if first == 0 { first = value }
      if word == 0, !(0x30...0x39 ~= value), value != 0x20 { word = value }
    }
    guard first != 0 else { return nil }
    (self.first, self.word, self.hasLatin) = (first, word, hasLatin)
    (self.hasDenial, self.hasTotal) = (hasDenial, hasTotal)
  }

  private enum Kind { case digit, letter, sign, chinese, other }

  private static let kinds: [Kind] = (0...255).map { byte in
    switch byte {
    case 0x30...0x39: .digit
    case 0x41...0x5A, 0x61...0x7A: .letter
    case 0x20, 0x2D, 0x2E, 0x5F: .sign
    case 0xE4...0xE9: .chinese
    default: .other
    }
  }

  private var startsWithDigit: Bool { 0x30...0x39 ~= first }

  /// Whether it may spell nothing out.
  var mayBeNothing: Bool {
    startsWithDigit ? hasDenial : RowLabels.nothingLetters.contains(first)
  }

  /// Whether it may be the label of a total; of Latin words another look tells.
  var mayBeTotal: Bool { hasTotal || hasLatin }

  /// Whether it may be a note, a signature, a page line or a count of rows.
  var mayBeNote: Bool {
    startsWithDigit
      ? RowLabels.countLetters.contains(word) : RowLabels.noteLetters.contains(first)
  }

  /// Whether it may begin like a number.
  var mayBeNumber: Bool { startsWithDigit }
}

/// A set of letters, asked for every cell.
struct LetterSet {
  private var bits = [UInt64](repeating: 0, count: 0xA000 / 64)

  init(_ texts: some Sequence<some StringProtocol>) {
    for text in texts {
      for form in [text.lowercased(), text.uppercased()] {
        for scalar in form.unicodeScalars where scalar.value < 0xA000 {
          bits[Int(scalar.value) / 64] |= 1 << UInt64(scalar.value % 64)
        }
      }
    }
  }

  func contains(_ value: UInt32) -> Bool {
    value < 0xA000 && bits[Int(value) / 64] & 1 << UInt64(value % 64) != 0
  }
}
