import Values

/// What is or is not, and how good it is.
extension SentencePattern {
  private static let degrees = [
    "优秀", "优良", "优", "良好", "良", "中等", "中", "基本合格", "不合格", "合格", "一般", "较差", "很差", "差", "较好", "很好",
    "好", "较高", "高", "较低", "低", "不完善", "较完善", "比较完善", "基本完善", "完善", "不健全", "较健全", "比较健全", "基本健全",
    "健全",
    "不齐全", "较齐全", "基本齐全", "齐全", "不规范", "较规范", "比较规范", "基本规范", "规范", "不满意", "基本满意", "较满意", "满意",
    "不到位", "基本到位", "到位", "不明显", "较明显", "明显", "显著", "不完整", "基本完整", "较完整", "完整", "不合理", "较合理", "基本合理",
    "合理", "不及时", "较及时", "及时", "不达标", "基本达标", "达标", "不符合", "部分符合", "基本符合", "完全符合", "符合", "一档", "二档",
    "三档", "四档", "A", "B", "C", "D", "无",
  ]

  /// 优 5 分，良 4 分，中 3 分，差 0 分; 优 4—5 分.
  static func degree(_ context: inout FormContext) -> ReadForm? {
    let rule = context.rule
    guard context.kind != .deduction, rule.working.count > 1,
      !rule.working.contains(where: \.effect.isLoss)
    else { return nil }
    var bands: [(title: String, least: Number)] = []
    var isRange = false
    for clause in rule.working {
      let title = FormContext.withoutIntroduction(clause.condition)
      switch clause.effect {
      case .earnBetween(let low, let high):
        guard high <= context.worth else { return nil }
        if bands.isEmpty, high != context.worth { return nil }
        isRange = true
        bands.append((title, low))
      default:
        guard let points = clause.effect.points(of: context.worth),
          isDegree(title) || isRange && points.isZero
        else { return nil }
        if bands.isEmpty, points != context.worth { return nil }
        bands.append((title, points))
      }
    }
    guard zip(bands, bands.dropFirst()).allSatisfy({ $0.least > $1.least }) else { return nil }
    bands[bands.count - 1].least = .zero
    let lines = bands.enumerated().map { index, band in
      "    - {id: band-\(index + 1), title: \(YAMLText.flow(band.title.isEmpty ? "第\(index + 1)档" : band.title)), at least: \(band.least)}"
    }
    return ReadForm(
      pattern: "degree",
      score: ["degree:", "  role: panel", "  scale: \(context.worth)", "  bands:"] + lines,
      questions: isRange ? [] : [.betweenDegrees])
  }

  private static func isDegree(_ title: String) -> Bool {
    let letters = Letters(title)
    // 优：有计划并落实, where the sheet has a column for each degree.
    if let colon = letters.all.firstIndex(of: "："), degrees.contains(letters[0..<colon].text) {
      return true
    }
    return letters.count <= 16 && degrees.contains { letters.ends(with: $0) }
  }

  /// 有 a 得 2 分，有 b 得 3 分, which make up the points of the item.
  static func parts(_ context: inout FormContext) -> ReadForm? {
    let rule = context.rule
    guard context.kind != .deduction else { return nil }
    var entries: [(Letters, Number)] = []
    for clause in rule.working {
      switch clause.effect.asEarning {
      case .earn(let points):
        guard UnitStep(clause.condition, isLoss: false) == nil else { return nil }
        entries.append((clause.condition, points))
      case .earnNone: continue
      default: return nil
      }
    }
    // `（5分）` at the end is the sum of what stands before it.
    if entries.count > 2, rule.working.last?.isBare == true,
      entries.last?.1 == context.worth, entries.last?.0.count == 0
    {
      entries.removeLast()
    }
    // 5 分：有制度；3 分：有记录: points stand before what earns them.
    if rule.working.first?.isBare == true, entries.first?.0.count == 0, rule.tail.count > 0 {
      let conditions = entries.dropFirst().map(\.0) + [rule.tail]
      entries = zip(conditions, entries.map(\.1)).map { ($0, $1) }
    }
    guard entries.count > 1, entries.count <= 30,
      entries.allSatisfy({ $0.0.count > 0 && $0.1.isPositive }),
      Number.sum(entries.map(\.1)) == context.worth
    else { return nil }
    return partsForm(entries, in: &context, "parts")
  }

