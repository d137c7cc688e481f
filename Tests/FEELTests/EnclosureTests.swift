import Diagnostics
import TestSupport
import Testing
import Values

@testable import FEEL

/// Integers near numbers decide a rounding only where every number so near is rounded alike.
@Suite(.timed) struct EnclosureTests {
  private static let scope = Scope([
    Scope.Entry("a", .number, slot: 0), Scope.Entry("b", .number, slot: 1),
    Scope.Entry("c", .number, slot: 2), Scope.Entry("d", .number, slot: 3),
    Scope.Entry("f", .boolean, slot: 4),
  ])

  /// Quotients that have no end, and such that end just where a rounding turns.
  private static let expressions = [
    "a / b", "(a / b - 0.05) / 0.25 * 1.5", "max(0, min(1, (a / b - 0.7) / 0.28)) * 3",
    "min(1, c / 300) * 3 + min(1, d / 7) * 2", "a / 3 + b / 7 + c / 11 - d / 13",
    "25 * (a / b + c / 3) / (b + 4)", "(if f then a / b else c / 7) * 1.25",
    "mean([a, b, c]) / 10 * 4", "a / (16 * d)", "(a + b) / (32 * b) * 100", "d / b * 1000 - c",
    "max(a / b, c / d)", "sum([a / b, 0.1, c / 9])", "(a / b) * d", "-(a / b)",
  ]

  @Test(arguments: expressions, ["half up", "half down", "half even", "up", "down", "floor"])
  func aProgramOfIntegersRoundsAsNumbersDo(text: String, mode: String) throws {
    let rounded =
      switch mode {
      case "half even": "decimal(\(text), 4)"
      case "floor": "floor(\(text), 2)"
      default: "round \(mode)(\(text), 4)"
      }
    var diagnostics = Diagnostics()
    let plan = try #require(
      Plan.expression(
        Passage(rounded), in: Self.scope, mode: .strict, into: &diagnostics))
    var random = SeededNumbers(seed: UInt64(text.utf8.count))
    let rows = (0..<2000).map { _ in Self.row(&random) }
    let quick = try run(plan, rows, usesEnclosures: true)
    let exact = try run(plan, rows, usesEnclosures: false)
    let usesEnclosures = quick.usesEnclosures && !exact.usesEnclosures
    #expect(usesEnclosures)
    let exactOpen = exact.values.count { $0 == nil }
    #expect(exactOpen == 0)
    // What ends at a whole unit is left open by the modes that turn there; in the middle few numbers end.
    let open = quick.values.count { $0 == nil }
    #expect(open < (mode.hasPrefix("half") ? 400 : 2000))
    for (index, value) in quick.values.enumerated() {
      let right = plan.run(rows[index])
      #expect(exact.values[index]?.isSame(as: right) == true, "\(rounded) on \(rows[index])")
      guard let value else { continue }
      #expect(value.isSame(as: right), "\(rounded) on \(rows[index])")
    }
  }

  @Test func whereARoundingTurnsTheLaneIsLeftOpen() throws {
    var diagnostics = Diagnostics()
    let plan = try #require(
      Plan.expression(
        Passage("round half up(a / b, 4)"), in: Self.scope, mode: .strict, into: &diagnostics))
    let rows = [(13, 32), (1, 3), (1, 32), (5, 5)].map { a, b -> [Value] in
      [.number(Number(a)), .number(Number(b)), .number(1), .number(1), .boolean(true)]
    }
    let found = try run(plan, rows, usesEnclosures: true).values
    // 13/32 = 0.40625 and 1/32 = 0.03125 lie in the middle.
    #expect(found.map { $0 == nil } == [true, false, true, false])
  }

  private static func row(_ random: inout SeededNumbers) -> [Value] {
    func number(_ range: ClosedRange<Int64>, _ exponent: Int) -> Value {
      .number(Number(scaled: Int64.random(in: range, using: &random), exponent: exponent))
    }
    return [
      number(0...4000, -2), number(1...64, 0), number(0...5000, -1), number(1...40, 0),
      .boolean(random.chance(50)),
    ]
  }

  private struct Found {
    let usesEnclosures: Bool
    /// By row; `nil` where the lane has fallen out.
    let values: [Value?]
  }

  private func run(_ plan: Plan, _ rows: [[Value]], usesEnclosures: Bool) throws -> Found {
    var assembler = ColumnAssembler(usesEnclosures: usesEnclosures)
    let inputs = Self.scope.entries.indices.map { slot in
      assembler.input(ColumnBuilder(rows.map { $0[slot] }).column)
    }
    let output = try ColumnCompiler.compile(plan, { inputs[$0] }, into: &assembler)
    let program = ColumnProgram(assembler, outputs: [output], rowCount: rows.count)
    let frame = ColumnFrame(program)
    var values: [Value?] = []
    for start in stride(from: 0, to: rows.count, by: ColumnProgram.laneCount) {
      program.run(from: start, in: frame)
      for lane in 0..<frame.count {
        values.append(frame.hasFallen(lane) ? nil : frame.value(of: output, lane))
      }
    }
    // Rows that stand anywhere give what they give in their block.
    let some = stride(from: 3, to: rows.count, by: 7).map { $0 }.prefix(ColumnProgram.laneCount)
    program.run(on: Array(some), in: frame)
    for (lane, row) in some.enumerated() {
      let value = frame.hasFallen(lane) ? nil : frame.value(of: output, lane)
      #expect((value == nil) == (values[row] == nil))
      if let value, let other = values[row] { #expect(value.isSame(as: other)) }
    }
    return Found(usesEnclosures: program.usesEnclosures, values: values)
  }
}
