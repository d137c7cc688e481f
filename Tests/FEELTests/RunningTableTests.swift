import TestSupport
import Testing
import Values

@testable import FEEL

@Suite(.timed) struct RunningTableTests {
  static let staff = Table(
    name: "专职人员", file: "tables/专职人员.csv",
    columns: [
      Table.Column("姓名", ["甲", "乙", "丙", "丁", "戊"].map(Value.string)),
      Table.Column(
        "持证",
        [
          .boolean(true), .boolean(true), .boolean(false), unknown(.boolean, named: "持证"),
          .boolean(true),
        ]),
      Table.Column("年薪", [100, 80, 60, 120, 90].map { .number(Number($0)) }),
    ], rowCount: 5, lines: [2, 3, 5, 6, 7])

  let inputs = Inputs(
    (
      "专职人员",
      .list(
        .context([
          Shape.Field("姓名", .string), Shape.Field("持证", .boolean), Shape.Field("年薪", .number),
        ])), .list(.rows(Selection(staff)))
    ),
    ("下限", .number, .number(Number(85))))

  @Test(arguments: [
    ("count(专职人员)", "5"),
    ("count(专职人员[持证])", "unknown(3..4 whole)"),
    ("count(专职人员[not(持证)])", "unknown(1..2 whole)"),
    ("count(专职人员[年薪 >= 下限])", "3"),
    ("sum(专职人员.年薪)", "450"),
    ("sum(专职人员[持证].年薪)", "unknown(270..390 whole)"),
    ("max(专职人员[持证].年薪)", "unknown(100..120 whole)"),
    ("min(专职人员[持证].年薪)", "80"),
    ("count(专职人员[持证 and 年薪 < 100])", "2"),
    ("专职人员[年薪 < 下限].姓名", "[\"乙\", \"丙\"]"),
    ("专职人员[1].姓名", "\"甲\""),
    ("专职人员[-1].年薪", "90"),
    ("专职人员[9]", "null(noSuchIndex)"),
    ("专职人员.年薪[2]", "80"),
    ("专职人员.年薪[item > 95]", "[100, 120]"),
    ("every w in 专职人员 satisfies w.年薪 >= 60", "true"),
    ("every w in 专职人员 satisfies w.持证", "false"),
    ("some w in 专职人员 satisfies w.持证 and w.年薪 > 110", "unknown(true, false)"),
    ("for w in 专职人员 return w.年薪 / 10", "[10, 8, 6, 12, 9]"),
    ("专职人员[年薪 = 60]", "[{姓名: \"丙\", 持证: false, 年薪: 60}]"),
    ("count(专职人员[持证][年薪 > 95])", "unknown(1..2 whole)"),
  ])
  func looksIntoTables(text: String, expected: String) throws {
    #expect(try inputs.run(text) == expected)
  }

  @Test(arguments: [
    ("count(专职人员)", "unknown(0.. whole)"),
    ("count(专职人员[持证])", "unknown(0.. whole)"),
    ("count(专职人员[持证]) >= 0", "true"),
    ("every w in 专职人员 satisfies w.持证", "unknown(true, false, null)"),
    ("专职人员[1].年薪", "unknown(.., null)"),
    ("if count(专职人员) > 3 then 6 else 0", "unknown(0..6 whole)"),
  ])
  func aMissingTableLeavesCountsOpen(text: String, expected: String) throws {
    let shape = try #require(inputs.names.first?.shape)
    let inputs = Inputs(("专职人员", shape, unknown(.shaped(shape), named: "专职人员")))
    #expect(try inputs.run(text) == expected)
  }

  @Test func aFilterOfATableStaysATable() throws {
    guard
      case .list(.rows(let selection)) = try inputs.plan("专职人员[年薪 > 95]").run(inputs.slots)
    else {
      Issue.record("not a selection")
      return
    }
    #expect(selection.table === Self.staff)
    #expect(selection.rows == [0, 3])
  }

  @Test func saysWhichRowsAFilterUsed() throws {
    let trace = try inputs.plan("count(专职人员[持证])").explain(inputs.slots).trace
    let use = try #require(trace.rowUses.first)
    #expect(trace.rowUses.count == 1)
    #expect(use.text == "专职人员[持证]")
    #expect(use.table.file == "tables/专职人员.csv")
    #expect(use.count == 3)
    #expect(use.lines == [2...3, 7...7])
    #expect(use.openRows == [3...3])
  }

  @Test func saysForWhichRowsAConditionFails() throws {
    let trace = try inputs.plan("every w in 专职人员 satisfies w.年薪 > 下限")
      .explain(inputs.slots).trace
    let failing = trace.rowUses.filter { $0.role == .failing }
    #expect(failing.map(\.lines) == [[3...3]], "the first row that fails decides")
  }

  @Test func keepsTheFiguresOfTheParts() throws {
    let inputs = Inputs(
      ("实拨", .number, .number(Number(90))), ("应拨", .number, .number(Number(120))))
    let trace = try inputs.plan("实拨 / 应拨 >= 0.7").explain(inputs.slots).trace
    let figures = trace.entries.filter { !$0.isLiteral }.map { "\($0.text) = \(told($0.value))" }
    #expect(
      figures == ["实拨 = 90", "应拨 = 120", "实拨 / 应拨 = 0.75", "实拨 / 应拨 >= 0.7 = true"])
  }
}

extension RunningTableTests {
  @Test func aFilterInsideAnIterationIsToldOnce() throws {
    let text = "for n in [60, 90, 200] return count(专职人员[年薪 > n])"
    let (value, trace) = try inputs.plan(text).explain(inputs.slots)
    #expect(told(value) == "[4, 2, 0]")
    #expect(trace.rowUses.map(\.count) == [0])
  }

  @Test func rowsPayForBeingLookedAt() throws {
    let few = Surroundings(maximumSteps: 3)
    func run(_ text: String) throws -> String {
      told(try inputs.plan(text, mode: .lenient).run(inputs.slots, in: few))
    }
    #expect(try run("count(专职人员[年薪 >= 下限])") == "3")
    #expect(
      try run("count(for a in 专职人员, b in 专职人员, c in 专职人员, d in 专职人员, e in 专职人员 return 1)")
        == "null(limitExceeded)")
  }
}
