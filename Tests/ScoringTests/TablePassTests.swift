import Diagnostics
import FEEL
import Formats
import Rubrics
import TestSupport
import Testing
import Values

@testable import Scoring

/// Aggregates that are told while rows come by, against the row evaluator: value by value, on drawn tables.
@Suite(.timed) struct TablePassTests {
  private static let figures = [
    "count(t)", "sum(t.x)", "mean(t.x)", "min(t.x)", "max(t.x)", "median(t.x)", "min(t.day)",
    "max(t.day)", "count(t[ok])", "count(t[not(ok)])", "sum(t[ok].x)", "mean(t[ok].x)",
    "median(t[kind = \"a\"].x)", "count(distinct values(t.who))", "count(distinct values(t.x))",
    "count(distinct values(t[ok].who))", "count(distinct values(t.kind))",
    "count(distinct values(t[ok].day))", "count(distinct values(t.free))", "sum(t.free)",
    "mean(t[free != null].free)", "count(t[free = null or x > 3])", "count(t[x > y])",
    "count(t[x >= 2 and x < 4.5])", "count(t[x in [1..3]])", "count(t[x between 1 and 3])",
    "count(t[item.day.month >= 6 and kind in (\"a\", \"b\")])",
    "count(t[day < date(\"2025-06-01\")])",
    "count(t[not(ok and x > 2) or kind != \"b\"])", "count(t[x + 1 > 3])", "sum(t[x = y].y)",
    "some r in t satisfies r.x > 5", "every r in t satisfies r.ok",
    "every r in t satisfies r.x < 100", "some r in t satisfies r.free > 2",
    "max(t[free != null].free)", "min(t[kind = \"c\"].x)", "count(t[if ok then x > 1 else y > 1])",
    "count(t[who = \"P1\"])", "max(t.free)", "median(t[free != null].free)",
  ]

  private static let rubric =
    """
    rubric: passes
    edition: "1"
    language: en
    title: Passes
    subject: {kind: station, key: id}
    facts:
      open: {type: boolean}
    tables:
      t:
        day: {type: date}
        kind: {type: string, one of: [a, b, c]}
        who: {type: string, private: true}
        x: {type: number, must be: ">= 0"}
        y: {type: number, blanks: ["/"]}
        free: {type: number, whole: true, absent: "null", must be: "[1..5]"}
        ok: {type: boolean}
    define:

    """ + figures.enumerated().map { "  f\($0): '\($1)'\n" }.joined()
      + """
      sections:
      - id: all
        title: All
        points: 4
        items:
        - id: only
          title: Only
          points: 4
          says: as many points as rows
          basis: {rule: illustrative, points: illustrative}
          score: {formula: f0, from: 0, to: 4}
      total: {round: {to: 0.01, mode: half up}, when closed: open}
      grades:
      - {id: some, title: Some}

      """

  private struct Drawn {
    var facts = "id,open\n"
    var rows = "id,day,kind,who,x,y,free,ok\n"

    init(
      seed: UInt64, rowCount: Int, spoilt: Int, variety: Int = 0, lineEnd: String = "\n"
    ) {
      var numbers = SeededNumbers(seed: seed)
      func pick(_ choices: [String]) -> String { choices.randomElement(using: &numbers) ?? "" }
      func cell(_ choices: [String]) -> String {
        let kind = Int.random(in: 0..<1000, using: &numbers)
        if kind < spoilt {
          return pick(
            ["", "x", "-1", "1.0", " 1 ", "a ", "2025-02-30", "1,200", "１２", "/"]
              .map { $0.contains(",") ? "\"\($0)\"" : $0 })
        }
        // A quoted cell takes the careful way.
        return kind < spoilt * 2 ? "\"\(pick(choices))\"" : pick(choices)
      }
      let ids = (0..<25).map { "s\($0)" } + ["a-key-longer-than-sixteen-letters", "站一"]
      for id in ids { facts += "\(id),true\n" }
      let skewed = ids + Array(repeating: "s3", count: 30)
      let days = ["2025-01-01", "2025-06-01", "2025-12-31", "2024-02-29"]
      let people =
        ["P1", "P2", "P3", "a person with a long name", "张三", "12345678", "123456789"]
        + (0..<variety).map { "person \($0)" }
      let amounts =
        ["0", "1", "1.0", "2.25", "3.125", "7", "123456789012.000001"]
        + (0..<variety).map { "\($0).25" }
      for _ in 0..<rowCount {
        rows +=
          [
            pick(skewed + (spoilt > 0 ? ["nobody", " s3 "] : [])), cell(days),
            cell(["a", "b", "c"]),
            cell(people), cell(amounts),
            cell(["0", "1.5", "2.25", "0.0000001", "99999999999999999"]),
            cell(["", "1", "2", "5"]), cell(["true", "false"]),
          ].joined(separator: ",") + lineEnd
      }
    }
  }

