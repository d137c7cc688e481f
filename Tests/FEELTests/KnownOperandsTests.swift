import Diagnostics
import TestSupport
import Testing
import Values

@testable import FEEL

/// Known numbers and words take shorter ways through the evaluator; they lead to the same place.
@Suite(.timed) struct KnownOperandsTests {
  /// Operands of every kind: known, missing, between bounds, and of types that do not fit.
  static let operands: [Value] =
    [
      "0", "-0", "1", "35", "35.0", "-35", "12.5", "0.1", "1e19", "18446744073709551615",
      "18446744073709551616", "9999999999999999999999999999999999", "1e-6176", "1e6144", "-1e6144",
      "340282366920938463463374607431768", "1.000000000000000000000000000000001",
    ].compactMap { Number($0).map(Value.number) }
    + [
      "", "RN", "rn", "a word of more than fifteen bytes", "é", "e\u{301}", "持证", "RN\u{0}",
    ].map(Value.string)
    // The same word, but kept elsewhere than in the string itself.
    + [.string(kept("RN"))]
    + [
      .null, .null(NullReason(.divisionByZero, "/")), .boolean(true), .boolean(false),
      .list(.values([.number(.one)])), .list(.values([])), .context(Context([])),
      .range(
        ValueRange(
          low: .number(.one), high: .number(Number(40)), includesLow: true, includesHigh: false)),
      CalendarDate(year: 2024, month: 2, day: 29).map(Value.date) ?? .null,
      unknownNumber(30, 40), unknownNumber(nil, 35, whole: true, mayBeNull: true),
      unknown(.boolean), unknown(.boolean, mayBeNull: true, named: "y"),
      unknown(.oneOf([.string("RN"), .string("LPN")])), unknown(.any, mayBeNull: true),
    ]

  private static func kept(_ word: String) -> String {
    var text = ""
    text.reserveCapacity(100)
    text.append(word)
    return text
  }

  private let inputs = Inputs(("a", .any, .null), ("b", .any, .null))

  /// A value with all that is known about it.
  private func described(_ value: Value) -> String {
    switch value {
    case .null(let reason): "null(\(reason.kind), \(reason.subject ?? "-"))"
    case .unknown(let unknown): told(value) + " \(unknown.missing)"
    default: told(value)
    }
  }

  private func expectSame(
    _ text: String, _ mode: Mode = .lenient, _ meaning: (Value, Value) -> Value
  ) throws {
    let plan = try inputs.plan(text, mode: mode)
    for left in Self.operands {
      for right in Self.operands {
        let expected = described(meaning(left, right))
        let slots = [left, right]
        let (found, explained) = (described(plan.run(slots)), described(plan.explain(slots).value))
        // The words are put together where there is something to say.
        guard found != expected || explained != expected else { continue }
        Issue.record("\(text) for \(told(left)), \(told(right)): \(found), explained \(explained)")
      }
    }
  }

  @Test(arguments: [
    Operator.Comparison.equal, .unequal, .less, .atMost, .greater, .atLeast,
  ])
  func comparesAsValuesAreCompared(sign: Operator.Comparison) throws {
    try expectSame("a \(sign.rawValue) b") { Value.compare(sign, $0, $1).value }
    for constant in ["35", "\"RN\"", "null", "12.50"] {
      let value = try inputs.plan(constant).run(inputs.slots)
      try expectSame("a \(sign.rawValue) \(constant)") { left, _ in
        Value.compare(sign, left, value).value
      }
      try expectSame("\(constant) \(sign.rawValue) a") { left, _ in
        Value.compare(sign, value, left).value
      }
    }
  }

  @Test(arguments: [Operator.Arithmetic.add, .subtract, .multiply, .divide, .power])
  func calculatesAsValuesAreCalculated(sign: Operator.Arithmetic) throws {
    try expectSame("a \(sign.rawValue) b") { Value.arithmetic(sign, $0, $1) }
    try expectSame("a \(sign.rawValue) 12.5") { left, _ in
      Value.arithmetic(sign, left, .number(Number("12.5") ?? .zero))
    }
    try expectSame("1 - (a \(sign.rawValue) b)") {
      Value.arithmetic(.subtract, .number(.one), Value.arithmetic(sign, $0, $1))
    }
  }

