extension RowLabels {
  /// Whether a text may be a label, a note, a word of a header or a spelling of nothing; says yes too often, never too rarely.
  ///
  /// Keys of a nation are looked at, so it looks at bytes: most keys are letters and digits, or names without a telling sign.
  package static func isWorthALook(_ text: String) -> Bool {
    var text = text
    return text.withUTF8(isWorthALook)
  }

  package static func isWorthALook(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var hasDigit = false
    var isPlain = true
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte < 0x80 {
        if 0x30...0x39 ~= byte { hasDigit = true }
        if !isLetterOfKeys(byte) { return true }
        index += 1
        continue
      }
      isPlain = false
      // Chinese letters have three bytes; whatever else there is deserves a look.
      guard byte & 0xF0 == 0xE0, index + 2 < text.count else { return true }
      let value =
        UInt32(byte & 0x0F) << 12 | UInt32(text[index + 1] & 0x3F) << 6
        | UInt32(text[index + 2] & 0x3F)
      guard chinese.contains(value), !isTelling(value) else { return true }
      index += 3
    }
    return isPlain ? !hasDigit : text.count <= 6
  }

  /// A text of many words and signs, as notes are.
  package static func readsLikeSentence(_ text: String) -> Bool {
    text.unicodeScalars.count >= 10 && text.contains { "，。；：,;:！!".contains($0) }
  }

  private static func isLetterOfKeys(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F, 0x2E: true
    default: false
    }
  }

  static let chinese: ClosedRange<UInt32> = 0x4E00...0x9FFF

  private static func isTelling(_ value: UInt32) -> Bool {
    let place = Int(value - chinese.lowerBound)
    return telling[place / 64] & 1 << UInt64(place % 64) != 0
  }

  /// Every word of more than two letters that says something of its row has one of these.
  private static let telling: [UInt64] = {
    var bits = [UInt64](repeating: 0, count: (chinese.count + 63) / 64)
    for letter
      in "计計总總総共汇均最数位差额无無暂没未空不零以完束续页签章填制审核复负办源录人文字年米型值串期必选算系例示范请拉输按保精样同内枚逻整文时日乘元万千备注说提百或格"
      .unicodeScalars where chinese.contains(letter.value)
    {
      let place = Int(letter.value - chinese.lowerBound)
      bits[place / 64] |= 1 << UInt64(place % 64)
    }
    return bits
  }()
}
