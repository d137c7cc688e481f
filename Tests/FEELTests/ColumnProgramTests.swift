import Diagnostics
import TestSupport
import Testing
import Values

@testable import FEEL

/// One plan, one meaning: what a column program says of a row, the row evaluator says too.
@Suite(.timed) struct ColumnProgramTests {
  @Test(arguments: 0..<24) func aProgramSaysWhatTheRowEvaluatorSays(block: Int) throws {
    var compared = 0
    for seed in block * 60..<(block + 1) * 60 {
      var random = ColumnExpressions(seed: UInt64(seed))
      let text = random.expression(["number", "boolean", "string"][seed % 3], depth: 4)
      var diagnostics = Diagnostics()
      let mode: Mode = seed % 5 == 0 ? .lenient : .strict
      guard
        let plan = Plan.expression(
          Passage(text), in: ColumnExpressions.scope, mode: mode, into: &diagnostics)
      else { continue }
      let rows = (0..<40).map { _ in random.row() }
      compared += try compare(plan, rows, "seed \(seed): \(text)") ?? 0
    }
    // Refusals and lanes that fall out are right, but they prove nothing.
    #expect(compared > 600)
  }

  @Test(arguments: [
    "if a = null or c = 0 then 0 else max(0, min(1, (a / c - 0.05) / 0.25)) * 1.5",
    "if count([a, b, c][item != null]) = 0 then 0 else mean([a, b, c][item != null]) / 10 * 4",
    "count([f, g, f][item = true]) / 3 * 1", "max(0, 4 - 0.25 * c)",
    #"if k = "x" then (if a = null then 0 else if a >= 4.5 then 3 else 1) else (null)"#,
    "if b = null or b = 0 then 0 else if c / b >= 1 then 5 else if c / b >= 0.333 then 2 else 0",
    "round half up(c / 7, 4) < 0.45 or f", "c in [1..5]", #"k in ("x", "y")"#, "c between 2 and 9",
    "sum([a, b, d])", "decimal(c * 1.005, 2)", "abs(b - c)", "floor(c / 3) + ceiling(b)",
    "max([a, b, c][item > 2])", "d * d / 3", "if f and c > 3 then d else c",
    "c / 3 = 1", "c / 3 < 0.33333333333333333333333333333333333", "round up(c / 30, 1)",
  ])
  func wordsOfRubricsCompile(text: String) throws {
    var diagnostics = Diagnostics()
    let plan = try #require(
      Plan.expression(
        Passage(text), in: ColumnExpressions.scope, mode: .strict, into: &diagnostics))
    var random = ColumnExpressions(seed: 1)
    let rows = (0..<1100).map { _ in random.row() }
    let compared = try #require(try compare(plan, rows, text), "does not compile")
    #expect(compared > 300)
  }

  @Test func aRefusalSaysWhereAndWhy() throws {
    var diagnostics = Diagnostics()
    let plan = try #require(
      Plan.expression(
        Passage("1 + string length(k)"), in: ColumnExpressions.scope, mode: .strict,
        into: &diagnostics))
    var assembler = ColumnAssembler()
    let text = LaneValue(.text(assembler.none))
    let error = #expect(throws: ColumnRefusal.self) {
      try ColumnCompiler.compile(
        plan, { _ in .value(text) }, into: &assembler)
    }
    #expect(error?.cause == .function("string length"))
    #expect(error?.place?.description.hasSuffix(":1:5") == true)
  }

  /// - Returns: how many rows were compared; `nil` where the plan is refused.
  private func compare(_ plan: Plan, _ rows: [[Value]], _ text: String) throws -> Int? {
    var assembler = ColumnAssembler()
    let columns = ColumnExpressions.scope.entries.indices.map { slot in
      ColumnBuilder(rows.map { $0[slot] }).column
    }
    let inputs = columns.map { assembler.input($0) }
    let output: LaneValue
    do throws(ColumnRefusal) {
      output = try ColumnCompiler.compile(plan, { inputs[$0] }, into: &assembler)
    } catch {
      #expect(!error.wording.zh.isEmpty)
      return nil
    }
    let program = ColumnProgram(assembler, outputs: [output], rowCount: rows.count)
    let frame = ColumnFrame(program)
    var compared = 0
    for start in stride(from: 0, to: rows.count, by: ColumnProgram.laneCount) {
      program.run(from: start, in: frame)
      for lane in 0..<frame.count where !frame.hasFallen(lane) {
        let found = frame.value(of: output, lane)
        let right = plan.run(rows[start + lane])
        compared += 1
        guard !isSame(found, right) else { continue }
        Issue.record(
          "\(text)\non \(rows[start + lane].map(told))\ngives \(told(found)), not \(told(right))")
        return compared
      }
    }
    return compared
  }

  private func isSame(_ left: Value, _ right: Value) -> Bool {
    if case .null = left, case .null = right { return true }
    return left.isSame(as: right)
  }
}

