/// Looks at the bytes of a cell that say yes too often, and never too rarely: every cell of every row is looked at.
extension RowLabels {
  /// Whether a text may be the label of a total, as its last letters say; one that ends in a digit is taken for none.
  package static func mayEndTotal(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let last = text.last, labelEndings[Int(last)] else { return false }
    guard text.count <= longestLabel, text.count >= 3 else { return false }
    if last < 0x80 {
      guard isLetter(last) else { return true }
      return latinEndings.contains(
        lower(text[text.count - 3]) << 16 | lower(text[text.count - 2]) << 8 | lower(last))
    }
    return chineseEndings.contains(
      UInt32(text[text.count - 3]) << 16 | UInt32(text[text.count - 2]) << 8 | UInt32(last))
  }

  /// Whether a text may spell nothing out, or zero, as its first letters say.
  package static func mayBeNothing(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = text.first else { return true }
    switch first {
    case 0x31...0x39: return false
    case 0x30: return text.allSatisfy { $0 == 0x30 || $0 == 0x2E }
    case 0x4E, 0x6E, 0x55, 0x75: return text.count <= longestLabel
    case 0x41...0x5A, 0x61...0x7A: return false
    case 0x00..<0x80: return text.count <= longestLabel
    default:
      guard text.count <= longestLabel, text.count >= 3 else { return text.count < 3 }
      guard 0xE4...0xE9 ~= first else { return true }
      return nothingStarts.contains(
        UInt32(first) << 16 | UInt32(text[1]) << 8 | UInt32(text[2]))
    }
  }

  /// Whether a text is the label of a total; of most it is seen in their last letters that they are not.
  package static func isTotal(_ text: String) -> Bool {
    var text = text
    return text.withUTF8(mayEndTotal) && total(text) != nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static func lower(_ byte: UInt8) -> UInt32 {
    UInt32((0x41...0x5A).contains(byte) ? byte + 0x20 : byte)
  }

  /// By byte: whether a label can end in it.
  package static let labelEndings: [Bool] = {
    var endings = [Bool](repeating: false, count: 256)
    for word in latinEndings { endings[Int(word & 0xFF)] = true }
    for word in latinEndings { endings[Int((word & 0xFF) - 0x20)] = true }
    for word in chineseEndings { endings[Int(word & 0xFF)] = true }
    for byte in " \t:.,;)]*_".utf8 { endings[Int(byte)] = true }
    return endings
  }()

  /// By byte: whether a text that begins with it says something whatever follows.
  package static let plainStarts: [Bool] = (0..<256).map { byte in
    switch byte {
    case 0x31...0x39: true
    case 0x4E, 0x6E, 0x55, 0x75: false
    case 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  private static func packed(_ text: String) -> UInt32 {
    text.utf8.suffix(3).reduce(0) { $0 << 8 | UInt32($1) }
  }

  private static let latinEndings: Set<UInt32> = Set(
    [
      "total", "totals", "subtotal", "average", "averages", "avg", "score", "sum", "mean", "max",
      "min",
      "count", "amount", "maximum", "minimum", "highest", "lowest", "median", "deviation", "stddev",
      "variance",
    ].map(packed))

  private static let chineseEndings: Set<UInt32> = Set(
    "计計总和共额分数次值均高低大小差：。、；，）】］＊　\u{00A0}元".map { packed(String($0)) })

  private static let nothingStarts: Set<UInt32> = Set(
    "无無暂没未空不同零尚均截评本全年当今上下期目我内".map {
      String($0).utf8.prefix(3).reduce(0) { $0 << 8 | UInt32($1) }
    })
}