  private func read(
    _ drawn: Drawn, fuses: Bool, threads: Int, texts: Int = MemoryBudget.usualTexts,
    into diagnostics: inout Diagnostics
  ) throws -> Portfolio {
    let rubric = try #require(
      Rubric.read(SourceText(Self.rubric, path: "passes.yaml"), digest: "", into: &diagnostics),
      "\(diagnostics.all.map(\.code))")
    let reader = try #require(PortfolioReader(rubric, key: nil, into: &diagnostics))
    var options = PortfolioReader.Options()
    options.fuses = fuses
    options.threads = threads
    options.texts = texts
    return try #require(
      reader.read(
        facts: PortfolioFile("facts.csv", bytes: Array(drawn.facts.utf8)),
        tables: [("t", PortfolioFile("t.csv", bytes: Array(drawn.rows.utf8)))], options,
        into: &diagnostics))
  }

  private func words(_ value: Value) -> String {
    guard case .unknown(let unknown) = value else { return "\(value)" }
    return "unknown \(unknown.bounds) \(unknown.missing)"
  }

  @Test(arguments: [
    (1, 0, "\n"), (2, 3, "\n"), (3, 40, "\n"), (4, 0, "\r\n"), (5, 10, "\r\n"), (6, 3, "\r"),
  ])
  func tellsWhatTheRowEvaluatorTells(seed: Int, spoilt: Int, lineEnd: String) throws {
    for rowCount in [0, 1, 60, 700] {
      let drawn = Drawn(
        seed: UInt64(seed), rowCount: rowCount, spoilt: spoilt, lineEnd: lineEnd)
      try compare(drawn, threads: 1 + seed % 3)
    }
  }

  /// Several batches, each of which brings more texts than are remembered.
  @Test(arguments: [(7, 3), (8, 0)])
  func tellsTheSameOfTextsThatItForgot(seed: Int, spoilt: Int) throws {
    let drawn = Drawn(seed: UInt64(seed), rowCount: 5_000, spoilt: spoilt, variety: 400)
    try #require(drawn.rows.utf8.count > 3 << 16)
    try compare(drawn, threads: 1, texts: 64)
  }

  private func compare(
    _ drawn: Drawn, threads: Int, texts: Int = MemoryBudget.usualTexts
  ) throws {
    var said = (Diagnostics(), Diagnostics())
    let fused = try read(drawn, fuses: true, threads: threads, texts: texts, into: &said.0)
    let rows = try read(drawn, fuses: false, threads: 1, into: &said.1)
    #expect(said.0.all.map(\.code) == said.1.all.map(\.code))
    let evidence = try #require(fused.fused)
    #expect(evidence.figures.aggregates.count == Self.figures.count)
    for subject in fused.subjects.indices {
      let found = evidence.values(of: subject, in: fused)
      for (number, aggregate) in evidence.figures.aggregates.enumerated() {
        var slots = rows.emptySlots
        let table = try #require(rows.tables[aggregate.table])
        slots[aggregate.tableSlot] = table.list(of: subject)
        let expected = aggregate.plan.run(slots)
        #expect(
          words(found[number]) == words(expected),
          "\(Self.figures[number]) of \(fused.subjects[subject].id)")
      }
    }
  }

  @Test func namesTheExpressionThatNeedsMoreMemory() throws {
    let drawn = Drawn(seed: 9, rowCount: 500, spoilt: 0, lineEnd: "\n")
    for (bytes, isEnough) in [(1000, false), (1 << 30, true)] {
      var diagnostics = Diagnostics()
      let rubric = try #require(
        Rubric.read(SourceText(Self.rubric, path: "passes.yaml"), digest: "", into: &diagnostics))
      let reader = try #require(PortfolioReader(rubric, key: nil, into: &diagnostics))
      var options = PortfolioReader.Options()
      options.memory = bytes
      let portfolio = reader.read(
        facts: PortfolioFile("facts.csv", bytes: Array(drawn.facts.utf8)),
        tables: [("t", PortfolioFile("t.csv", bytes: Array(drawn.rows.utf8)))], options,
        into: &diagnostics)
      #expect((portfolio != nil) == isEnough)
      #expect(diagnostics.all.contains { $0.code == "memory-exceeded" } != isEnough)
    }
  }

  @Test func saysWhatIsLeftToTheRowEvaluator() throws {
    let text = Self.rubric
      .replacing("  f1: 'sum(t.x)'\n", with: "  f1: 'sum(for r in t return r.x * r.y)'\n")
      .replacing("  f2: 'mean(t.x)'\n", with: "  f2: 'count(t[x > f0])'\n")
    var diagnostics = Diagnostics()
    let rubric = try #require(
      Rubric.read(SourceText(text, path: "passes.yaml"), digest: "", into: &diagnostics))
    let plan = PortfolioPlan(rubric)
    #expect(plan.fused.count == Self.figures.count - 2)
    #expect(
      plan.refusals.map(\.expression) == ["for r in t return r.x * r.y", "t[x > f0]"])
    #expect(plan.refusals.allSatisfy { $0.place.description.hasPrefix("passes.yaml:") })
  }

  @Test func leavesFiltersThatLookAtFiguresToTheRowEvaluator() throws {
    let text = Self.rubric.replacing("  f1: 'sum(t.x)'\n", with: "  f1: 'count(t[x > f0])'\n")
    var diagnostics = Diagnostics()
    let rubric = try #require(
      Rubric.read(SourceText(text, path: "passes.yaml"), digest: "", into: &diagnostics))
    let figures = FusedFigures(rubric)
    #expect(figures.aggregates.count == Self.figures.count - 1)
    let slot = try #require(rubric.index(of: .table(0)))
    #expect(figures.slotsLeft.contains(slot))
  }
}