/// Writes random expressions over a few columns, as text.
struct ColumnExpressions {
  private var random: SeededNumbers

  init(seed: UInt64) {
    random = SeededNumbers(seed: seed)
  }

  static let scope = Scope([
    Scope.Entry("a", .optional(.number), slot: 0), Scope.Entry("b", .optional(.number), slot: 1),
    Scope.Entry("c", .number, slot: 2), Scope.Entry("d", .number, slot: 3),
    Scope.Entry("k", .string, slot: 4), Scope.Entry("m", .optional(.string), slot: 5),
    Scope.Entry("f", .boolean, slot: 6), Scope.Entry("g", .optional(.boolean), slot: 7),
    Scope.Entry("u", .number, slot: 8),
  ])

  private static let wild = [
    "0", "1", "-1", "1E+30", "1E-30", "9999999999999999999999999999999999", "0.1", "1E+6000",
    "-1E+6111", "3.333333333333333333333333333333333", "4611686018427387904", "-0.5", "2",
  ].compactMap { Number($0) }

  mutating func row() -> [Value] {
    func orNull(_ value: Value, _ percent: Int) -> Value { random.chance(percent) ? .null : value }
    let hundredths = Number(scaled: Int64.random(in: -200...2000, using: &random), exponent: -2)
    return [
      orNull(.number(Number(Int.random(in: 0...12, using: &random))), 10),
      orNull(.number(hundredths), 10), .number(Number(Int.random(in: 0...9, using: &random))),
      .number(random.one(of: Self.wild)), .string(random.one(of: ["x", "y", "é", "e\u{301}"])),
      orNull(.string(random.one(of: ["x", "z"])), 30), .boolean(random.chance(50)),
      orNull(.boolean(random.chance(50)), 20),
      random.chance(10)
        ? unknownNumber(0, 5) : .number(Number(Int.random(in: 0...5, using: &random))),
    ]
  }

  mutating func expression(_ kind: String, depth: Int) -> String {
    if depth == 0 || random.chance(15) { return leaf(kind) }
    if random.chance(15) {
      let condition = expression("boolean", depth: depth - 1)
      let then = random.chance(10) ? "null" : expression(kind, depth: depth - 1)
      return "(if \(condition) then \(then) else \(expression(kind, depth: depth - 1)))"
    }
    switch kind {
    case "number": return number(depth - 1)
    case "boolean": return boolean(depth - 1)
    default: return leaf(kind)
    }
  }

  private mutating func leaf(_ kind: String) -> String {
    switch kind {
    case "number":
      random.one(of: ["a", "b", "c", "d", "u", "0", "1", "0.25", "3", "10", "1.50", "-2"])
    case "boolean": random.one(of: ["f", "g", "true", "a = null", "m != null", "c > 3"])
    default: random.one(of: ["k", "m", "\"x\"", "\"é\"", "\"none\""])
    }
  }

  private mutating func number(_ depth: Int) -> String {
    let (one, other) = (expression("number", depth: depth), expression("number", depth: depth))
    let third = leaf("number")
    return random.one(of: [
      "(\(one) + \(other))", "(\(one) - \(other))", "(\(one) * \(other))", "(\(one) / \(other))",
      "(\(one) / \(third))", "-(\(one))", "min(\(one), \(other))", "max(\(one), \(third))",
      "min([\(one), \(other), \(third)])", "sum([\(one), \(other), \(third)])",
      "mean([\(third), a, c])", "mean([a, b, c][item != null])", "max([a, b, u][item > \(third)])",
      "count([f, g, f][item = true])", "sum([\(one), b][item < \(other)])", "abs(\(one))",
      "floor(\(one))", "ceiling(\(one), 1)", "decimal(\(one), 2)", "round half up(\(one), 1)",
      "round half down(\(one), 0)", "round up(\(one), 2)", "round down(\(one), -1)",
    ])
  }

  private mutating func boolean(_ depth: Int) -> String {
    let (one, other) = (expression("number", depth: depth), expression("number", depth: depth))
    let (left, right) = (expression("boolean", depth: depth), expression("boolean", depth: depth))
    let order = random.one(of: ["=", "!=", "<", "<=", ">", ">="])
    let constant = random.one(of: ["0", "1", "0.5", "0.333", "3"])
    return random.one(of: [
      "(\(one) \(order) \(other))", "(\(one) / \(other) \(order) \(constant))",
      "(c / a \(order) \(constant))", "(\(constant) \(order) b / c)", "(\(left) and \(right))",
      "(\(left) or \(right))", "not(\(left))", "(\(leaf("string")) = \(leaf("string")))",
      "(\(leaf("string")) != m)", "(\(one) between 1 and \(other))", "(\(one) in (1, 3, [5..9)))",
      "(\(one) in > \(constant))", "(g = \(leaf("boolean")))", "(\(one) != null)",
      #"(k in ("x", "é"))"#,
    ])
  }
}
