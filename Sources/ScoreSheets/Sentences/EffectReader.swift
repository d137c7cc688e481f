import Values

/// Finds the words of a rule that say what becomes of the points.
struct EffectReader {
  let letters: Letters

  private static let none = [
    "该项不得分", "此项不得分", "本项不得分", "不予得分", "不予计分", "不予加分", "不得分", "不计分", "不记分", "不给分", "不加分",
  ]
  private static let all = [
    "得本项满分", "得该项满分", "得满分", "计满分", "记满分", "给满分", "得全分", "计全分", "得该项分", "得本项分", "得该项分值",
  ]
  private static let untilNothing = [
    "扣完该项分值为止", "扣完本项分值为止", "扣完该项分数为止", "扣完本项分数为止", "扣完该项分为止", "扣完本项分为止", "扣完该项为止",
    "扣完本项为止", "直至扣完", "直到扣完", "扣完为止", "扣光为止", "减完为止", "扣至0分", "扣到0分", "扣至零分", "扣完",
  ]
  private static let loseAll = [
    "扣除全部分值", "扣除该项全部分值", "扣除本项全部分值", "扣全部分", "扣除全部", "全部扣除", "扣全分", "扣满分", "全扣", "扣该项全分",
    "扣本项全分",
  ]
  private static let loseVerbs = ["酌情扣", "各扣除", "扣除", "扣减", "减去", "减扣", "倒扣", "各扣", "扣", "减"]
  private static let addVerbs = ["可另加", "另加", "各加", "可加", "再加", "增加", "奖励", "奖", "加"]
  private static let earnVerbs = [
    "各可得", "均可得", "可得", "各得", "均得", "共得", "再得", "得", "各计", "计", "各记", "记", "给", "赋", "评",
  ]
  private static let capWords = [
    "累计最高不超过", "累计最多不超过", "最高不超过", "最多不超过", "累计不超过", "总分不超过", "合计不超过", "累计最高", "累计最多",
    "以不超过", "不超过", "最高可得", "最多可得", "最高可加", "最多可加", "最高加", "最多加", "最高得", "最多得", "最高计",
    "最多计", "最高", "最多", "至多", "上限为", "上限", "满分为", "满分", "共计", "总计", "合计", "共",
  ]
  private static let loseCaps = ["最多可扣", "最高可扣", "累计最多扣", "累计最高扣", "最多扣", "最高扣", "扣分不超过"]
  private static let discretion = [
    "酌情给分", "酌情打分", "酌情评分", "酌情得分", "酌情计分", "酌情扣分", "酌情加分", "视情况给分", "视情扣分", "视情给分",
  ]

  /// No effect begins with another letter.
  private static let firstLetters: Set<Character> = {
    let words = [
      none, all, untilNothing, loseAll, loseVerbs, addVerbs, earnVerbs, capWords, loseCaps,
      discretion,
    ]
    return Set(words.joined().compactMap(\.first)).union(Numeral.digits).union("0123456789百")
  }()

  /// The effect whose words begin at `index`, and where they end.
  func effect(at index: Int) -> (effect: Effect, isBare: Bool, end: Int)? {
    guard let letter = letters[index], Self.firstLetters.contains(letter) else { return nil }
    if let words = letters.first(of: Self.none, at: index) {
      return (.earnNone, false, index + words.count)
    }
    if letters.has("不扣分", at: index) { return (.loseNothing, false, index + 3) }
    if let words = letters.first(of: Self.discretion, at: index) {
      return (.discretion, false, index + words.count)
    }
    if let words = letters.first(of: Self.loseCaps, at: index),
      let (points, end) = points(at: index + words.count)
    {
      return (.loseAtMost(points), false, end)
    }
    if let words = letters.first(of: Self.capWords, at: index),
      let (points, end) = points(at: index + words.count)
    {
      return (.atMost(points), false, end)
    }
    if let words = letters.first(of: Self.untilNothing, at: index) {
      return (.untilNothing, false, index + words.count)
    }
    if let words = letters.first(of: Self.loseAll, at: index) {
      return (.loseAll, false, index + words.count)
    }
    if let (percent, end) = share(at: index) { return (.earnShare(percent), false, end) }
    if let words = letters.first(of: Self.all, at: index) {
      return (.earnAll, false, index + words.count)
    }
    return verb(at: index) ?? bare(at: index)
  }

