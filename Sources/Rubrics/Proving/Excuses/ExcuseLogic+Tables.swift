import Diagnostics
import FEEL
import Values

/// Decision tables: which rule fires, and what it gives.
extension ExcuseLogic {
  /// More rules than this are not written by people, and every rule is looked at for every combination.
  private static let mostRules = 200

  private struct Firing {
    let when: Formula
    let output: Step
    let words: ExcuseWords
  }

  typealias Telling = (inout ExcuseLogic, Step, ExcuseWords) -> Formula

  /// What `telling` says of the result of a table that has one; null where no rule holds and there is no default.
  mutating func outcome(of table: RuleTable, _ depth: Int, _ telling: Telling) -> Formula {
    guard depth < Self.mostDepth, let rules = firing(table, depth) else {
      return doubt(.tooLarge, at: table.place)
    }
    var branches: [Formula.Branch] = []
    var order = rules
    switch table.plan.hitPolicy {
    case .first: break
    case .unique:
      // Two rules at once are a broken table: it gives nothing.
      branches = [.init(when: .twice(rules.map(\.when)), gives: .null)]
    case .any: branches = clashes(rules)
    case .priority:
      guard let sorted = byPriority(rules, table.plan) else { return doubt(.list, at: table.place) }
      order = sorted
    case .collect, .ruleOrder, .outputOrder: return doubt(.list, at: table.place)
    }
    branches += order.map { rule in
      Formula.Branch(when: rule.when, gives: telling(&self, rule.output, rule.words))
    }
    return .chosen(
      outside(table, depth) + branches, otherwise: defaultOutcome(of: table, telling))
  }

  /// Whether the result of a table lies in `set`.
  mutating func member(_ table: RuleTable, of set: NumberSet, _ depth: Int) -> Formula {
    let telling: Telling = { logic, step, words in
      logic.member(step, of: set, words, depth + 1)
    }
    guard case .collect = table.plan.hitPolicy, let aggregation = table.plan.aggregation else {
      return outcome(of: table, depth, telling)
    }
    guard depth < Self.mostDepth, let rules = firing(table, depth) else {
      return doubt(.tooLarge, at: table.place)
    }
    var weights = rules.compactMap { $0.output.constantNumber }
    if aggregation == .count { weights = rules.map { _ in .one } }
    guard weights.count == rules.count else { return doubt(.list, at: table.place) }
    var branches: [Formula.Branch]
    switch aggregation {
    case .count, .sum:
      let sum = Formula.sum(zip(rules, weights).map { .init(when: $0.when, points: $1) }, set)
      branches = [.init(when: .any(rules.map(\.when)), gives: sum)]
    case .min, .max:
      // The first in the order of what they give is the least, or the greatest.
      let order = weights.indices.sorted {
        aggregation == .min ? weights[$0] < weights[$1] : weights[$0] > weights[$1]
      }
      branches = order.map {
        .init(when: rules[$0].when, gives: .constant(set.contains(weights[$0])))
      }
    }
    let hasDefault = table.plan.outputs.first?.otherwise != nil
    return .chosen(
      outside(table, depth) + branches,
      otherwise: aggregation == .count && !hasDefault
        ? .constant(set.contains(.zero)) : defaultOutcome(of: table, telling))
  }

  private mutating func defaultOutcome(of table: RuleTable, _ telling: Telling) -> Formula {
    guard let otherwise = table.plan.outputs.first?.otherwise else { return .null }
    return telling(&self, otherwise, .unwritten(table.place))
  }

  // MARK: rules

  /// - Returns: `nil` where there are too many rules.
  private mutating func firing(_ table: RuleTable, _ depth: Int) -> [Firing]? {
    guard table.plan.rules.count <= Self.mostRules else { return nil }
    var found: [Firing] = []
    for (rule, written) in zip(table.plan.rules, table.rules) {
      guard let output = rule.outputs.first, let passage = written.outputs.first else { return nil }
      var tests: [Formula] = []
      for (index, match) in rule.tests.enumerated() {
        tests.append(test(match, of: index, in: table, written.tests[index], depth))
      }
      // A test of a null is not passed.
      found.append(
        Firing(when: .sure(.all(tests)), output: output, words: .cell(passage, output)))
    }
    return found
  }

  private mutating func test(
    _ match: MatchStep, of index: Int, in table: RuleTable, _ cell: Passage?, _ depth: Int
  ) -> Formula {
    let input = table.plan.inputs[index]
    let reduction = Reduction(tested: nil, locals: [input.slot])
    let words = ExcuseWords.cell(table.inputs[index], input.value)
    if let found = matching(input.value, match, reduction, words, depth + 1) { return found }
    let passage = cell ?? table.inputs[index]
    return doubt(.words(passage.text), at: passage.wholePlace)
  }

  /// A table gives nothing where an input is not among the values that it lists.
  private mutating func outside(_ table: RuleTable, _ depth: Int) -> [Formula.Branch] {
    var allowed: [Formula] = []
    for (index, input) in table.plan.inputs.enumerated() {
      guard let match = input.allowed else { continue }
      allowed.append(.sure(test(match, of: index, in: table, nil, depth)))
    }
    return allowed.isEmpty ? [] : [.init(when: .not(.all(allowed)), gives: .null)]
  }

  /// Rules of an ANY table that hold together have to agree.
  private func clashes(_ rules: [Firing]) -> [Formula.Branch] {
    var groups: [(value: Value?, rules: [Formula])] = []
    for rule in rules {
      let value = rule.output.constantValue
      let same = groups.firstIndex { group in
        guard let value, let other = group.value else { return false }
        return other.equalsPlainly(value) ?? false
      }
      if let same {
        groups[same].rules.append(rule.when)
      } else {
        groups.append((value, [rule.when]))
      }
    }
    guard groups.count > 1 else { return [] }
    return [.init(when: .twice(groups.map { .any($0.rules) }), gives: .null)]
  }

  /// The rule whose output stands first among the values of the table comes first.
  ///
  /// - Returns: `nil` where an output is not a constant, so that its rank is not known.
  private func byPriority(_ rules: [Firing], _ plan: DecisionTablePlan) -> [Firing]? {
    let order = (plan.outputs.first?.order ?? []).map(\.constantValue)
    guard !order.isEmpty else { return rules }
    var ranked: [(rank: Int, place: Int)] = []
    for (place, rule) in rules.enumerated() {
      guard let value = rule.output.constantValue else { return nil }
      let rank = order.firstIndex { $0?.equalsPlainly(value) ?? false }
      ranked.append((rank ?? order.count, place))
    }
    return ranked.sorted { $0 < $1 }.map { rules[$0.place] }
  }
}
