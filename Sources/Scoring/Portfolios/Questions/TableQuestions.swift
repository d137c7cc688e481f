import FEEL
import Rubrics
import Values

/// What the aggregates of a rubric ask of one table, each part once.
///
///     mean(services[documented and day >= d].hours)      condition 3: all(test 0, test 1)
///                                                        tallies: count of 3, sum of `hours` over 3
struct TableQuestions: Sendable {
  /// A number that is kept for each subject.
  struct Tally: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
      case count
      case sum, least, greatest
      /// Pairs of subject and value, by the bit of this question in the sets of its column.
      case distinct(bit: Int)
      case values
    }

    let kind: Kind
    /// Of all rows where it is `nil`.
    let condition: Int?
    let column: Int?
  }

  /// How an aggregate is told from tallies.
  struct Answer: Sendable {
    enum Kind: Sendable {
      case count, sum, mean, least, greatest, median, distinctCount, some, every
    }

    let aggregate: FusedAggregate
    /// Which of the aggregates of the rubric it is.
    let number: Int
    let kind: Kind
    /// How many rows are in; for `some` and `every` of how many it holds.
    let count: Int
    /// The tally of values; for `some` and `every` of how many rows it does not hold.
    let values: Int?
  }

  let declaration: TableDeclaration
  private(set) var tests: [CellTest] = []
  private(set) var conditions: [RowCondition] = []
  private(set) var tallies: [Tally] = []
  private(set) var answers: [Answer] = []
  /// By declared column: how many questions its sets of pairs hold.
  private(set) var distinctBits: [Int: Int] = [:]
  private var testsByText: [String: Int] = [:]
  private var conditionsByText: [String: Int] = [:]
  private var talliesByValue: [Tally: Int] = [:]

  /// The first tally counts all rows.
  init(_ declaration: TableDeclaration) {
    self.declaration = declaration
    _ = tally(.init(kind: .count, condition: nil, column: nil))
  }

  /// Adds an aggregate of the rubric.
  ///
  /// - Returns: `false` where a part of it cannot be decided cell by cell, or looks at a column that is not there; nothing is
  ///   added then.
  mutating func add(
    _ aggregate: FusedAggregate, number: Int, hasColumn: (Int) -> Bool
  ) -> Bool {
    let before = self
    guard let answer = answer(for: aggregate, number),
      columns.allSatisfy(hasColumn), conditions.allSatisfy({ $0.depth <= RowCondition.mostNested })
    else {
      self = before
      return false
    }
    answers.append(answer)
    return true
  }

  /// The columns that are looked at, ascending.
  var columns: [Int] {
    Set(tests.flatMap(\.columns) + tallies.compactMap(\.column)).sorted()
  }

  private mutating func answer(for aggregate: FusedAggregate, _ number: Int) -> Answer? {
    var condition: Int?
    if let filter = aggregate.filter {
      guard let known = self.condition(filter.condition, filter, of: aggregate) else { return nil }
      condition = known
    }
    let column = aggregate.column
    let count = tally(.init(kind: .count, condition: condition, column: nil))
    func answer(_ kind: Answer.Kind, _ values: Int?) -> Answer {
      Answer(
        aggregate: aggregate, number: number, kind: kind, count: count, values: values)
    }
    func tallied(_ kind: Tally.Kind) -> Int {
      tally(.init(kind: kind, condition: condition, column: column))
    }
    switch aggregate.kind {
    case .count: return answer(.count, nil)
    case .sum: return answer(.sum, tallied(.sum))
    case .mean: return answer(.mean, tallied(.sum))
    case .least: return answer(.least, tallied(.least))
    case .greatest: return answer(.greatest, tallied(.greatest))
    case .median: return answer(.median, tallied(.values))
    case .distinctCount:
      guard let column else { return nil }
      // The same question again has the same bit.
      for bit in 0..<distinctBits[column, default: 0] {
        let known = Tally(kind: .distinct(bit: bit), condition: condition, column: column)
        if let tally = talliesByValue[known] { return answer(.distinctCount, tally) }
      }
      let bit = distinctBits[column, default: 0]
      guard bit < 32 else { return nil }
      distinctBits[column] = bit + 1
      return answer(.distinctCount, tallied(.distinct(bit: bit)))
    case .some, .every:
      guard let holds = condition else { return nil }
      let text = "not \(holds)"
      let fails = conditionsByText[text] ?? conditions.count
      if fails == conditions.count {
        conditions.append(.not(conditions[holds]))
        conditionsByText[text] = fails
      }
      let failures = tally(.init(kind: .count, condition: fails, column: nil))
      return answer(aggregate.kind == .some ? .some : .every, failures)
    }
  }

  private mutating func tally(_ tally: Tally) -> Int {
    if let known = talliesByValue[tally] { return known }
    tallies.append(tally)
    talliesByValue[tally] = tallies.count - 1
    return tallies.count - 1
  }

  // MARK: conditions

  private mutating func condition(
    _ step: Step, _ filter: FusedAggregate.Filter, of aggregate: FusedAggregate
  ) -> Int? {
    // The same words over the rows of one table mean the same.
    let text = text(of: step, filter, aggregate)
    if let known = conditionsByText[text] { return known }
    guard let condition = read(step, filter, of: aggregate) else { return nil }
    conditions.append(condition)
    conditionsByText[text] = conditions.count - 1
    return conditions.count - 1
  }

  private func text(
    of step: Step, _ filter: FusedAggregate.Filter, _ aggregate: FusedAggregate
  ) -> String {
    (filter.isQuantified ? "every " : "") + aggregate.plan.text(of: step)
  }

  private mutating func read(
    _ step: Step, _ filter: FusedAggregate.Filter, of aggregate: FusedAggregate
  ) -> RowCondition? {
    switch step.form {
    case .and(let terms): return read(terms, filter, of: aggregate).map(RowCondition.all)
    case .or(let terms): return read(terms, filter, of: aggregate).map(RowCondition.any)
    case .builtin(let overloads, let arguments)
    where overloads.name == "not" && arguments.count == 1:
      return read(arguments[0], filter, of: aggregate).map(RowCondition.not)
    case .between(let tested, let low, let high)
    where !filter.facts.isDisjoint(with: step.slots(of: aggregate.plan)):
      // Held against facts, each end by itself.
      let ends = [
        Step(step.id, .comparison(.atLeast, tested, low)),
        Step(step.id, .comparison(.atMost, tested, high)),
      ]
      let tests = zip(ends, ["from", "to"]).compactMap { end, which in
        test(end, filter, of: aggregate, as: which)
      }
      return tests.count == ends.count ? .all(tests.map(RowCondition.test)) : nil
    default: return test(step, filter, of: aggregate).map(RowCondition.test)
    }
  }

  private mutating func read(
    _ terms: [Step], _ filter: FusedAggregate.Filter, of aggregate: FusedAggregate
  ) -> [RowCondition]? {
    var conditions: [RowCondition] = []
    for term in terms {
      guard let condition = read(term, filter, of: aggregate) else { return nil }
      conditions.append(condition)
    }
    return conditions
  }

  /// `part` tells tests apart that stand in the same words.
  private mutating func test(
    _ step: Step, _ filter: FusedAggregate.Filter, of aggregate: FusedAggregate,
    as part: String = ""
  ) -> Int? {
    let text = text(of: step, filter, aggregate) + "\u{1F}" + part
    if let known = testsByText[text] { return known }
    guard let test = cellTest(step, filter, of: aggregate) else { return nil }
    tests.append(test)
    testsByText[text] = tests.count - 1
    return tests.count - 1
  }

  private func cellTest(
    _ step: Step, _ filter: FusedAggregate.Filter, of aggregate: FusedAggregate
  ) -> CellTest? {
    var uses = CellUses(
      filter.binding, columns: declaration.columns.map(\.name), facts: filter.factSlots)
    guard uses.look(at: step) else { return nil }
    guard uses.factsUsed.isEmpty else {
      guard let fact = FactTest(step, of: aggregate.plan, uses, in: declaration) else { return nil }
      return CellTest(
        columns: fact.column.map { [$0] } ?? [], plan: fact.facts, rule: nil, fact: fact)
    }
    guard !uses.columns.isEmpty else { return nil }
    let columns = uses.columns.sorted()
    let rule = columns.count == 1 ? NumberRule(step) { uses.column($0) != nil } : nil
    let plan = aggregate.plan.each(step, of: aggregate.tableSlot, bound: filter.binding)
    return CellTest(columns: columns, plan: plan, rule: rule)
  }
}