  private func verb(at index: Int) -> (effect: Effect, isBare: Bool, end: Int)? {
    if let verb = letters.first(of: Self.loseVerbs, at: index) {
      let behind = index + verb.count
      if let (low, high, end) = pointRange(at: behind) {
        return (.loseBetween(low, high), false, end)
      }
      if let (points, end) = points(at: behind) {
        return (verb.hasPrefix("酌情") ? .loseBetween(.zero, points) : .lose(points), false, end)
      }
      return nil
    }
    if let verb = letters.first(of: Self.addVerbs, at: index),
      let (points, end) = points(at: index + verb.count)
    {
      return (.add(points), false, end)
    }
    guard let verb = letters.first(of: Self.earnVerbs, at: index) else { return nil }
    let behind = index + verb.count
    if let (low, high, end) = pointRange(at: behind) {
      return (.earnBetween(low, high), false, end)
    }
    if let (points, end) = points(at: behind) {
      return (points.isZero ? .earnNone : .earn(points), false, end)
    }
    // 有得分：what follows is a mark or the end; 得分率 and 得分点 are nouns.
    if verb == "得" || verb == "计", letters[behind] == "分" {
      let next = letters[behind + 1]
      if next == nil || next.map({ Letters.marks.contains($0) || $0 == "（" }) == true {
        return (.earnAll, false, behind + 1)
      }
    }
    return nil
  }

  private static let shareVerbs = [
    "得分值的", "得满分的", "得该项分值的", "得本项分值的", "得总分的", "按分值的", "按满分的", "计分值的", "计满分的", "得", "按", "计",
  ]

  /// 得 80% 分值, 得分值的 80%, 得一半分.
  private func share(at index: Int) -> (Number, Int)? {
    for words in ["得一半分值", "得一半分", "计一半分", "得半分", "得一半的分"] where letters.has(words, at: index) {
      return (Number(50), index + words.count)
    }
    guard let verb = letters.first(of: Self.shareVerbs, at: index),
      let (value, isPercent, end) = Numeral.number(letters, at: index + verb.count), isPercent,
      value <= Number(100)
    else { return nil }
    let endings = ["的分值", "的分数", "的得分", "分值", "的分", "计分", "得分", "分"]
    if let ending = letters.first(of: endings, at: end) { return (value, end + ending.count) }
    return verb.count > 1 ? (value, end) : nil
  }

  /// `5分` behind a mark, a bracket or a word of degree.
  private func bare(at index: Int) -> (effect: Effect, isBare: Bool, end: Int)? {
    guard letters[index - 1]?.isASCIIDigit != true, letters[index - 1] != ".",
      letters[index - 1].map(Numeral.digits.contains) != true, letters[index - 1] != "-",
      !Self.comparing.contains(where: { letters.has($0, at: index - $0.count) })
    else { return nil }
    if let (low, high, end) = pointRange(at: index), !isCompared(end), !isEarning(end) {
      return (.earnBetween(low, high), true, end)
    }
    guard let (points, end) = points(at: index), !isCompared(end), !isEarning(end) else {
      return nil
    }
    return (points.isZero ? .earnNone : .earn(points), true, end)
  }

  /// Whether points follow that a quantity earns: 80-89分15分, 80-89分得15分.
  private func isEarning(_ end: Int) -> Bool {
    if points(at: end) != nil { return true }
    return letters.first(of: Self.earnVerbs, at: end).map { points(at: end + $0.count) != nil }
      ?? false
  }

  /// Before points that are a quantity: 不足 90 分.
  private static let comparing = [
    "不足", "低于", "达到", "高于", "少于", "不低于", "不少于", "超过", "小于", "大于", "未达到", "未满", "≥", "≤", "<", ">",
  ]

  /// Whether the points are a quantity: 80 分以上.
  private func isCompared(_ end: Int) -> Bool {
    let words = ["以上", "以下", "及以上", "及以下", "（含", "（不含", "以内", "之间", "-", "至", "到"]
    return letters.first(of: words, at: end) != nil
  }

  /// `5分`, `五分`.
  private func points(at index: Int) -> (Number, Int)? {
    guard let (value, isPercent, end) = Numeral.number(letters, at: index), !isPercent,
      letters[end] == "分", letters[end + 1] != "钟", letters[end + 1] != "之",
      letters[end + 1] != "点"
    else { return nil }
    return (value, end + 1)
  }

  /// `4-5分`, `3分至4分`.
  private func pointRange(at index: Int) -> (Number, Number, Int)? {
    guard let (low, isPercent, end) = Numeral.number(letters, at: index), !isPercent else {
      return nil
    }
    var behind = end
    if letters[behind] == "分" { behind += 1 }
    guard letters[behind] == "-" || letters[behind] == "至" || letters[behind] == "到" else {
      return nil
    }
    guard let (high, last) = points(at: behind + 1), low < high else { return nil }
    return (low, high, last)
  }
}
