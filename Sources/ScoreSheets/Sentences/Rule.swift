import Values

/// The standard of an item, taken apart: conditions with what follows from each, and what is said behind the last.
struct Rule {
  let letters: Letters
  let clauses: [Clause]
  let tail: Letters
  let worth: Number?
  /// 本项为程度分: the sheet says itself that somebody judges.
  let isDegree: Bool

  init(_ text: String, worth: Number?) {
    let whole = Self.inOrder(Letters(text))
    isDegree = whole.contains("程度分")
    letters = Self.withoutKind(whole)
    self.worth = worth
    let reader = EffectReader(letters: letters)
    var clauses: [Clause] = []
    var index = 0
    var start = 0
    while index < letters.count {
      guard let (effect, isBare, end) = reader.effect(at: index), end > index else {
        index += 1
        continue
      }
      clauses.append(
        Clause(
          condition: Self.withoutMethod(letters[start..<index].trimmed), effect: effect,
          isBare: isBare))
      index = end
      start = end
    }
    self.clauses = clauses
    tail = letters[start..<letters.count].trimmed
  }

  /// Without 本项为组合分： before the rule itself.
  private static func withoutKind(_ letters: Letters) -> Letters {
    for kind in ["组合分", "程度分", "累计分", "递减分"] {
      guard let start = letters.all.indices.first(where: { letters.has(kind, at: $0) }), start <= 6
      else { continue }
      let end = start + kind.count
      guard let mark = letters[end], Letters.marks.contains(mark) || mark == "（" else { continue }
      return letters[(mark == "（" ? end : end + 1)..<letters.count]
    }
    return letters
  }

  private static let methods = ["查看", "查阅", "检查", "实地", "核查", "抽查", "访谈", "听取", "现场"]

  /// Without a sentence before it that says how it is looked at: 查看现场。无标牌.
  private static func withoutMethod(_ condition: Letters) -> Letters {
    guard let end = condition.all.lastIndex(of: "。"), end + 1 < condition.count,
      methods.contains(where: { condition.has($0, at: 0) })
    else { return condition }
    return condition[(end + 1)..<condition.count].trimmed
  }

  /// `1分/次` as 每次1分.
  private static func inOrder(_ letters: Letters) -> Letters {
    guard letters.contains("分/") else { return letters }
    var text = ""
    var index = 0
    while index < letters.count {
      if letters[index - 1]?.isASCIIDigit != true,
        let (_, isPercent, end) = Numeral.number(letters, at: index), !isPercent,
        letters.has("分/", at: end), let unit = letters.first(of: Numeral.units, at: end + 2)
      {
        text += "每\(unit)\(letters[index..<end].text)分"
        index = end + 2 + unit.count
      } else {
        text.append(letters.all[index])
        index += 1
      }
    }
    return Letters(text)
  }

  /// Whether something in it speaks of points and was not read as such.
  var leavesPointsUnread: Bool {
    (clauses.map(\.condition) + [tail]).contains { part in
      part.containsAny(["分值", "系数", "打折"])
        || part.all.indices.contains { index in
          ["得", "扣", "加", "减", "计"].contains(part.all[index])
            && Numeral.number(part, at: index + 1).map { part[$0.end] == "分" || $0.isPercent }
              == true
        }
    }
  }

  /// Points that stand before what earns them leave a condition behind the last of them.
  var tailIsUsed: Bool {
    clauses.first.map { $0.isBare && $0.condition.count == 0 } ?? false
  }

  /// The greatest loss or gain that is said to be the end of it.
  var cap: Number? {
    for clause in clauses {
      if case .atMost(let points) = clause.effect { return points }
    }
    return nil
  }

  var losesToNothing: Bool {
    clauses.contains { $0.effect == .untilNothing || $0.effect == .loseAll }
  }

  /// Clauses that give or take points.
  var working: [Clause] {
    clauses.filter {
      switch $0.effect {
      case .untilNothing, .atMost, .loseAtMost, .discretion: false
      default: true
      }
    }
  }
}
