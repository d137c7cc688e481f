import Values

/// A number as sheets write it: `5`, `0.5`, `90%`, `三`, `两`, `十二`, `百分之八十`, `八成`, with the unit behind it.
struct Numeral {
  let value: Number
  let isPercent: Bool
  let unit: String
  /// Behind the number and its unit.
  let end: Int
  /// Behind the number alone.
  let numberEnd: Int

  static let digits: Set<Character> = [
    "零", "〇", "一", "二", "两", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千", "万", "半",
  ]

  /// Longest first.
  static let units = [
    "个百分点", "百分点", "平方米", "个工作日", "工作日", "人次", "万元", "亿元", "场次", "小时", "课时", "学时", "分钟",
    "个月", "季度", "学期", "元", "人", "名", "位", "个", "次", "项", "场", "件", "起", "例", "户", "份", "篇", "天",
    "日", "周", "月", "年", "期", "家", "支", "处", "条", "种", "类", "本", "套", "张", "台", "批", "门", "节", "轮",
    "页", "字", "星", "级", "㎡", "倍", "宗", "则", "封", "幅", "座", "所", "间", "对", "组", "岁", "季", "单", "笔",
  ]

  /// Of which there is no part.
  static let countedUnits: Set<String> = [
    "人次", "场次", "次", "项", "场", "件", "起", "例", "户", "份", "篇", "期", "家", "支", "处", "条", "种", "类",
    "本", "套", "张", "台", "批", "门", "节", "轮", "页", "字", "个", "宗", "则", "封", "幅", "座", "所", "间", "对",
    "组", "单", "笔", "名", "位",
  ]

  /// The number that begins at `index`.
  init?(_ letters: Letters, at index: Int) {
    guard let (value, percent, end) = Self.number(letters, at: index) else { return nil }
    self.value = value
    numberEnd = end
    if percent {
      isPercent = true
      unit = "%"
      self.end = end
    } else {
      let unit = letters.first(of: Self.units, at: end) ?? ""
      isPercent = unit == "百分点" || unit == "个百分点"
      self.unit = isPercent ? "%" : unit
      self.end = end + unit.count
    }
  }

  /// A number without a unit.
  static func number(
    _ letters: Letters, at index: Int
  ) -> (value: Number, isPercent: Bool, end: Int)? {
    if letters.has("百分之百", at: index) { return (Number(100), true, index + 4) }
    if letters.has("百分之", at: index),
      let (value, _, end) = number(letters, at: index + 3)
    {
      return (value, true, end)
    }
    let read = arabic(letters, at: index) ?? chinese(letters, at: index)
    guard let (value, end) = read else { return nil }
    if letters[end] == "%" { return (value, true, end + 1) }
    if letters[end] == "成", !letters.has("成立", at: end), !letters.has("成员", at: end),
      !letters.has("成果", at: end), !letters.has("成效", at: end), !letters.has("成功", at: end),
      let tenfold = value.multiplied(by: Number(10)), tenfold <= Number(100)
    {
      return (tenfold, true, end + 1)
    }
    return (value, false, end)
  }

  private static func arabic(_ letters: Letters, at index: Int) -> (Number, Int)? {
    var end = index
    while let letter = letters[end], letter.isASCIIDigit { end += 1 }
    guard end > index, end - index <= 15 else { return nil }
    if letters[end] == ".", letters[end + 1]?.isASCIIDigit == true {
      end += 1
      while let letter = letters[end], letter.isASCIIDigit { end += 1 }
    }
    return Number(letters[index..<end].text).map { ($0, end) }
  }

  private static let values: [Character: Int] = [
    "零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]

  private static func chinese(_ letters: Letters, at index: Int) -> (Number, Int)? {
    if letters[index] == "半", letters.first(of: units, at: index + 1) != nil {
      return Number("0.5").map { ($0, index + 1) }
    }
    // 百 alone is a part of a word: 百分点, 百姓.
    if let first = letters[index], first == "百" || first == "千" || first == "万" { return nil }
    var (total, section, digit) = (0, 0, -1)
    var end = index
    while let letter = letters[end], end - index < 12 {
      if let value = values[letter] {
        // `二三十` is no number that anybody means exactly.
        guard digit <= 0 else { return nil }
        digit = value
      } else if letter == "十" || letter == "百" || letter == "千" {
        section += max(1, digit) * (letter == "十" ? 10 : letter == "百" ? 100 : 1000)
        digit = -1
      } else if letter == "万" {
        total = (section + max(0, digit)) * 10_000
        (section, digit) = (0, -1)
      } else {
        break
      }
      end += 1
    }
    guard end > index else { return nil }
    return (Number(total + section + max(0, digit)), end)
  }
}

extension Numeral {
  /// `0.85` as a sheet shows it with a sign of percent: `85%`.
  static func percent(_ text: String) -> String? {
    Number(text)?.multiplied(by: Number(100)).map { "\($0)%" }
  }
}