  static func partsForm(
    _ entries: [(condition: Letters, points: Number)], in context: inout FormContext,
    _ pattern: String
  ) -> ReadForm {
    var facts: [FactDraft] = []
    var lines = ["parts:"]
    for (index, entry) in entries.enumerated() {
      let fact = context.truth(entry.condition)
      facts.append(fact)
      lines.append(
        "  - {id: part-\(index + 1), points: \(entry.points), when: \(fact.name), says: \(YAMLText.flow(fact.title))}"
      )
    }
    let vague = facts.compactMap { Question.vague(in: $0.title) }
    return ReadForm(pattern: pattern, score: lines, facts: facts, questions: Array(vague.prefix(1)))
  }

  /// 有得分，没有不得分.
  static func allOrNothing(_ context: inout FormContext) -> ReadForm? {
    let rule = context.rule
    if context.kind == .deduction {
      guard rule.working.count == 1, let clause = rule.working.first,
        clause.effect == .lose(context.worth) || clause.effect == .loseAll
      else { return nil }
      let fact = context.truth(clause.condition)
      return ReadForm(pattern: "all-or-nothing", score: ["check: \(fact.name)"], facts: [fact])
    }
    let earning = rule.working.filter { $0.effect.points(of: context.worth)?.isPositive == true }
    let nothing = rule.working.filter { $0.effect == .earnNone }
    guard earning.count + nothing.count == rule.working.count, earning.count <= 1 else {
      return nil
    }
    if let clause = earning.first {
      guard clause.effect.points(of: context.worth) == context.worth else { return nil }
      var condition = clause.condition
      if condition.count == 0, clause.isBare { condition = rule.tail }
      // `有健全的制度（5分）` says what it is worth, and not how it is scored.
      guard condition.count > 0, !clause.isBare || !nothing.isEmpty else { return nil }
      let fact = context.truth(condition)
      var questions: [Question] = Question.vague(in: fact.title).map { [$0] } ?? []
      if nothing.isEmpty { questions.append(.restUnsaid) }
      return ReadForm(
        pattern: "all-or-nothing", score: ["check: \(fact.name)"], facts: [fact],
        questions: questions)
    }
    guard nothing.count == 1, let clause = nothing.first, clause.condition.count > 0 else {
      return nil
    }
    let fact = context.truth(clause.condition)
    return ReadForm(
      pattern: "all-or-nothing", score: ["check: not(\(fact.name))"], facts: [fact],
      questions: [.restIsAll])
  }

  /// 国家级 5 分，省级 3 分: one of them counts.
  static func oneOfSeveral(_ context: inout FormContext) -> ReadForm? {
    let rule = context.rule
    guard context.kind != .deduction else { return nil }
    var options: [(String, Number)] = []
    for clause in rule.working {
      guard !clause.effect.isLoss, let points = clause.effect.points(of: context.worth),
        UnitStep(clause.condition, isLoss: false) == nil
      else { return nil }
      let title = FormContext.withoutIntroduction(clause.condition)
      guard !title.isEmpty, !options.contains(where: { $0.0 == title }) else { return nil }
      options.append((title, points))
    }
    guard options.count > 1, options.count <= 20,
      options.map(\.1).max() == context.worth,
      rule.cap == nil || rule.cap == context.worth
    else { return nil }
    var questions: [Question] = [.whichOfSeveral]
    if !options.contains(where: { $0.1.isZero }) {
      options.append(("都没有", .zero))
      questions.append(.restUnsaid)
    }
    let fact = FactDraft(
      name: context.names.name(context.title), kind: .choice(options.map(\.0)),
      title: context.title)
    let lines = options.map { "  \(YAMLText.scalar($0.0)): \($0.1)" }
    return ReadForm(
      pattern: "one-of-several", score: ["choose: \(fact.name)", "options:"] + lines,
      facts: [fact], questions: questions)
  }

  /// 酌情给分: somebody judges.
  static func judged(_ context: inout FormContext) -> ReadForm? {
    let rule = context.rule
    let words = ["酌情", "由评委", "由专家", "评委打分", "专家打分", "现场打分", "程度分", "综合评定", "视情"]
    guard rule.isDegree || rule.letters.containsAny(words) else { return nil }
    return ReadForm(
      pattern: "judged", score: judgeLines(context.worth), questions: [.whoJudges])
  }
}
