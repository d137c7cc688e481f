import Values

/// What a condition says of a number: 达到 90% 以上, 3—5 人, 不足两次.
struct Bound {
  /// Whether the line itself belongs to it; `nil`: nobody has said.
  struct Line {
    let value: Number
    let isIncluded: Bool?
  }

  /// What is said to be so much, without the words that compare.
  let quantity: Letters
  let lower: Line?
  let upper: Line?
  let isPercent: Bool
  let unit: String
  /// What stands behind the number and its words: 3 名社工.
  let rest: Letters

  private static let lowIncluded = [
    "不低于", "不少于", "不小于", "大于等于", "大于或等于", "至少", "≥", "达到", "达", "满",
  ]
  private static let lowExcluded = ["超过", "大于", "高于", "多于", ">"]
  private static let highIncluded = ["不超过", "不高于", "不大于", "不多于", "小于等于", "小于或等于", "≤", "控制在"]
  private static let highExcluded = [
    "未达到", "达不到", "没有达到", "未达", "不满", "不足", "不到", "少于", "低于", "小于", "<",
  ]
  private static let verbs = ["达到", "达", "为", "在", "共", "有", "配备", "是", "的", "占"]

  init?(_ condition: Letters) {
    var found: (index: Int, numeral: Numeral)?
    var index = 0
    while index < condition.count {
      if let numeral = Numeral(condition, at: index), Self.counts(numeral, at: index, in: condition)
      {
        found = (index, numeral)
        break
      }
      index += 1
    }
    guard let (start, first) = found else { return nil }
    let before = condition[0..<start]
    let (head, relation) = Self.relation(before)
    var end = first.end
    var lower: Line?
    var upper: Line?
    if let (name, low, high, behind) = Self.between(condition, first) {
      (quantity, self.lower, self.upper) = (name, low, high)
      (isPercent, unit, rest) = (
        first.isPercent, first.unit, condition[behind..<condition.count].trimmed
      )
      return
    }
    Self.skipPoints(condition, &end)
    let firstIncluded = Self.remark(condition, at: &end)
    if let second = Self.second(condition, behind: end) {
      guard first.value <= second.value else { return nil }
      end = second.end
      Self.skipPoints(condition, &end)
      let secondIncluded = Self.remark(condition, at: &end)
      _ = Self.skip(["之间", "以内"], condition, at: &end)
      lower = Line(value: first.value, isIncluded: firstIncluded ?? true)
      upper = Line(value: second.value, isIncluded: secondIncluded)
      isPercent = second.isPercent
      unit = second.unit.isEmpty ? first.unit : second.unit
    } else {
      isPercent = first.isPercent
      unit = first.unit
      if Self.skip(["及以上", "或以上"], condition, at: &end) {
        lower = Line(value: first.value, isIncluded: true)
      } else if Self.skip(["以上"], condition, at: &end) {
        let said = Self.remark(condition, at: &end) ?? firstIncluded
        lower = Line(value: first.value, isIncluded: said ?? relation?.meaningOfAbove ?? nil)
      } else if Self.skip(["及以下", "以内", "之内"], condition, at: &end)
        || ["天", "日", "工作日", "个工作日", "周", "个月", "月", "小时", "分钟", "年"].contains(first.unit)
          && Self.skip(["内"], condition, at: &end)
      {
        upper = Line(value: first.value, isIncluded: true)
      } else if Self.skip(["以下"], condition, at: &end) {
        upper = Line(
          value: first.value, isIncluded: Self.remark(condition, at: &end) ?? firstIncluded)
      } else {
        switch relation {
        case .low(let isIncluded)?: lower = Line(value: first.value, isIncluded: isIncluded)
        case .high(let isIncluded)?: upper = Line(value: first.value, isIncluded: isIncluded)
        case nil:
          lower = Line(value: first.value, isIncluded: true)
          upper = Line(value: first.value, isIncluded: true)
        }
      }
    }
    if lower != nil, upper == nil { upper = Self.above(condition, at: &end) }
    self.lower = lower
    self.upper = upper
    quantity = Self.bare(head)
    rest = condition[end..<condition.count].trimmed
  }

  /// One number and no other: 3 人.
  var isExact: Bool {
    guard let lower, let upper else { return false }
    return lower.value == upper.value
  }

  private enum Relation {
    case low(Bool)
    case high(Bool)

    /// 达到 90% 以上, 不低于 90% 以上: the words before it speak of the line, too.
    var meaningOfAbove: Bool? {
      if case .low(let isIncluded) = self { isIncluded ? nil : false } else { nil }
    }
  }

