import Values

/// What is given or taken for each of something.
extension SentencePattern {
  /// 有 A、B、C，每项 2 分.
  static func eachOfSeveral(_ context: inout FormContext) -> ReadForm? {
    let rule = context.rule
    guard context.kind != .deduction, rule.working.count == 1, let clause = rule.working.first,
      case .earn(let points) = clause.effect,
      let step = UnitStep(clause.condition, isLoss: false), step.every == .one,
      ["项", "个", "类", "种"].contains(step.unit), step.verb.isEmpty
    else { return nil }
    let members = members(of: step.before)
    guard members.count > 1, let sum = points.multiplied(by: Number(members.count)),
      sum == context.worth
    else { return nil }
    return partsForm(members.map { ($0, points) }, in: &context, "each-of-several")
  }

  private static let sharedNouns = [
    "制度", "记录", "台账", "计划", "方案", "机制", "预案", "总结", "报告", "档案", "名册", "设备", "设施",
  ]

  /// 有值班、财务、档案三项制度: the members that are listed, each with the noun that they share.
  private static func members(of list: Letters) -> [Letters] {
    var text = list.trimmed
    var noun = ""
    for index in text.all.indices {
      // 三项制度 behind the list names them all.
      if index > 0, let numeral = Numeral(text, at: index), !numeral.unit.isEmpty,
        Numeral.digits.contains(text.all[index]) || text.all[index].isASCIIDigit,
        numeral.end < text.count
      {
        noun = text[numeral.end..<text.count].trimmed.text
        text = text[0..<index].trimmed
        break
      }
    }
    for word in ["等", "有", "建立", "建有", "制定"] {
      if word == "等", text.ends(with: word) { text = text[0..<(text.count - 1)] }
      if word != "等", text.has(word, at: 0) { text = text[word.count..<text.count] }
    }
    var members: [[Character]] = [[]]
    for letter in text.all {
      if letter == "、" || letter == "，" || letter == "；" || letter == "和" || letter == "及"
        || letter == "\n"
      {
        members.append([])
      } else {
        members[members.count - 1].append(letter)
      }
    }
    members = members.filter { !$0.isEmpty }
    if noun.isEmpty, let last = members.last {
      // 值班、财务、安全制度: the last names what all of them are.
      let shared = Self.sharedNouns.first { String(last).hasSuffix($0) } ?? ""
      let isShared = members.dropLast().allSatisfy { !String($0).hasSuffix(shared) }
      if !shared.isEmpty, isShared {
        return members.map { member in
          let text = String(member)
          return Letters(text.hasSuffix(shared) ? text : text + shared).trimmed
        }
      }
    }
    return members.map { Letters(String($0) + noun).trimmed }
  }

  /// 每增加 1 人加 1 分, with or without a base.
  static func eachMore(_ context: inout FormContext) -> ReadForm? {
    let rule = context.rule
    guard context.kind != .deduction else { return nil }
    var found: (UnitStep, Number)?
    var base: Clause?
    for clause in rule.working {
      guard case .earn(let points) = clause.effect.asEarning else {
        guard clause.effect == .earnNone else { return nil }
        continue
      }
      if let step = UnitStep(clause.condition, isLoss: false) {
        guard found == nil else { return nil }
        found = (step, points)
      } else {
        guard base == nil, found == nil else { return nil }
        base = clause
      }
    }
    guard let (step, points) = found, points.isPositive, !step.isShort else { return nil }
    let cap = rule.cap ?? context.worth
    guard cap == context.worth else { return nil }
    var questions: [Question] = []
    if rule.cap == nil { questions.append(.capUnsaid(context.worth)) }
    var at = Number.zero
    var basePoints = Number.zero
    let before = Bound(step.before)
    var named = step.noun.text
    if let base {
      guard case .earn(let earned) = base.effect.asEarning, earned <= context.worth else {
        return nil
      }
      basePoints = earned
      let bound = Bound(base.condition)
      if let bound {
        guard let lower = bound.lower else { return nil }
        at = lower.value
        questions += Question.line(lower, bound.unit)
        if named.isEmpty { named = FormContext.withoutIntroduction(bound.quantity) }
      } else {
        at = .one
        questions.append(.baseIsOne(FormContext.withoutIntroduction(base.condition)))
      }
      if !rule.working.contains(where: { $0.effect == .earnNone }) {
        questions.append(.belowBase(at, step.unit))
      }
    } else if let before, let lower = before.lower {
      // 超过 3 次的，每增加一次加 1 分.
      at = lower.value
      if named.isEmpty { named = FormContext.withoutIntroduction(before.quantity) }
    }
    if !step.isPercent, !Numeral.countedUnits.contains(step.unit) {
      questions.append(.partOfUnit(step.every, step.unit))
    }
    let hint = named.isEmpty || named.count > 14 ? context.title : named
    let unit = step.isPercent ? "%" : step.unit
    let fact = context.number(
      step.isPercent ? hint : hint + "数", unit: unit,
      title: named.isEmpty ? context.title : named)
    return ReadForm(
      pattern: "each-more",
      score: [
        "each: \(fact.name)", "base: {at: \(at), points: \(basePoints)}",
        "step: {every: \(step.every), points: \(points), units: full}", "cap: \(cap)",
        "below base: 0",
      ], facts: [fact], questions: questions)
  }

