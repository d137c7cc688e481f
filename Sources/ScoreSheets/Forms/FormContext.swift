import Values

/// What a pattern looks at, and where it takes names from.
struct FormContext {
  enum Kind { case item, bonus, deduction }

  let rule: Rule
  let worth: Number
  /// Of the item.
  let title: String
  let kind: Kind
  var names: FactNames

  mutating func truth(_ condition: Letters) -> FactDraft {
    let text = Self.withoutIntroduction(condition)
    let saysNothing = text.isEmpty || Self.empty.contains(text)
    let hint = saysNothing || text.count > 20 ? title : text
    return FactDraft(
      name: names.name(hint), kind: .truth, title: saysNothing ? title : text)
  }

  /// What says only that it is so.
  private static let empty: Set<String> = [
    "有", "达到", "达标", "符合", "具备", "完成", "做到", "是", "满足", "符合要求", "达到要求", "已完成", "按要求完成", "达到标准",
    "符合条件", "满足要求", "具备条件", "有的", "全部",
  ]

  mutating func number(_ hint: String, unit: String, title: String) -> FactDraft {
    FactDraft(
      name: names.name(hint),
      kind: .number(unit: unit, isWhole: Numeral.countedUnits.contains(unit)), title: title)
  }

  /// What the condition of a bound is about; where it does not say, the item's title.
  mutating func quantity(_ bound: Bound) -> FactDraft {
    let said = Self.withoutIntroduction(bound.quantity)
    let noun = bound.rest.text
    var hint = said.isEmpty || said.count > 16 ? title : said
    if said.isEmpty, !noun.isEmpty, noun.count <= 10, noun.count > 2 { hint = noun }
    if !bound.isPercent, !hint.hasSuffix("数"), !hint.hasSuffix("率"), !bound.unit.isEmpty,
      bound.unit != "分"
    {
      hint += Numeral.countedUnits.contains(bound.unit) || bound.unit == "人" ? "数" : ""
    }
    return number(hint, unit: bound.unit, title: said.isEmpty ? title : said)
  }

  private static let introductions = ["其中", "包括", "包含", "含有", "含", "如", "若", "凡", "并", "且", "对"]

  static func withoutIntroduction(_ condition: Letters) -> String {
    var text = condition.trimmed
    for word in introductions where text.has(word, at: 0) && text.count > word.count {
      text = text[word.count..<text.count].trimmed
      break
    }
    for word in ["的", "者", "则", "可", "，"] where text.count > 2 && text.ends(with: word) {
      text = text[0..<(text.count - word.count)].trimmed
    }
    return text.text
  }
}