  @Test func joinsTermsAsTruthsAreJoined() throws {
    try expectSame("a and b") { Truth.and(Truth($0), Truth($1)).value }
    try expectSame("a or b") { Truth.or(Truth($0), Truth($1)).value }
    try expectSame("a and true and b") {
      Truth.and(Truth.and(Truth($0), Truth(true)), Truth($1)).value
    }
    try expectSame("false or a or b") {
      Truth.or(Truth.or(Truth(false), Truth($0)), Truth($1)).value
    }
    try expectSame("a > 3 and b = \"RN\"") {
      Truth.and(
        Value.compare(.greater, $0, .number(Number(3))), Value.compare(.equal, $1, .string("RN"))
      ).value
    }
  }

  @Test func choosesInBothModesAsExplained() throws {
    for mode in [Mode.lenient, .strict] {
      let plan = try inputs.plan("if a >= 35 and b = \"RN\" then a * 2 else 0", mode: mode)
      for left in Self.operands {
        for right in Self.operands {
          let slots = [left, right]
          #expect(described(plan.run(slots)) == described(plan.explain(slots).value))
        }
      }
    }
  }

  // MARK: Cells of tables

  static let cells = [
    "-", "35", "< 35", "<= 35", "> 12.5", ">= 35.0", "[1..40]", "(1..35)", "]0.1..35[", "0, 1, 35",
    "not(35)", "not(< 1, > 40)", "\"RN\"", "\"RN\", \"LPN\"", "not(\"RN\")", "\"é\"", "= \"RN\"",
    "= 35", "null", "true", "[\"RN\", \"LPN\"]", "b", "? = b", "< b", "-1e6144", "1, \"RN\"",
    "@\"2024-02-29\"",
  ]

  @Test(arguments: [DecisionTable.HitPolicy.first, .unique, .any])
  func decidesByCellsAsBySteps(policy: DecisionTable.HitPolicy) throws {
    var random = SeededNumbers(seed: 5)
    for _ in 0..<8 {
      let table = DecisionTable(
        policy,
        inputs: ["a", random.one(of: ["b", "b", "if b = 1 then a else b"])].map {
          DecisionTable.Input(Passage($0))
        },
        outputs: (0..<random.one(of: [1, 1, 2])).map { index in
          DecisionTable.Output(
            "output \(index)", otherwise: random.chance(50) ? Passage("-1") : nil)
        },
        rules: [])
      let rules = (0..<5).map { _ in
        DecisionTable.Rule(
          tests: [Passage(random.one(of: Self.cells)), Passage(random.one(of: Self.cells))],
          outputs: table.outputs.map { _ in Passage(random.one(of: ["1", "2", "a", "a + 1"])) })
      }
      try expectSame(
        DecisionTable(policy, inputs: table.inputs, outputs: table.outputs, rules: rules))
    }
  }

  /// Explaining looks at every step, so that it never goes by the cells.
  private func expectSame(_ table: DecisionTable) throws {
    var diagnostics = Diagnostics()
    let plan = try #require(table.plan(in: inputs.scope, mode: .lenient, into: &diagnostics))
    let boxed = try #require(
      Plan.boxed(.table(table), in: inputs.scope, mode: .lenient, into: &diagnostics))
    for left in Self.operands {
      for right in Self.operands {
        let slots = [left, right]
        let (value, trace) = boxed.explain(slots)
        let expected = described(value)
        let found = described(plan.value(of: slots))
        let (again, fired) = plan.run(slots)
        let holds = found == expected && described(again) == expected && fired == trace.firedRules
        if !holds {
          Issue.record("\(table.rules) for \(told(left)), \(told(right)): \(found), \(expected)")
        }
      }
    }
  }
}