  /// Several gains up to an upper limit that is said, some of them for each of something.
  static func gains(_ context: inout FormContext) -> ReadForm? {
    let rule = context.rule
    guard context.kind != .deduction, rule.cap == context.worth, rule.working.count > 1,
      rule.working.count <= 20
    else { return nil }
    var facts: [FactDraft] = []
    var terms: [String] = []
    var counted = 0
    for clause in rule.working {
      guard case .earn(let points) = clause.effect.asEarning, points.isPositive,
        clause.condition.count > 0
      else { return nil }
      guard let step = UnitStep(clause.condition, isLoss: false) else {
        let fact = context.truth(clause.condition)
        facts.append(fact)
        terms.append("(if \(fact.name) then \(points) else 0)")
        continue
      }
      guard !step.isPercent, !step.isShort else { return nil }
      counted += 1
      var words = Letters(step.before.text + step.verb + step.noun.text).trimmed
      while let last = words[words.count - 1], "加得计奖".contains(last), words.count > 1 {
        words = words[0..<(words.count - 1)]
      }
      let fact = context.number(
        "\(words.count == 0 || words.count > 14 ? context.title : words.text)\(step.unit)数",
        unit: step.unit, title: FormContext.withoutIntroduction(clause.condition))
      facts.append(fact)
      terms.append(
        step.every == .one
          ? "\(points) * \(fact.name)" : "\(points) * floor(\(fact.name) / \(step.every))")
    }
    guard counted > 0 else { return nil }
    return ReadForm(
      pattern: "gains",
      score: ["formula: \(terms.joined(separator: " + "))", "from: 0", "to: \(context.worth)"],
      facts: facts)
  }

  /// 每少一人扣 2 分，扣完为止.
  static func eachLess(_ context: inout FormContext) -> ReadForm? {
    let rule = context.rule
    let losses = rule.working.filter(\.effect.isLoss)
    guard losses.count == 1, let clause = losses.first, case .lose(let points) = clause.effect,
      points.isPositive, let step = UnitStep(clause.condition, isLoss: true)
    else { return nil }
    var bounds = [Bound(step.before)].compactMap(\.self)
    for other in rule.working where !other.effect.isLoss {
      guard other.effect.points(of: context.worth) == context.worth else { return nil }
      if let bound = Bound(other.condition) { bounds.insert(bound, at: 0) }
    }
    // So many a month are another number in a year.
    if rule.letters.containsAny(["每月", "每季", "每年", "每周", "每半年", "每学期", "每两月", "每天", "每日"]) {
      bounds = []
    }
    let bound = bounds.first { $0.lower != nil || !step.isShort } ?? bounds.first
    var questions: [Question] = []
    let (quantity, fact) = Self.missing(step, bound, clause, &questions, &context)
    if !step.isPercent, !Numeral.countedUnits.contains(step.unit) {
      questions.append(.partOfUnit(step.every, step.unit))
    }
    guard let floor = Self.floor(rule, context, &questions) else { return nil }
    return ReadForm(
      pattern: "each-less",
      score: [
        "lose: \(quantity)", "step: {every: \(step.every), points: \(points), units: full}",
        "floor: \(floor)",
      ], facts: [fact], questions: questions)
  }

