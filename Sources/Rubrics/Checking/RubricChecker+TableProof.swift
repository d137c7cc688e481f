import Diagnostics
import FEEL
import Formats
import Values

extension RubricChecker {
  /// Longer tables are not proven: every rule is compared with every piece.
  static let mostRules = 500

  /// Seeks combinations of inputs that no rule takes, or that two rules of a UNIQUE table take.
  ///
  /// Looks only at tables whose every test compares with constants; others are left to the run.
  mutating func prove(_ table: RuleTable, nullIsAnswered: Bool) {
    if let grid = table.crossTab { return prove(table, grid, nullIsAnswered: nullIsAnswered) }
    let policy = table.plan.hitPolicy
    let hasDefault = table.plan.outputs.contains { $0.otherwise != nil }
    guard table.rules.count <= Self.mostRules,
      let axes = axes(
        table, inputs: table.plan.inputs.indices, rules: Array(table.plan.rules.indices))
    else { return }
    let boxes = BoxSweep(axes: axes, ruleCount: table.rules.count)
    guard boxes.isSmall else { return }
    let flaws = boxes.flaws()
    if let gap = flaws.gap, !hasDefault, policy != .collect {
      diagnostics.report(.tableGap(witness(gap, table), at: table.place))
    } else if let gap = flaws.nullGap, !hasDefault, policy != .collect, !nullIsAnswered {
      diagnostics.report(.nullNotTaken(witness(gap, table), .rule, at: table.place))
    }
    if policy == .unique {
      for overlap in flaws.overlaps.prefix(4) {
        diagnostics.report(
          .tableOverlap(
            witness(overlap.point, table), overlap.first + 1, overlap.second + 1,
            at: table.rules[overlap.second].place
          ).pointing(at: .other(table.rules[overlap.first].place)))
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

  private func witness(_ point: [String], _ table: RuleTable) -> String {
    zip(table.inputs, point).map { "\($0.text) = \($1)" }.joined(separator: ", ")
  }

  /// How some rules take apart what some inputs may come to; the pieces count those rules from 0.
  func axes(_ table: RuleTable, inputs: Range<Int>, rules: [Int]) -> [BoxSweep.Axis]? {
    var axes: [BoxSweep.Axis] = []
    for index in inputs {
      let input = table.plan.inputs[index]
      let reduction = Reduction(tested: nil, locals: [input.slot])
      let column = rules.map { table.plan.rules[$0].tests[index] }
      guard var axis = axis(input, column, reduction) else { return nil }
      let null = null(of: input.value)
      if null != .no {
        let passing = rules.indices.filter {
          table.plan.passes(.null, input: index, rule: rules[$0])
        }
        axis.pieces.append(BoxSweep.Piece(witness: "null", rules: Set(passing), null: null))
      }
      axes.append(axis)
    }
    return axes
  }

  private func axis(
    _ input: DecisionTablePlan.Input, _ column: [MatchStep], _ reduction: Reduction
  ) -> BoxSweep.Axis? {
    let shape = shape(of: input.value)
    if shape == .boolean { return texts([.boolean(true), .boolean(false)], column, reduction) }
    if let words = texts(of: input.value) {
      return texts(words.map { .string($0) }, column, reduction)
    }
    if case .string? = shape { return freeTexts(column, reduction) }
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

  /// The words that the rules name, and one that none of them does.
  private func freeTexts(_ column: [MatchStep], _ reduction: Reduction) -> BoxSweep.Axis? {
    var words: [String] = []
    for match in column {
      for child in match.children {
        child.walk { step in
          if case .string(let word)? = step.constantValue, !words.contains(word) {
            words.append(word)
          }
        }
      }
    }
    // No author writes it: a control character stands in no YAML.
    let other = "\u{1}"
    return texts((words + [other]).map { .string($0) }, column, reduction) {
      $0 == other ? "…" : nil
    }
  }

  private func texts(
    _ values: [Value], _ column: [MatchStep], _ reduction: Reduction,
    calledBy name: (String) -> String? = { _ in nil }
  ) -> BoxSweep.Axis? {
    var passing: [Set<Int>] = []
    for match in column {
      guard let set = reduction.passing(match, of: values) else { return nil }
      passing.append(set)
    }
    let pieces = values.indices.map { index in
      var witness = values[index].spelled
      if case .string(let text) = values[index], let called = name(text) { witness = called }
      return BoxSweep.Piece(
        witness: witness, rules: Set(passing.indices.filter { passing[$0].contains(index) }))
    }
    return BoxSweep.Axis(pieces: pieces)
  }

  // MARK: inputs

  /// The shape of a fact or a figure, without its nulls; `nil` for other expressions.
  private func shape(of step: Step) -> Shape? {
    guard case .input(let slot) = step.form, slots.indices.contains(slot) else { return nil }
    switch slots[slot] {
    case .fact(let number): return facts[number].shape.withoutOptional
    case .figure:
      // Of a text that a figure makes nobody knows what it can be.
      let shape = figures.first { $0.slot == slot }?.shape.withoutOptional
      return shape == .string ? nil : shape
    default: return nil
    }
  }

  /// The texts that can occur; `nil` where that is not known.
  func texts(of step: Step) -> [String]? {
    switch step.form {
    case .constant(.string(let text)): return [text]
    case .if(_, let then, let otherwise):
      guard let one = texts(of: then), let other = texts(of: otherwise) else { return nil }
      return one + other.filter { !one.contains($0) }
    case .input(let slot):
      guard slots.indices.contains(slot) else { return nil }
      switch slots[slot] {
      case .fact(let number): return facts[number].allowed
      case .figure:
        switch figures.first(where: { $0.slot == slot })?.value {
        case .expression(let plan): return texts(of: plan.step)
        case .table(let table): return texts(of: table)
        case .calendar, nil: return nil
        }
      default: return nil
      }
    default: return nil
    }
  }

  private func texts(of table: RuleTable) -> [String]? {
    guard table.plan.outputs.count == 1 else { return nil }
    var texts: [String] = []
    let steps = table.plan.rules.flatMap(\.outputs) + table.plan.outputs.compactMap(\.otherwise)
    for step in steps {
      if case .constant(.null) = step.form { continue }
      guard case .string(let text)? = step.constantValue else { return nil }
      if !texts.contains(text) { texts.append(text) }
    }
    return texts
  }

  /// Whether the value may be null, and whether a declaration says so.
  func null(of step: Step) -> BoxSweep.Piece.Null {
    if isDeclaredNull(step) { return .declared }
    switch step.form {
    case .constant(.null): return .possible
    case .constant: return .no
    case .input(let slot):
      guard slots.indices.contains(slot) else { return .possible }
      switch slots[slot] {
      case .fact: return .no
      case .figure:
        if case .optional? = figures.first(where: { $0.slot == slot })?.shape { return .possible }
        return .no
      default: return .possible
      }
    default: return .possible
    }
  }

  /// Whether the value is null wherever a fact is that may be: nothing between them asks for it.
  func isDeclaredNull(_ step: Step) -> Bool {
    switch step.form {
    case .input(let slot):
      guard slots.indices.contains(slot) else { return false }
      switch slots[slot] {
      case .fact(let number): return facts[number].mayBeNull
      case .figure:
        guard let figure = figures.first(where: { $0.slot == slot }),
          case .expression(let plan) = figure.value
        else { return false }
        return isDeclaredNull(plan.step)
      default: return false
      }
    case .negation(let inner): return isDeclaredNull(inner)
    case .arithmetic(_, let left, let right):
      return isDeclaredNull(left) || isDeclaredNull(right)
    default: return false
    }
  }

  /// A number or a word that may be null by declaration, and an item that does not say what that means.
  mutating func reportDeclaredNull(_ meaning: ScorePlan, of item: Record) {
    guard !item.has("null") else { return }
    switch meaning.quantity {
    case .choice, .number: break
    case .truth, .held, .table, .given: return
    }
    guard let plan = meaning.valuePlans.first(where: { isDeclaredNull($0.step) }) else { return }
    diagnostics.report(
      .nullNotTaken("\(plan.text(of: plan.step)) = null", .item, at: plan.place(of: plan.step)))
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
