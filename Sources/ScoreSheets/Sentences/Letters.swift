/// A sentence of a score sheet, letter by letter, in one width, where marks that mean the same are the same.
struct Letters {
  let all: [Character]

  /// Longer texts are no rule of one item.
  private static let most = 4000

  init(_ text: String) {
    var letters: [Character] = []
    for scalar in text.unicodeScalars {
      if letters.count >= Self.most { break }
      if let letter = Self.narrowed(scalar) { letters.append(letter) }
    }
    all = Self.joined(letters)
  }

  private init(_ letters: [Character]) {
    all = letters
  }

  private static func narrowed(_ scalar: Unicode.Scalar) -> Character? {
    switch scalar.value {
    case 0xFF0C, 0x2C: "，"
    case 0xFF08, 0x28: "（"
    case 0xFF09, 0x29: "）"
    case 0xFF1A, 0x3A: "："
    case 0xFF1B, 0x3B: "；"
    case 0xFF0D, 0x2010...0x2015, 0x7E, 0xFF5E, 0x301C, 0x2500, 0x2212: "-"
    case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A, 0xFF01...0xFF5D:
      Unicode.Scalar(scalar.value - 0xFEE0).map(Character.init)
    case 0x0D, 0x2028, 0x2029, 0x0B, 0x0C: "\n"
    case 0x09, 0xA0, 0x3000, 0x2000...0x200A: " "
    case 0x200B...0x200F, 0xFEFF, 0..<0x09, 0x0E..<0x20: nil
    case 0xFE30...0xFE4F: nil
    default: Character(scalar)
    }
  }

  /// Without blanks between letters of Chinese; a comma within a number is none.
  private static func joined(_ letters: [Character]) -> [Character] {
    var joined: [Character] = []
    for (index, letter) in letters.enumerated() {
      let next = index + 1 < letters.count ? letters[index + 1] : " "
      if letter == " " {
        guard let last = joined.last, last.isASCII, last.isLetter, next.isASCII, next.isLetter
        else { continue }
      } else if letter == "，", let last = joined.last, last.isASCIIDigit,
        index + 3 < letters.count, letters[(index + 1)...(index + 3)].allSatisfy(\.isASCIIDigit),
        index + 4 >= letters.count || !letters[index + 4].isASCIIDigit
      {
        continue
      } else if letter == "=", let last = joined.last, last == ">" || last == "<" {
        joined[joined.count - 1] = last == ">" ? "≥" : "≤"
        continue
      }
      joined.append(letter)
    }
    return joined
  }

  var count: Int { all.count }

  var text: String { String(all) }

  func has(_ words: String, at index: Int) -> Bool {
    guard index >= 0 else { return false }
    var index = index
    for letter in words {
      guard index < all.count, all[index] == letter else { return false }
      index += 1
    }
    return true
  }

  /// The longest of `words` that stands at `index`; they are sorted with the longest first.
  func first(of words: [String], at index: Int) -> String? {
    words.first { has($0, at: index) }
  }

  func contains(_ words: String) -> Bool {
    all.indices.contains { has(words, at: $0) }
  }

  func ends(with words: String) -> Bool { has(words, at: count - words.count) }

  func containsAny(_ words: [String]) -> Bool { words.contains { contains($0) } }

  subscript(range: Range<Int>) -> Letters {
    let low = min(max(0, range.lowerBound), all.count)
    return Letters(Array(all[low..<max(low, min(range.upperBound, all.count))]))
  }

  subscript(index: Int) -> Character? { all.indices.contains(index) ? all[index] : nil }

  /// Without numbering before it and without marks around it.
  var trimmed: Letters {
    var start = 0
    var end = all.count
    while start < end, Self.marks.contains(all[start]) || all[start].isWhitespace { start += 1 }
    if let behind = behindNumbering(start) {
      start = behind
      while start < end, Self.marks.contains(all[start]) || all[start].isWhitespace { start += 1 }
    }
    while end > start,
      Self.marks.contains(all[end - 1]) || all[end - 1].isWhitespace || all[end - 1] == "（"
    { end -= 1 }
    return Letters(Array(all[start..<end]))
  }

  /// Marks that stand between sentences and their parts.
  static let marks: Set<Character> = [
    "，", "。", "；", "、", "：", "！", ".", "\n", "·", "•", "●", "■", "◆", "★", "*", "-", "）", "\"",
    "“", "”",
  ]

  /// Behind `1.`, `（2）`, `③`, `a）` at `start`.
  private func behindNumbering(_ start: Int) -> Int? {
    guard let first = self[start] else { return nil }
    if let value = first.unicodeScalars.first?.value, (0x2460...0x249B).contains(value) {
      return start + 1
    }
    var index = start
    let isBracketed = first == "（"
    if isBracketed { index += 1 }
    let digits = index
    while let letter = self[index], letter.isASCIIDigit || Numeral.digits.contains(letter) {
      index += 1
    }
    if index == digits, let letter = self[index], ("A"..."H").contains(letter) { index += 1 }
    guard index > digits, index - digits <= 3, let mark = self[index] else { return nil }
    if isBracketed { return mark == "）" ? index + 1 : nil }
    guard mark == "、" || mark == "）" || mark == "." else { return nil }
    // `1.5 个` is a number.
    if mark == ".", let next = self[index + 1], next.isASCIIDigit { return nil }
    return index + 1
  }
}