  /// Points that are left at least.
  private static func floor(
    _ rule: Rule, _ context: FormContext, _ questions: inout [Question]
  ) -> Number? {
    if context.kind == .deduction { return .zero }
    for clause in rule.clauses {
      if case .loseAtMost(let most) = clause.effect {
        return most <= context.worth ? context.worth.subtracting(most) : nil
      }
    }
    if !rule.losesToNothing { questions.append(.floorUnsaid) }
    return .zero
  }

  /// What is counted: how many are lacking of a number that is asked for, or a number of events.
  static func missing(
    _ step: UnitStep, _ bound: Bound?, _ clause: Clause, _ questions: inout [Question],
    _ context: inout FormContext
  ) -> (quantity: String, fact: FactDraft) {
    if let bound, bound.isPercent == step.isPercent {
      // 少于 12 次的，每少一次: what is asked for is twelve.
      let asked = bound.lower ?? bound.upper.flatMap { $0.isIncluded == false ? $0 : nil }
      if step.isShort, var lower = asked {
        if bound.lower == nil { lower = Bound.Line(value: lower.value, isIncluded: true) }
        let fact = context.quantity(bound)
        questions += Question.line(lower, bound.unit)
        return ("max(0, \(lower.value) - \(fact.name))", fact)
      }
      if step.verb.hasPrefix("超") || step.verb.hasPrefix("高") || step.verb.hasPrefix("多"),
        let upper = bound.upper
      {
        let fact = context.quantity(bound)
        return ("max(0, \(fact.name) - \(upper.value))", fact)
      }
    }
    let verb = step.verb.isEmpty ? "" : step.verb
    let noun = step.noun.text
    let what = FormContext.withoutIntroduction(Letters(verb + noun))
    let before = FormContext.withoutIntroduction(step.before)
    let near = what.count <= 1 ? before + what : what
    let hint = near.count <= 2 || near.count > 14 ? context.title + verb : near
    let fact = context.number(
      step.isPercent ? hint : "\(hint)\(step.unit)数", unit: step.isPercent ? "%" : step.unit,
      title: FormContext.withoutIntroduction(clause.condition))
    return (fact.name, fact)
  }

  /// Several losses, some for each of something, some once.
  static func losses(_ context: inout FormContext) -> ReadForm? {
    let rule = context.rule
    guard rule.working.contains(where: \.effect.isLoss) else { return nil }
    var facts: [FactDraft] = []
    var questions: [Question] = []
    var terms: [String] = []
    var nothing: [String] = []
    var once = 0
    for clause in rule.working {
      guard clause.effect.isLoss || clause.effect == .earnNone else {
        guard clause.effect.points(of: context.worth) == context.worth else { return nil }
        continue
      }
      guard clause.condition.count > 0 else { return nil }
      switch clause.effect {
      case .lose(let points) where points.isPositive:
        if let step = UnitStep(clause.condition, isLoss: true) {
          let (quantity, fact) = Self.missing(
            step, Bound(step.before), clause, &questions, &context)
          facts.append(fact)
          let count = step.every == .one ? quantity : "floor(\(quantity) / \(step.every))"
          terms.append("\(points) * \(count)")
          if !step.isPercent, !Numeral.countedUnits.contains(step.unit) {
            questions.append(.partOfUnit(step.every, step.unit))
          }
        } else {
          let fact = context.truth(clause.condition)
          facts.append(fact)
          terms.append("(if \(fact.name) then \(points) else 0)")
          once += 1
        }
      case .loseAll, .earnNone:
        let fact = context.truth(clause.condition)
        facts.append(fact)
        nothing.append(fact.name)
      default: return nil
      }
    }
    guard !terms.isEmpty, facts.count <= 20 else { return nil }
    if once > 1 { questions.append(.lossesTogether) }
    if context.kind != .deduction, !rule.losesToNothing { questions.append(.floorUnsaid) }
    let isLoss = context.kind == .deduction
    let sum =
      isLoss
      ? terms.joined(separator: " + ")
      : ([context.worth.description] + terms).joined(separator: " - ")
    let formula =
      nothing.isEmpty
      ? sum
      : "if \(nothing.joined(separator: " or ")) then \(isLoss ? context.worth : .zero) else \(sum)"
    return ReadForm(
      pattern: "losses", score: ["formula: \(formula)", "from: 0", "to: \(context.worth)"],
      facts: facts, questions: questions)
  }
}
