import Values

/// A label and the points that stand in it: 组织建设（20分）, 运作模式(31), 项目管理 权重25%.
struct LabelPoints: Equatable {
  let label: String
  let points: Number?

  init(_ text: String) {
    let letters = Array(text)
    guard letters.count <= Self.longest,
      let (range, points) = Self.bracket(letters) ?? Self.tail(letters)
    else {
      points = nil
      label = YAMLText.oneLine(text)
      return
    }
    self.points = points
    label = YAMLText.oneLine(String(letters[..<range.lowerBound] + letters[range.upperBound...]))
  }

  /// What is longer is no label, and its points are those of a sentence.
  private static let longest = 4000
  private static let brackets: [Character: Character] = [
    "（": "）", "(": ")", "[": "]", "【": "】", "〔": "〕", "［": "］",
  ]

  /// The last bracket that holds nothing but points.
  private static func bracket(_ letters: [Character]) -> (Range<Int>, Number)? {
    for start in letters.indices.reversed() {
      guard let close = brackets[letters[start]] else { continue }
      // Half of a bracket may be written wide and half narrow.
      let end = letters[start...].prefix(20).firstIndex { $0 == close || $0 == ")" || $0 == "）" }
      guard let end else { continue }
      if let points = points(Letters(String(letters[(start + 1)..<end])), isBracketed: true) {
        return (start..<(end + 1), points)
      }
    }
    return nil
  }

  /// Whether points in brackets stand somewhere in a text.
  static func holdsBracket(_ text: String) -> Bool { bracket(Array(text)) != nil }

  /// `组织建设20分`, `组织建设：20分`, `权重 20%` at the end.
  private static func tail(_ letters: [Character]) -> (Range<Int>, Number)? {
    let first = max(letters.count > 8 ? 1 : 0, letters.count - 14)
    for start in stride(from: first, to: letters.count, by: 1) {
      let rest = Letters(String(letters[start...]))
      guard rest.count <= 10 else { continue }
      if start > 0 {
        let before = Letters(String(letters[start - 1]))[0]
        if before.map({ $0.isASCIIDigit || $0 == "." || Numeral.digits.contains($0) }) == true {
          continue
        }
      }
      if let points = points(rest, isBracketed: false) { return (start..<letters.count, points) }
    }
    return nil
  }

  private static let prefixes = ["标准分", "分值", "满分", "权重", "共计", "总分", "共", "计", "占", "总计", "合计"]

  private static func points(_ inner: Letters, isBracketed: Bool) -> Number? {
    var text = inner.trimmed
    var isNamed = false
    for prefix in prefixes where text.has(prefix, at: 0) {
      text = text[prefix.count..<text.count].trimmed
      isNamed = true
      break
    }
    if text.has("为", at: 0) { text = text[1..<text.count].trimmed }
    guard let (value, isPercent, end) = Numeral.number(text, at: 0), !value.isNegative else {
      return nil
    }
    let unit = text[end..<text.count].text
    switch unit {
    case "分": return value
    case "":
      let isBare = isBracketed && inner[0]?.isASCIIDigit == true && !isPercent
      return isNamed || isBare && value <= Number(1000) ? value : nil
    default: return nil
    }
  }

  /// A cell of a column of points: `5`, `5分`, `（5分）`, `五分`, `25%`, `0-5分`.
  static func cell(_ text: String) -> Number? {
    var plain = Letters(text)
    while let first = plain[0], "（[【 ".contains(first) { plain = plain[1..<plain.count] }
    while let last = plain[plain.count - 1], "）]】。 \n".contains(last) {
      plain = plain[0..<(plain.count - 1)]
    }
    for prefix in prefixes where plain.has(prefix, at: 0) {
      plain = plain[prefix.count..<plain.count].trimmed
      break
    }
    guard let (value, _, end) = Numeral.number(plain, at: 0) else { return nil }
    var rest = plain[end..<plain.count]
    // 0-5 分: up to five.
    if rest[0] == "-" || rest[0] == "至", let (high, _, end) = Numeral.number(rest, at: 1) {
      rest = rest[end..<rest.count]
      return isEnd(rest) ? high : nil
    }
    return isEnd(rest) ? value : nil
  }

  private static func isEnd(_ rest: Letters) -> Bool {
    let text = rest.trimmed.text
    return text.isEmpty || text == "分" || text == "]"
  }
}
