import Values

extension Evaluator {
  /// The answer of a decision table, sound over all that is not known.
  ///
  /// - Source: DMN 1.5, clause 8.2.8 for the hit policies.
  mutating func decide(_ table: DecisionTablePlan) -> Value {
    if !Watcher.looksAtSteps, let cells = table.cells {
      if let value = decide(table, by: cells) { return value }
    }
    var inputs: [Value] = []
    for input in table.inputs {
      let value = value(of: input.value)
      bind(input.slot, value)
      if !isAllowed(input) {
        return .null(NullReason(.valueNotAllowed, nil, madeOf: [value]))
      }
      inputs.append(value)
    }
    var missing = MissingList()
    // Most tables look at numbers and words that are known: nothing to complete, nothing missing.
    if !inputs.allSatisfy(\.isKnownScalar) {
      for input in inputs { missing.append(of: input) }
      if let combinations = Self.combinations(of: inputs) {
        return decide(table, each: combinations, missing: missing.all)
      }
    }
    let decision = decideOnce(table, inputs, missing: missing.all)
    for rule in decision.fired { observer.fired(rule) }
    return decision.value
  }

  /// The answer where cells alone can tell which rule holds; `nil` where they cannot.
  private mutating func decide(_ table: DecisionTablePlan, by cells: TableCells) -> Value? {
    for index in cells.sources.indices {
      if case .local(let slot) = cells.sources[index] {
        bind(slot, value(of: table.inputs[index].value))
      }
    }
    let account = account
    switch look(at: cells, of: table.hitPolicy) {
    case .none where table.onlyOutput?.otherwise != nil:
      return table.onlyOutput?.otherwise.map { value(of: $0) }
    case .undecided, .none:
      // The steps will be paid for instead. Why no rule holds is for all inputs to say.
      if !isExhausted { self.account = account }
      return nil
    case .rule(let number):
      observer.fired(FiredRule(number, isCertain: true))
      let rule = table.rules[number]
      if let only = table.onlyOutput, only.allowed == nil { return value(of: rule.outputs[0]) }
      let hit = Hit(isCertain: true, outputs: outputs(of: rule, table))
      return answer(table, [], hits: [hit], missing: [])
    }
  }

  private mutating func isAllowed(_ input: DecisionTablePlan.Input) -> Bool {
    guard let allowed = input.allowed else { return true }
    return matches(allowed).nullAsFalse.may != .isFalse
  }

  /// All completions of the inputs, where they are few and there is more than one.
  private static func combinations(of inputs: [Value]) -> [[Value]]? {
    var all: [[Value]] = [[]]
    for input in inputs {
      guard let alternatives = input.alternatives,
        all.count * alternatives.count <= Limits.maximumCombinations
      else { return nil }
      all = all.flatMap { one in alternatives.map { one + [$0] } }
    }
    return all.count > 1 ? all : nil
  }

  private mutating func decide(
    _ table: DecisionTablePlan, each combinations: [[Value]], missing: [Missing]
  ) -> Value {
    var results: [Value] = []
    var timesFired: [Int: Int] = [:]
    for combination in combinations {
      for (input, value) in zip(table.inputs, combination) { bind(input.slot, value) }
      // What the table does not allow is not among the values that evidence could give.
      guard table.inputs.allSatisfy({ isAllowed($0) }) else { continue }
      let decision = decideOnce(table, combination, missing: missing)
      results.append(decision.value)
      for rule in decision.fired where rule.isCertain { timesFired[rule.rule, default: 0] += 1 }
      for rule in decision.fired where !rule.isCertain { timesFired[rule.rule, default: 0] += 0 }
    }
    for (rule, times) in timesFired.sorted(by: { $0.key < $1.key }) {
      observer.fired(FiredRule(rule, isCertain: times == results.count))
    }
    return results.isEmpty
      ? .null(NullReason(.valueNotAllowed)) : .hull(of: results, missing: missing)
  }

  private mutating func decideOnce(
    _ table: DecisionTablePlan, _ inputs: [Value], missing: [Missing]
  ) -> (value: Value, fired: [FiredRule]) {
    var hits: [Hit] = []
    var fired: [FiredRule] = []
    var lacking = MissingList()
    lacking.append(missing)
    for (number, rule) in table.rules.enumerated() {
      if isExhausted { return (Self.exhausted, []) }
      let truth = holds(rule)
      guard truth.may != .isFalse else { continue }
      let isCertain = truth.may == .isTrue
      if !isCertain { lacking.append(truth.missing) }
      fired.append(FiredRule(number, isCertain: isCertain))
      hits.append(Hit(isCertain: isCertain, outputs: outputs(of: rule, table)))
      if isCertain && table.hitPolicy == .first { break }
    }
    return (answer(table, inputs, hits: hits, missing: lacking.all), fired)
  }

  private mutating func answer(
    _ table: DecisionTablePlan, _ inputs: [Value], hits: [Hit], missing: [Missing]
  ) -> Value {
    Answer(
      table: table, inputs: inputs, hits: hits, otherwise: otherwise(table),
      orders: orders(of: table), missing: missing
    ).value
  }

  private mutating func holds(_ rule: DecisionTablePlan.Rule) -> Truth {
    var all = Truth(true)
    for test in rule.tests {
      all = .and(all, matches(test).nullAsFalse)
      if all.may == .isFalse { break }
    }
    return all
  }

  private mutating func outputs(
    of rule: DecisionTablePlan.Rule, _ table: DecisionTablePlan
  ) -> [Value] {
    var outputs: [Value] = []
    for (step, output) in zip(rule.outputs, table.outputs) {
      let value = value(of: step)
      outputs.append(value)
      guard let allowed = output.allowed else { continue }
      bind(output.slot, value)
      if matches(allowed).nullAsFalse.may == .isFalse {
        outputs[outputs.count - 1] = .null(NullReason(.valueNotAllowed, output.name))
      }
    }
    return outputs
  }

  /// The declared default; `nil` where no output declares one.
  private mutating func otherwise(_ table: DecisionTablePlan) -> [Value]? {
    guard table.outputs.contains(where: { $0.otherwise != nil }) else { return nil }
    var values: [Value] = []
    for output in table.outputs { values.append(output.otherwise.map { value(of: $0) } ?? .null) }
    return values
  }

  /// The values of each output in order of priority, for the policies that ask for it.
  private mutating func orders(of table: DecisionTablePlan) -> [[Value]] {
    guard table.hitPolicy == .priority || table.hitPolicy == .outputOrder else { return [] }
    var orders: [[Value]] = []
    for output in table.outputs {
      var order: [Value] = []
      for step in output.order { order.append(value(of: step)) }
      orders.append(order)
    }
    return orders
  }
}

extension Value {
  /// Known, and without members that might not be.
  fileprivate var isKnownScalar: Bool {
    switch self {
    case .null, .boolean, .number, .string, .date, .time, .dateTime, .dayTimeDuration,
      .yearMonthDuration:
      true
    case .list, .context, .range, .function, .unknown: false
    }
  }
}
