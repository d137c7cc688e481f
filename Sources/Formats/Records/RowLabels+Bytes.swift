/// Looks at the bytes of a cell that say yes too often, and never too rarely: every cell of every row is looked at.
extension RowLabels {
  /// Whether a text may be the label of a total or of a part of one, as its first and last letters say.
  package static func mayBeTotal(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = text.first, let last = text.last, text.count <= longestLabel, text.count >= 3
    else { return false }
    if labelStarts[Int(first)] & partStart != 0, mayBePart(text) { return true }
    if isDigit(last) { return labelStarts[Int(first)] & countedStart != 0 && mayBeCounted(text) }
    guard labelEndings[Int(last)] else { return false }
    if last < 0x80 {
      guard isLetter(last) else { return true }
      return latinEndings.contains(threeLetters(text.suffix(3)))
    }
    let ending = threeBytes(text.suffix(3))
    if chineseEndings.contains(ending) { return true }
    return unitEndings.contains(ending)
      && text.dropLast(3).suffix(longestUnit).contains(where: isDigit) && mayBeCounted(text)
  }

  /// `合计：165`, `Total 165人`: a label before its number.
  private static func mayBeCounted(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = text.first, first < 0x80 else {
      return totalStems.contains { text.holds($0) }
    }
    return !isLetter(first) || latinStarts.contains(threeLetters(text.prefix(3)))
  }

  /// `其中：男`, and whatever begins with a blank, a bracket or a star.
  private static func mayBePart(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    partPadding.contains { text.starts(with: $0) }
      || TotalLabel.partStems.contains { stem in
        stem.count <= text.count && zip(stem, text).allSatisfy(isSameLetter)
      }
  }

  private static func isSameLetter(_ stem: UInt8, _ byte: UInt8) -> Bool {
    stem == byte || stem < 0x80 && UInt32(stem) == lower(byte)
  }

  private static let partPadding = [" ", "\t", "\u{3000}", "\u{A0}", "(", "（", "[", "［", "*"].map {
    Array($0.utf8)
  }

  /// Of a first byte: the label of a part of a total may begin with it.
  package static let partStart: UInt8 = 1
  /// Of a first byte: a label before its number may begin with it.
  package static let countedStart: UInt8 = 2
  /// Of a second byte behind a letter of ASCII: a label before its number may go on with it.
  package static let countedSecond: UInt8 = 4

  /// By byte: what a text that begins with it, or goes on with it, may be.
  package static let labelStarts: [UInt8] = {
    var starts = [UInt8](repeating: 0, count: 256)
    for first in (TotalLabel.partStems + partPadding).compactMap(\.first) {
      starts[Int(first)] |= partStart
      if isLetter(first) { starts[Int(first & ~0x20)] |= partStart }
    }
    for first in latinStarts.map({ UInt8(truncatingIfNeeded: $0 >> 16) }) {
      starts[Int(first)] |= countedStart
      starts[Int(first & ~0x20)] |= countedStart
    }
    for second in latinStarts.map({ UInt8(truncatingIfNeeded: $0 >> 8) }) {
      starts[Int(second)] |= countedSecond
      starts[Int(second & ~0x20)] |= countedSecond
    }
    for first in 0xE3...0xEF { starts[first] |= countedStart }
    return starts
  }()

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

  /// Whether a text is the label of a total, or of a part of one; of most it is seen in their ends that they are not.
  package static func isTotal(_ text: String) -> Bool {
    var text = text
    return text.withUTF8(mayBeTotal) && total(text) != nil
  }

  private static func threeBytes(_ letters: Slice<UnsafeBufferPointer<UInt8>>) -> UInt32 {
    letters.reduce(0) { $0 << 8 | UInt32($1) }
  }

  private static func threeLetters(_ letters: Slice<UnsafeBufferPointer<UInt8>>) -> UInt32 {
    letters.reduce(0) { $0 << 8 | lower($1) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

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
    for word in chineseEndings.union(unitEndings) { endings[Int(word & 0xFF)] = true }
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

  /// With what a label ends that a number and its unit follow; `元` ends others too.
  private static let unitEndings = Set("人次场个名件项户份条时钟分天岁月里米篇期组对".map { packed(String($0)) })
  /// In bytes: a unit behind a number, without its last letter.
  private static let longestUnit = 7

  /// Every Chinese label of a total has one of these.
  private static let totalStems = "计計总總共和均高低大小".map { Array(String($0).utf8) }

  /// How the Latin ones begin.
  private static let latinStarts = Set(
    [
      "tot", "sub", "sum", "ave", "avg", "mea", "max", "min", "med", "gra", "ove", "cou", "num",
      "hig", "low", "pag", "amo",
    ].map(packed))

  private static let nothingStarts: Set<UInt32> = Set(
    "无無暂没未空不同零尚均截评本全年当今上下期目我内".map {
      String($0).utf8.prefix(3).reduce(0) { $0 << 8 | UInt32($1) }
    })
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether some bytes, three of one letter, stand in these.
  fileprivate func holds(_ letter: [UInt8]) -> Bool {
    guard count >= letter.count, let first = letter.first else { return false }
    return (0...count - letter.count).contains {
      self[$0] == first && self[$0..<($0 + letter.count)].elementsEqual(letter)
    }
  }
}
