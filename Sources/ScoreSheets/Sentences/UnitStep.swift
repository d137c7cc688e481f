import Values

/// A unit for which points are given or taken: 每少一人, 每增加 5%, 缺一项.
struct UnitStep {
  let every: Number
  let isPercent: Bool
  let unit: String
  /// 少, 缺, 增加: what happens to the unit.
  let verb: String
  /// What the unit is one of: 制度 in 每缺一项制度.
  let noun: Letters
  /// What stands before it in the condition.
  let before: Letters

  static let shortVerbs = ["少", "缺", "低", "差", "减", "降", "下降", "缺少", "减少", "降低", "不足"]
  private static let periods = ["个月", "季度", "学期", "半年", "月", "年", "周", "天", "日", "季", "两周"]

  /// - Returns: `nil` where the condition names no unit.
  init?(_ condition: Letters, isLoss: Bool) {
    let hits = condition.all.indices.filter { condition.all[$0] == "每" }.reversed()
    for hit in hits {
      if let step = Self.step(condition, from: hit + 1, before: hit) {
        self = step
        return
      }
    }
    guard isLoss, let step = Self.one(condition) else { return nil }
    self = step
  }

  private init(
    _ numeral: (value: Number, isPercent: Bool, unit: String), verb: Letters, noun: Letters,
    before: Letters
  ) {
    every = numeral.value
    isPercent = numeral.isPercent
    unit = numeral.unit
    self.verb = verb.trimmed.text
    self.noun = noun.trimmed
    self.before = before.trimmed
  }

  /// Behind 每: a verb of a few letters, a number that may be left out, a unit.
  private static func step(_ letters: Letters, from start: Int, before: Int) -> UnitStep? {
    // 每月, 每季度: how often, not for what.
    if letters.first(of: periods, at: start) != nil { return nil }
    for length in 0...10 where start + length <= letters.count {
      let index = start + length
      if let numeral = Numeral(letters, at: index), numeral.value.isPositive,
        !numeral.unit.isEmpty
      {
        return UnitStep(
          (numeral.value, numeral.isPercent, numeral.unit), verb: letters[start..<index],
          noun: letters[numeral.end..<letters.count], before: letters[0..<before])
      }
      if let unit = letters.first(of: Numeral.units, at: index), unit != "年" || length == 0 {
        // 每人, 每次: one of them.
        guard length <= 4 else { continue }
        return UnitStep(
          (.one, false, unit), verb: letters[start..<index],
          noun: letters[(index + unit.count)..<letters.count], before: letters[0..<before])
      }
      if let letter = letters[index], Letters.marks.contains(letter) { return nil }
    }
    return nil
  }

  /// 缺一项, 发现一次, 一处不符: one of something, for which something is taken.
  private static func one(_ letters: Letters) -> UnitStep? {
    let found = ones(letters)
    return found.last { !$0.verb.isEmpty } ?? found.last
  }

  private static func ones(_ letters: Letters) -> [UnitStep] {
    var found: [UnitStep] = []
    for index in letters.all.indices {
      guard let numeral = Numeral(letters, at: index), numeral.value == .one,
        !numeral.unit.isEmpty, letters[index - 1] != "第", letters[index - 1] != "统",
        letters[index - 1]?.isASCIIDigit != true,
        !letters.has("次性", at: numeral.numberEnd), !letters.has("级", at: numeral.numberEnd),
        letters.first(of: ["以上", "以下", "及以上", "（含", "以内"], at: numeral.end) == nil
      else { continue }
      // What is compared with one is no unit: 不少于 1 次.
      let head = letters[0..<index]
      let compares = ["不少于", "不低于", "至少", "达到", "超过", "不足", "少于", "低于"]
      if compares.contains(where: { head.has($0, at: head.count - $0.count) }) { continue }
      let verbs = ["缺少", "减少", "降低", "下降", "发现", "发生", "出现", "少", "缺", "低", "差", "有", "漏"]
      let verb = verbs.first { head.has($0, at: head.count - $0.count) } ?? ""
      found.append(
        UnitStep(
          (.one, numeral.isPercent, numeral.unit), verb: Letters(verb),
          noun: letters[numeral.end..<letters.count],
          before: head[0..<(head.count - verb.count)]))
    }
    return found
  }

  /// Whether it is something that is lacking.
  var isShort: Bool { Self.shortVerbs.contains { verb.hasPrefix($0) } }
}
