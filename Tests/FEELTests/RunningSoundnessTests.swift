import Diagnostics
import TestSupport
import Testing
import Values

@testable import FEEL

/// The law of unknowns: whatever the evidence turns out to be, the value was within the bounds.
@Suite(.timed) struct RunningSoundnessTests {
  @Test(arguments: 0..<60)
  func everyCompletionLiesInsideTheResult(block: Int) {
    for seed in (block * 25..<(block + 1) * 25).prefix(Volume.count(10, long: 25)) {
      var random = RandomExpressions(seed: UInt64(seed))
      let kind = random.random.one(of: [RandomExpressions.Kind.number, .boolean, .string])
      let step = random.expression(kind, depth: 4)
      for mode in [Mode.lenient, .strict] {
        let plan = Plan(
          step: step, shape: .any, mode: mode, passages: [Passage("seed \(seed)")], slotsUsed: [],
          frameSize: random.frameSize, notes: [])
        let inputs = random.inputs.map(\.input)
        expectSound(inputs, "seed \(seed), \(mode): \(step)") { plan.run($0) }
        let open = inputs.map(\.unknown)
        #expect(told(plan.run(open)) == told(plan.explain(open).value))
      }
    }
  }

  @Test(arguments: DecisionTable.HitPolicy.allCases)
  func everyCompletionOfATableLiesInsideItsAnswer(policy: DecisionTable.HitPolicy) {
    for seed in 0..<Volume.count(75, long: 150) {
      var random = RandomExpressions(seed: UInt64(seed))
      let table = random.table(policy)
      expectSound(random.inputs.map(\.input), "seed \(seed), \(table)") { slots in
        let value = table.run(slots).value
        // A table in which several rules hold is broken, which is told when it is checked.
        if case .null(let reason) = value, reason.kind == .severalRulesMatched { return nil }
        return value
      }
    }
  }

  func expectSound(
    _ inputs: [OpenInput], _ text: @autoclosure () -> String, _ run: ([Value]) -> Value?
  ) {
    guard let open = run(inputs.map(\.unknown)) else { return }
    var slots: [Value] = []
    func complete() {
      guard slots.count < inputs.count else {
        guard let completed = run(slots) else { return }
        // A strict condition that is null stays unknown when everything is told.
        let values = completed.isKnownThroughout ? [completed] : completed.alternatives ?? []
        for value in values where !open.admits(value) && !open.admitsReordered(value) {
          Issue.record(
            "\(told(open)) does not hold \(told(value)) for \(slots.map(told))\n\(text())")
        }
        return
      }
      for value in inputs[slots.count].completions {
        slots.append(value)
        complete()
        slots.removeLast()
      }
    }
    complete()
  }
}

extension RandomExpressions {
  mutating func table(_ policy: DecisionTable.HitPolicy) -> DecisionTablePlan {
    let kinds = [Kind.number, random.one(of: [.number, .string])]
    let steps = kinds.map { expression($0, depth: 1) }
    let slots = kinds.map { _ in takeSlot() }
    var rules: [DecisionTablePlan.Rule] = []
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      var tests: [MatchStep] = []
      for (kind, slot) in zip(kinds, slots) {
        let tested = step(.local(slot))
        tests.append(
          random.chance(30)
            ? MatchStep(input: tested, slot: slot, tests: [], isNegated: false)
            : match(tested, kind, 0))
      }
      rules.append(DecisionTablePlan.Rule(tests: tests, outputs: [expression(.number, depth: 1)]))
    }
    let order = [3, 1, 0].map { step(.constant(.number(Number($0)))) }
    let otherwise = random.chance(50) ? step(.constant(.number(.one))) : nil
    let aggregation: DecisionTable.Aggregation? =
      policy == .collect ? random.one(of: [.sum, .count, .min, .max, nil]) : nil
    return DecisionTablePlan(
      hitPolicy: policy, aggregation: aggregation,
      inputs: zip(steps, slots).map { .init(value: $0, slot: $1, allowed: nil) },
      outputs: [
        .init(name: nil, order: order, allowed: nil, slot: takeSlot(), otherwise: otherwise)
      ],
      rules: rules, shape: .any, mode: .lenient, slotsUsed: [], frameSize: frameSize)
  }
}

extension RunningSoundnessTests {
  @Test(arguments: Builtins.all.indices)
  func everyCompletionOfACallLiesInsideItsBounds(index: Int) {
    let builtin = Builtins.all[index]
    guard let overloads = Builtins.named(builtin.name) else { return }
    for seed in 0..<40 {
      var random = RandomExpressions(seed: UInt64(seed * 1000 + index))
      guard let arguments = random.arguments(of: builtin) else { return }
      let step = random.step(.builtin(overloads, arguments))
      let plan = Plan(
        step: step, shape: .any, mode: .lenient, passages: [Passage(builtin.name)], slotsUsed: [],
        frameSize: random.frameSize, notes: [])
      expectSound(random.inputs.map(\.input), "seed \(seed), \(builtin.name)") { plan.run($0) }
    }
  }
}

extension Value {
  /// Lists freed of repetitions keep their members, but not always the order.
  fileprivate func admitsReordered(_ completed: Value) -> Bool {
    guard case .list(.partial) = self, case .list(let list) = completed else { return false }
    return Self.orders(ListCursor(list).members).contains { admits(.list(.values($0))) }
  }

  private static func orders(_ members: [Value]) -> [[Value]] {
    guard members.count > 1 else { return [members] }
    return members.indices.flatMap { first in
      var rest = members
      let one = rest.remove(at: first)
      return orders(rest).map { [one] + $0 }
    }
  }
}

extension RandomExpressions {
  /// Arguments for a call, or `nil` where a parameter takes nothing that we can write.
  mutating func arguments(of builtin: Builtin) -> [Step]? {
    var steps: [Step] = []
    for parameter in builtin.parameters {
      if parameter.isOptional, random.chance(40) { break }
      let times = parameter.isVariadic ? Int.random(in: 1...3, using: &random) : 1
      for _ in 0..<times {
        guard let step = argument(for: random.one(of: parameter.accepts)) else { return nil }
        steps.append(step)
      }
    }
    return steps
  }

  private mutating func argument(for shape: Shape) -> Step? {
    switch shape {
    case .number: expression(.number, depth: 1)
    case .string: expression(.string, depth: 1)
    case .boolean: expression(.boolean, depth: 1)
    case .any: expression(random.one(of: [.number, .string, .boolean]), depth: 1)
    case .list(.boolean):
      step(.list([expression(.boolean, depth: 1), expression(.boolean, depth: 0)]))
    case .list(.string):
      step(.list([expression(.string, depth: 1), expression(.string, depth: 0)]))
    case .list: list(2)
    case .optional(let inner): argument(for: inner)
    default: nil
    }
  }
}
