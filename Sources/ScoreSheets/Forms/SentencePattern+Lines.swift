import Values

/// What lies on this side or that of a line.
extension SentencePattern {
  /// 按比例得分, 完成率×10分.
  static func proportion(_ context: inout FormContext) -> ReadForm? {
    let rule = context.rule
    let words = [
      "按比例", "按实际比例", "按完成比例", "同比例得分", "率得分", "率计分", "率给分", "比例得分", "比例计分", "折算得分", "×", "*", "乘以",
    ]
    if rule.letters.contains("按比例"), let form = shareOfTarget(&context) { return form }
    let rates = ["完成率", "满意率", "满意度", "达标率", "覆盖率", "合格率", "参与率", "比例", "比率", "率"]
    guard context.kind != .deduction, rule.letters.containsAny(words),
      !rule.working.contains(where: \.effect.isLoss),
      !rule.working.contains(where: { Bound($0.condition) != nil }),
      rule.working.allSatisfy({ $0.effect.points(of: context.worth) == context.worth })
    else { return nil }
    guard let rate = rates.first(where: { rule.letters.contains($0) }) else { return nil }
    let hint = FactNames.plain(context.title)
    let fact = context.number(
      hint.hasSuffix(rate) ? hint : hint + (rate == "比例" || rate == "比率" ? "完成比例" : rate),
      unit: "%", title: context.title)
    return ReadForm(
      pattern: "proportion",
      score: [
        "formula: \(context.worth) * \(fact.name) / 100", "from: 0", "to: \(context.worth)",
      ], facts: [fact], questions: [.overHundred])
  }

  /// 完成 20 个得 40 分，未完成的按比例扣分.
  private static func shareOfTarget(_ context: inout FormContext) -> ReadForm? {
    let earning = context.rule.working.filter {
      $0.effect.points(of: context.worth)?.isPositive == true
    }
    guard earning.count == 1, let clause = earning.first,
      clause.effect.points(of: context.worth) == context.worth,
      let bound = Bound(clause.condition), let target = bound.lower?.value, target.isPositive
    else { return nil }
    let fact = context.quantity(bound)
    return ReadForm(
      pattern: "proportion",
      score: [
        "formula: \(context.worth) * \(fact.name) / \(target)", "from: 0", "to: \(context.worth)",
      ], facts: [fact], questions: [.shareOfTarget(target, bound.unit)])
  }

  private struct Rung {
    let bound: Bound
    let points: Number
  }

  /// The clauses with a number in their condition, and what holds otherwise.
  private static func rungs(
    _ context: FormContext
  ) -> (rungs: [Rung], otherwise: Number?)? {
    var rungs: [Rung] = []
    var otherwise: Number?
    for clause in context.rule.working {
      guard clause.effect.isLoss == false, let points = clause.effect.points(of: context.worth)
      else { return nil }
      if let bound = Bound(clause.condition) {
        if UnitStep(clause.condition, isLoss: false) != nil { return nil }
        rungs.append(Rung(bound: bound, points: points))
      } else {
        let text = clause.condition.text
        let isRest =
          points.isZero || ["否则", "其他", "其它", "其余", "以下"].contains { text.hasSuffix($0) }
        guard isRest, otherwise == nil else { return nil }
        otherwise = points
      }
    }
    guard let first = rungs.first else { return nil }
    let isOneKind = rungs.allSatisfy {
      ($0.bound.isPercent == first.bound.isPercent)
        && ($0.bound.unit == first.bound.unit || $0.bound.unit.isEmpty || first.bound.unit.isEmpty)
    }
    // 80% 满意 and 90% 参与 are two things.
    let named = Set(rungs.map { $0.bound.quantity.text }.filter { !$0.isEmpty })
    guard isOneKind, named.count <= 1 || alike(named) else { return nil }
    return (rungs, otherwise)
  }

  /// Whether one of the names is said in all others: 满意率, 满意率在.
  private static func alike(_ names: Set<String>) -> Bool {
    guard let shortest = names.min(by: { $0.count < $1.count }) else { return true }
    return names.allSatisfy { $0.hasSuffix(shortest) || $0.hasPrefix(shortest) }
  }

  /// One line: above it everything, below it nothing.
  static func line(_ context: inout FormContext) -> ReadForm? {
    guard context.kind != .deduction, let (rungs, otherwise) = rungs(context) else { return nil }
    let earning = rungs.filter { $0.points.isPositive }
    guard earning.count == 1, let rung = earning.first, rung.points == context.worth,
      otherwise ?? .zero == .zero, rungs.count <= 2
    else { return nil }
    let bound = named(rungs, rung.bound)
    // 召开一次会议 is done or not.
    guard !bound.isExact else { return nil }
    let fact = context.quantity(bound)
    var tests: [String] = []
    var questions: [Question] = []
    if let lower = bound.lower {
      tests.append("\(fact.name) \(lower.isIncluded == false ? ">" : ">=") \(lower.value)")
      questions += Question.line(lower, bound.unit)
    }
    if let upper = bound.upper {
      tests.append("\(fact.name) \(upper.isIncluded == false ? "<" : "<=") \(upper.value)")
      questions += Question.line(upper, bound.unit)
    }
    if otherwise == nil, rungs.count == 1 { questions.append(.restUnsaid) }
    return ReadForm(
      pattern: "line", score: ["check: \(tests.joined(separator: " and "))"], facts: [fact],
      questions: questions)
  }

