import Diagnostics
import FEEL
import Formats
import Values

extension RubricChecker {
  /// Longer tables are not proven: every rule is compared with every piece.
  private static let mostRules = 500

  /// Seeks combinations of inputs that no rule takes, or that two rules of a UNIQUE table take.
  ///
  /// Looks only at tables whose every test compares with constants; others are left to the run.
  mutating func prove(_ table: RuleTable, _ record: Record) {
    let policy = table.plan.hitPolicy
    let hasDefault = table.plan.outputs.contains { $0.otherwise != nil }
    guard table.rules.count <= Self.mostRules, let axes = axes(table) else { return }
    let boxes = BoxSweep(axes: axes, ruleCount: table.rules.count)
    guard boxes.isSmall else { return }
    let flaws = boxes.flaws()
    if let gap = flaws.gap, !hasDefault, policy != .collect {
      diagnostics.report(.tableGap(witness(gap, axes, table), at: table.place))
    }
    if policy == .unique {
      for overlap in flaws.overlaps.prefix(4) {
        diagnostics.report(
          .tableOverlap(
            witness(overlap.point, axes, table), overlap.first + 1, overlap.second + 1,
            at: table.rules[overlap.second].place))
      }
    }
    for rule in flaws.idleRules {
      diagnostics.report(.ruleNeverHolds(rule + 1, at: table.rules[rule].place))
    }
    if policy == .first {
      for rule in flaws.coveredRules where !flaws.idleRules.contains(rule) {
        diagnostics.report(.ruleNeverHolds(rule + 1, at: table.rules[rule].place))
      }
    }
  }

  private func witness(_ point: [String], _ axes: [BoxSweep.Axis], _ table: RuleTable) -> String {
    zip(table.inputs, point).map { "\($0.text) = \($1)" }.joined(separator: ", ")
  }

  private func axes(_ table: RuleTable) -> [BoxSweep.Axis]? {
    var axes: [BoxSweep.Axis] = []
    for (index, input) in table.plan.inputs.enumerated() {
      let reduction = Reduction(tested: nil, locals: [input.slot])
      let column = table.plan.rules.map { $0.tests[index] }
      guard let axis = axis(input, shape(of: input, table), column, reduction) else { return nil }
      axes.append(axis)
    }
    return axes
  }

  private func axis(
    _ input: DecisionTablePlan.Input, _ fact: Declaration?, _ column: [MatchStep],
    _ reduction: Reduction
  ) -> BoxSweep.Axis? {
    if let words = fact?.allowed {
      return texts(words.map { .string($0) }, column, reduction)
    }
    if fact?.shape.withoutOptional == .boolean {
      return texts([.boolean(true), .boolean(false)], column, reduction)
    }
    var sets: [NumberSet] = []
    for match in column {
      guard let set = reduction.numbers(match) else { return nil }
      sets.append(set)
    }
    guard Sweep.isSmall(sets) else { return nil }
    var domain = finder.domain(of: input.value)
    if let allowed = input.allowed, let set = reduction.numbers(allowed) {
      domain = Domain(domain.set.intersection(set), grid: domain.grid)
    }
    return BoxSweep.Axis(sets, over: domain)
  }

  private func texts(_ values: [Value], _ column: [MatchStep], _ reduction: Reduction)
    -> BoxSweep.Axis?
  {
    var passing: [Set<Int>] = []
    for match in column {
      guard let set = reduction.passing(match, of: values) else { return nil }
      passing.append(set)
    }
    let pieces = values.indices.map { index in
      BoxSweep.Piece(
        witness: values[index].spelled,
        rules: Set(passing.indices.filter { passing[$0].contains(index) }))
    }
    return BoxSweep.Axis(pieces: pieces)
  }

  private func shape(of input: DecisionTablePlan.Input, _ table: RuleTable) -> Declaration? {
    guard case .input(let slot) = input.value.form, slots.indices.contains(slot),
      case .fact(let number) = slots[slot]
    else { return nil }
    return facts[number]
  }
}

extension Value {
  fileprivate var spelled: String {
    switch self {
    case .string(let text): "\"\(text)\""
    case .boolean(let boolean): boolean ? "true" : "false"
    default: "…"
    }
  }
}