  /// A numeral that a condition compares something with; 一级、第一、一次性 are none.
  private static func counts(_ numeral: Numeral, at index: Int, in letters: Letters) -> Bool {
    if letters[index]?.isASCIIDigit == true { return letters[index - 1] != "第" }
    guard letters[index - 1] != "第", letters[index - 1] != "统" else { return false }
    if numeral.isPercent { return true }
    guard !numeral.unit.isEmpty else { return false }
    if letters.has("次性", at: numeral.numberEnd) || letters.has("级", at: numeral.numberEnd) {
      return false
    }
    return true
  }

  /// Takes the word that compares off the end of what stands before a number.
  private static func relation(_ before: Letters) -> (Letters, Relation?) {
    let table: [([String], Relation)] = [
      (lowIncluded, .low(true)), (highExcluded, .high(false)), (highIncluded, .high(true)),
      (lowExcluded, .low(false)),
    ]
    var best: (length: Int, relation: Relation)?
    for (words, relation) in table {
      for word in words where before.has(word, at: before.count - word.count) {
        if word.count > best?.length ?? 0 { best = (word.count, relation) }
      }
    }
    guard let best else { return (before, nil) }
    return (before[0..<(before.count - best.length)], best.relation)
  }

  /// `（含）`, `（不含）`, `（含90%）` at `end`.
  private static func remark(_ letters: Letters, at end: inout Int) -> Bool? {
    for (open, isIncluded) in [
      ("（不含", false), ("（含", true), ("（包含", true), ("不含", false), ("含", true),
    ]
    where letters.has(open, at: end) {
      var index = end + open.count
      guard open.hasPrefix("（") else {
        // 含 may begin the next word.
        guard letters[index] == nil || letters[index] == "以" || letters[index] == "-" else {
          continue
        }
        end = index
        return isIncluded
      }
      while index < letters.count, index - end < 12, letters[index] != "）" { index += 1 }
      guard letters[index] == "）" else { continue }
      end = index + 1
      return isIncluded
    }
    return nil
  }

  /// The second number of a range.
  private static func second(_ letters: Letters, behind end: Int) -> Numeral? {
    guard letters[end] == "-" || letters[end] == "至" || letters[end] == "到" else { return nil }
    return Numeral(letters, at: end + 1)
  }

  /// 80 分以上 compares points of something else.
  private static func skipPoints(_ letters: Letters, _ end: inout Int) {
    if letters[end] == "分", letters[end + 1] != "钟" { end += 1 }
  }

  /// 90% ≤ 满意率 < 95%.
  private static func between(
    _ letters: Letters, _ first: Numeral
  ) -> (Letters, Line, Line, Int)? {
    guard let mark = letters[first.end], mark == "≤" || mark == "<" else { return nil }
    var index = first.end + 1
    while let letter = letters[index], letter != "≤", letter != "<" { index += 1 }
    guard let last = letters[index], let second = Numeral(letters, at: index + 1),
      first.value <= second.value
    else { return nil }
    return (
      letters[(first.end + 1)..<index].trimmed,
      Line(value: first.value, isIncluded: mark == "≤"),
      Line(value: second.value, isIncluded: last == "≤"), second.end
    )
  }

  /// The upper line behind a lower one: 80 分以上不足 90 分, 60 以上、80 以下.
  private static func above(_ letters: Letters, at end: inout Int) -> Line? {
    var index = end
    _ = skip(["，", "、"], letters, at: &index)
    _ = skip(["且", "但", "而"], letters, at: &index)
    let isExcluded = skip(highExcluded + ["未满"], letters, at: &index)
    let isIncluded = !isExcluded && skip(highIncluded, letters, at: &index)
    guard let numeral = Numeral(letters, at: index) else { return nil }
    index = numeral.end
    skipPoints(letters, &index)
    let isRemarked = remark(letters, at: &index)
    let isBelow = skip(["以下", "以内"], letters, at: &index)
    guard isExcluded || isIncluded || isBelow else { return nil }
    end = index
    return Line(
      value: numeral.value, isIncluded: isExcluded ? false : isIncluded ? true : isRemarked)
  }

  private static func skip(_ words: [String], _ letters: Letters, at end: inout Int) -> Bool {
    guard let word = letters.first(of: words, at: end) else { return false }
    end += word.count
    return true
  }

  private static func bare(_ head: Letters) -> Letters {
    var head = head.trimmed
    var isDone = false
    while !isDone {
      isDone = true
      for verb in verbs
      where head.count >= verb.count && head.has(verb, at: head.count - verb.count) {
        head = head[0..<(head.count - verb.count)].trimmed
        isDone = false
      }
    }
    return head
  }
}
