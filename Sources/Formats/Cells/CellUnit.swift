/// A unit as declarations and cells write it: what is counted, and in which powers of ten.
///
///     元, CNY, ￥     cny, 0        万元, 10,000 CNY    cny, 4
///     ㎡, 平方米      m2, 0         万                  (none), 4
package struct CellUnit: Sendable, Hashable {
  /// What is counted, in one of its spellings; empty where only a power of ten is named.
  let label: String
  /// Counted by tens to this power.
  let power: Int

  private init(label: String, power: Int) {
    self.label = label
    self.power = power
  }

  /// The unit of a declaration, or what stands behind the digits of a cell.
  package init(_ written: String) {
    let text = HeaderName(written).text
    if let label = Self.label(text) {
      self.init(label: label, power: 0)
      return
    }
    if let (power, rest) = Self.powered(text) {
      self.init(label: Self.label(rest) ?? Self.compound(rest), power: power)
      return
    }
    self.init(label: Self.compound(text), power: 0)
  }

  static let percent = "%"
  static let share = "1"
  static let money = "cny"

  /// Numbers of hundredths: 95 is 95 per cent.
  package var isPercent: Bool { label == Self.percent && power == 0 }
  /// A quotient: 0.95 is 95 per cent, and 1.2 more than the whole.
  package var isShare: Bool { label == Self.share && power == 0 }

  /// Whether an amount in `other` is one in this unit, by a power of ten; what is counted per something is named without it.
  func counts(_ other: CellUnit) -> Bool {
    if label == other.label { return true }
    if label.isEmpty { return power == other.power && other.label == Self.money }
    return label.hasPrefix(other.label + "/") && !other.label.isEmpty
  }

  /// The words that people put for one another; the first of each stands for all.
  private static let families: [[String]] = [
    [percent, "百分比", "百分数", "百分点", "个百分点", "percent", "percentage", "pct"],
    [share, "比例", "比率", "share", "ratio", "proportion"],
    [money, "元", "圆", "人民币", "人民币元", "元人民币", "rmb", "¥", "yuan"],
    ["m2", "平方米", "平米", "sqm", "squaremetre", "squaremetres", "squaremeter", "squaremeters"],
    ["h", "小时", "个小时", "hr", "hrs", "hour", "hours"],
    ["min", "分钟", "minute", "minutes"],
    ["d", "天", "日", "day", "days"],
    ["month", "个月", "months"],
    ["a", "年", "y", "yr", "year", "years"],
    ["person", "人", "名", "位", "persons", "people"],
    ["次", "time", "times"],
    ["km", "公里", "千米"], ["m", "米"], ["kg", "公斤", "千克"],
  ]

  private static let labels: [String: String] = families.reduce(into: [:]) { labels, family in
    for word in family { labels[word] = family[0] }
  }

  private static func label(_ text: String) -> String? { labels[text] }

  /// `元/年`: each part by the word that stands for it.
  private static func compound(_ text: String) -> String {
    text.split(separator: "/", omittingEmptySubsequences: false)
      .map { labels[String($0)] ?? String($0) }.joined(separator: "/")
  }

  private static let powers: [(String, Int)] = [
    ("万亿", 12), ("亿", 8), ("千万", 7), ("百万", 6), ("万", 4), ("million", 6), ("thousand", 3),
  ]

  /// `万元`, `10,000cny`, `千元`: the power, and what is left.
  private static func powered(_ text: String) -> (Int, String)? {
    for (word, power) in powers where text.hasPrefix(word) {
      return (power, String(text.dropFirst(word.count)))
    }
    // `千瓦` is no thousand of anything.
    if text.hasPrefix("千"), labels[String(text.dropFirst())] == money {
      return (3, String(text.dropFirst()))
    }
    let digits = text.prefix { $0.isNumber || $0 == "," }
    // Nothing is counted by more than the width of a number.
    guard digits.first == "1", (2...34).contains(digits.count),
      digits.dropFirst().allSatisfy({ $0 == "0" || $0 == "," })
    else { return nil }
    return (digits.count { $0 == "0" }, String(text.dropFirst(digits.count)))
  }
}