  /// The bound with the name that any of the clauses gives.
  private static func named(_ rungs: [Rung], _ bound: Bound) -> Bound {
    bound.quantity.count > 0
      ? bound : rungs.map(\.bound).first { $0.quantity.count > 0 } ?? bound
  }

  /// 90% 以上 10 分，80% 以上 8 分.
  static func ladder(_ context: inout FormContext) -> ReadForm? {
    guard context.kind != .deduction, let (rungs, said) = rungs(context), rungs.count > 1,
      rungs.map(\.points).max() == context.worth
    else { return nil }
    var questions: [Question] = []
    guard
      let ladder = rising(rungs, &questions) ?? falling(rungs, &questions)
    else { return nil }
    let rest = ladder.otherwise ?? said
    if rest == nil { questions.append(.restUnsaid) }
    let first = rungs.first { $0.bound.quantity.count > 0 } ?? rungs[0]
    let fact = context.quantity(first.bound)
    return ReadForm(
      pattern: "ladder",
      score: ["steps: \(fact.name)"] + ladder.lines(rest ?? .zero), facts: [fact],
      questions: questions)
  }

  /// The rungs of a ladder, best first.
  private struct Ladder {
    let rungs: [(value: Number, isIncluded: Bool, points: Number)]
    let isRising: Bool
    let otherwise: Number?

    func lines(_ rest: Number) -> [String] {
      let allIncluded = rungs.allSatisfy(\.isIncluded)
      if allIncluded || rungs.allSatisfy({ !$0.isIncluded }) {
        let key =
          isRising
          ? (allIncluded ? "at least" : "more than") : (allIncluded ? "at most" : "less than")
        let entries = rungs.filter { $0.points > rest }.map { "\($0.value): \($0.points)" }
        return ["\(key): {\(entries.joined(separator: ", "))}", "else: \(rest)"]
      }
      // Some lines belong to the rung above them, some to that below.
      var tests: [String] = []
      for (index, rung) in rungs.enumerated() {
        guard index > 0 else {
          let mark = isRising ? ">" : "<"
          tests.append("\"\(mark)\(rung.isIncluded ? "=" : "") \(rung.value)\": \(rung.points)")
          continue
        }
        let above = rungs[index - 1]
        let (low, high) = isRising ? (rung, above) : (above, rung)
        let opens = isRising ? rung.isIncluded : !above.isIncluded
        let closes = isRising ? !above.isIncluded : rung.isIncluded
        tests.append(
          "\"\(opens ? "[" : "(")\(low.value)..\(high.value)\(closes ? "]" : ")")\": \(rung.points)"
        )
      }
      if let last = rungs.last {
        let mark = isRising ? "<" : ">"
        tests.append("\"\(mark)\(last.isIncluded ? "" : "=") \(last.value)\": \(rest)")
      }
      return ["lines: {\(tests.joined(separator: ", "))}"]
    }
  }

  /// The more, the better: every rung begins at its lower line.
  private static func rising(
    _ rungs: [Rung], _ questions: inout [Question]
  ) -> Ladder? {
    let lower = rungs.filter { $0.bound.lower != nil }
      .sorted { ($0.bound.lower?.value ?? .zero) > ($1.bound.lower?.value ?? .zero) }
    let rest = rungs.filter { $0.bound.lower == nil }
    guard !lower.isEmpty, rest.count <= 1, descends(lower.map(\.points)) else { return nil }
    if let rest = rest.first, let last = lower.last, rest.points >= last.points { return nil }
    var asked: [Question] = []
    var keys: [(value: Number, isIncluded: Bool, points: Number)] = []
    for (index, rung) in lower.enumerated() {
      guard let line = rung.bound.lower else { return nil }
      if keys.last?.value == line.value { return nil }
      let above = index > 0 ? lower[index - 1].bound.lower : nil
      asked += Question.between(rung.bound.upper, and: above, rung.bound.unit)
      asked += Question.line(line, rung.bound.unit)
      keys.append((line.value, line.isIncluded != false, rung.points))
    }
    if let upper = rest.first?.bound.upper, let last = lower.last?.bound.lower {
      asked += Question.between(upper, and: last, rest[0].bound.unit)
    }
    questions += asked
    return Ladder(rungs: keys, isRising: true, otherwise: rest.first?.points)
  }

  /// The less, the better.
  private static func falling(
    _ rungs: [Rung], _ questions: inout [Question]
  ) -> Ladder? {
    let upper = rungs.filter { $0.bound.upper != nil }
      .sorted { ($0.bound.upper?.value ?? .zero) < ($1.bound.upper?.value ?? .zero) }
    let rest = rungs.filter { $0.bound.upper == nil }
    guard !upper.isEmpty, rest.count <= 1, descends(upper.map(\.points)) else { return nil }
    if let rest = rest.first, let last = upper.last, rest.points >= last.points { return nil }
    var asked: [Question] = []
    var keys: [(value: Number, isIncluded: Bool, points: Number)] = []
    for rung in upper {
      guard let line = rung.bound.upper, keys.last?.value != line.value else { return nil }
      asked += Question.line(line, rung.bound.unit)
      keys.append((line.value, line.isIncluded != false, rung.points))
    }
    questions += asked
    return Ladder(rungs: keys, isRising: false, otherwise: rest.first?.points)
  }

  private static func descends(_ points: [Number]) -> Bool {
    zip(points, points.dropFirst()).allSatisfy { $0 > $1 }
  }
}
