import Diagnostics
import Formats
import Rubrics
import TestSupport
import Testing
import Values

@testable import Scoring

/// A scale that stands in a cell and in its declaration is read once, or not at all: by rows and by columns alike.
@Suite(.timed) struct CellScaleTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let declared: String
    let cell: String
    /// `?` where the cell is refused.
    let value: String

    init(_ declared: String, _ cell: String, _ value: String) {
      (self.declared, self.cell, self.value) = (declared, cell, value)
    }

    var testDescription: String { "\(declared): \(cell) is \(value)" }
  }

  static let percents: [Case] = [
    // The unit decides.
    Case("unit: \"%\", must be: \"[0..100]\"", "95", "95"),
    Case("unit: \"%\", must be: \"[0..100]\"", "95%", "95"),
    Case("unit: \"%\", must be: \"[0..100]\"", "95％", "95"),
    Case("unit: \"%\"", "95 %", "95"), Case("unit: ％", "100%", "100"),
    Case("unit: 百分比", "95.0%", "95"), Case("unit: percent", "95%", "95"),
    Case("unit: \"1\"", "120%", "1.2"), Case("unit: ratio, must be: \">= 0\"", "95%", "0.95"),
    Case("unit: \"%\", must be: \"[0..100]\"", "195%", "?"),
    // The range decides, where it can.
    Case("must be: \"[0..1]\"", "95%", "0.95"), Case("must be: \"[0..1]\"", "0.5%", "0.005"),
    Case("must be: \"[0..1]\"", "95", "?"), Case("must be: \"[0..1]\"", "195%", "?"),
    Case("must be: \"[60..100]\"", "95%", "95"),
    Case("must be: \"[0..100]\"", "95%", "?"), Case("must be: \"[0..10]\"", "90%", "?"),
    Case("must be: \">= 0\"", "95%", "?"), Case("must be: \"[0..2]\"", "95%", "?"),
    Case("must be: \"[0..100]\"", "0%", "0"), Case("must be: \"[0..100]\"", "95", "95"),
    // Neither is there.
    Case("title: t", "95%", "0.95"),
    // Another unit has no percent.
    Case("unit: CNY", "85%", "?"), Case("unit: 人", "85%", "?"),
  ]

  static let amounts: [Case] = [
    Case("unit: 万元", "30", "30"), Case("unit: 万元", "30万", "30"),
    Case("unit: 万元", "３０万", "30"), Case("unit: 万元", "30.5万", "30.5"),
    Case("unit: 万元", "30万元", "30"), Case("unit: 万元", "￥30万", "30"),
    Case("unit: 万元", "300000元", "30"), Case("unit: 万元", "3亿", "30000"),
    Case("unit: 万元", "￥30", "?"), Case("unit: 万", "30万", "30"),
    Case("unit: \"10,000 CNY\"", "30万", "30"), Case("unit: 亿元", "3亿元", "3"),
    Case("unit: 元", "30万", "300000"), Case("unit: CNY", "30万元", "300000"),
    Case("unit: CNY", "￥30", "30"), Case("unit: CNY", "200,000元", "200000"),
    Case("unit: 元", "300元", "300"), Case("unit: 元", "300.00 元", "300"),
    Case("unit: CNY/year", "8万元", "80000"), Case("unit: 元", "2亿", "200000000"),
    Case("title: t", "45万", "450000"), Case("title: t", "4.5亿", "?"),
    Case("title: t", "300元", "?"), Case("unit: 元", "300人", "?"),
    Case("unit: 人", "￥30", "?"), Case("unit: \"%\"", "30万", "?"),
  ]

  static let units: [Case] = [
    Case("unit: m2", "58.5㎡", "58.5"), Case("unit: 平方米", "58.5m²", "58.5"),
    Case("unit: h", "36小时", "36"), Case("unit: 小时", "36 h", "36"),
    Case("unit: hours", "36小时", "36"),
    Case("unit: 人", "12名", "12"), Case("unit: 次", "3次", "3"), Case("unit: 人次", "3人次", "3"),
    Case("unit: 人次", "3次", "?"), Case("unit: d", "15天", "15"), Case("unit: 天", "15日", "15"),
    Case("unit: 分", "85分", "85"), Case("unit: 个月", "6个月", "6"), Case("unit: 人", "3万", "30000"),
    Case("unit: h", "36分钟", "?"), Case("unit: m2", "58.5亩", "?"), Case("title: t", "12人", "?"),
    Case("unit: 人", "约30人", "?"), Case("unit: 人", "30人左右", "?"),
  ]

  @Test(arguments: percents + amounts + units)
  func rowsAndColumnsReadACellAlike(_ one: Case) throws {
    let rubric = try Self.rubric("x: {type: number, \(one.declared)}", table: one.declared)
    var source = EvidenceSource()
    source.facts[HeaderName("x")] = .init(one.cell, at: nil)
    source.tables[HeaderName("t")] = WrittenTable(
      file: "t.csv", header: ["y"], rows: [[one.cell]], lines: [2])
    let evidence = EvidenceReader(rubric).read(source, in: Self.setting)
    #expect(Self.shown(evidence.inputs[0].value) == one.value)
    #expect(evidence.diagnostics.all.isEmpty == (one.value != "?"))
    for fuses in [true, false] {
      let found = try Self.portfolio(
        rubric, facts: "id,x\ns,\"\(one.cell)\"\n", rows: "id,y\ns,\"\(one.cell)\"\n", fuses: fuses)
      #expect(found.cells == [[one.value, one.value]], "fuses: \(fuses)")
    }
  }

  @Test func aRefusedCellIsToldWithBothReadings() throws {
    let rubric = try Self.rubric("x: {type: number, must be: \"[0..100]\"}", table: "title: t")
    var source = EvidenceSource()
    source.facts[HeaderName("x")] = .init("95%", at: nil)
    let told = EvidenceReader(rubric).read(source, in: Self.setting).diagnostics.all
    #expect(told.map(\.code) == ["unfitting-cell"])
    #expect(told[0].notes.map(\.en) == ["`95%` is 95 or 0.95"])
  }

  @Test func aPrivateCellIsNotShownWithItsReadings() throws {
    let rubric = try Self.rubric(
      "x: {type: number, must be: \"[0..100]\", private: true}", table: "title: t")
    var source = EvidenceSource()
    source.facts[HeaderName("x")] = .init("95%", at: nil)
    let told = EvidenceReader(rubric).read(source, in: Self.setting).diagnostics.all
    #expect(told.map(\.notes.count) == [0])
    #expect(told.allSatisfy { !$0.headline.en.contains("95") })
  }

  // MARK: columns in two scales

  static let mixed: [(cells: [String], values: [String])] = [
    (["95", "97%", "0.5"], ["?", "?", "0.5"]), (["95%", "0.97"], ["0.95", "0.97"]),
    (["95%", "97%"], ["0.95", "0.97"]), (["95", "97"], ["95", "97"]),
    (["0%", "97"], ["0", "97"]), (["120", "97%"], ["?", "?"]),
    (["1,200", "97%", "95"], ["1200", "0.97", "95"]),
    (["1200", "97%", "95"], ["1200", "0.97", "95"]), (["1000", "97%"], ["?", "?"]),
  ]

  @Test(arguments: mixed)
  func aColumnInTwoScalesIsInDoubtOnBothSides(cells: [String], values: [String]) throws {
    let rubric = try Self.rubric("x: {type: number}", table: "title: t")
    var source = EvidenceSource()
    source.tables[HeaderName("t")] = WrittenTable(
      file: "t.csv", header: ["y"], rows: cells.map { [$0] }, lines: Array(2..<(cells.count + 2)))
    let evidence = EvidenceReader(rubric).read(source, in: Self.setting)
    guard let slot = rubric.index(of: .table(0)), case .list(let list) = evidence.slots[slot] else {
      Issue.record("no table")
      return
    }
    let cursor = ListCursor(list)
    let read = (0..<cursor.count).map { row -> String in
      guard case .context(let context) = cursor[row] else { return "" }
      return Self.shown(context["y"] ?? .null)
    }
    #expect(read == values)
    #expect(evidence.diagnostics.all.map(\.code) == (values.contains("?") ? ["mixed-scales"] : []))
    let ids = cells.indices.map { "s\($0)" }
    let lines = zip(ids, cells).map { "\($0),\"\($1)\"\n" }.joined()
    for fuses in [true, false] {
      let found = try Self.portfolio(
        rubric, facts: "id,x\n" + lines, rows: "id,y\n" + lines, fuses: fuses)
      #expect(found.cells == values.map { [$0, $0] }, "fuses: \(fuses)")
      #expect(found.codes == (values.contains("?") ? ["mixed-scales", "mixed-scales"] : []))
    }
  }

  // MARK: marks

  @Test(arguments: [
    ("from: 0, to: 100", "96%", "?"), ("from: 0, to: 10", "90%", "?"),
    ("from: 0, to: 1", "90%", "0.9"),
    ("from: 60, to: 100", "90%", "90"), ("from: 0, to: 100", "0%", "0"),
  ])
  func aMarkIsReadOnTheScaleOfItsItem(scale: String, written: String, value: String) throws {
    let rubric = try Self.rubric(
      "x: {type: number}", table: "title: t",
      score: "judge: {role: panel, combine: mean, at least: 1, \(scale)}")
    var source = EvidenceSource()
    source.marks["i"] = [
      AssessorMark(by: "a", role: "panel", value: Number("0.96") ?? .zero, percentText: written)
    ]
    let evidence = EvidenceReader(rubric).read(source, in: Self.setting)
    #expect((evidence.marks["i"]?.first?.value.description ?? "?") == value)
    #expect(evidence.lostMarks.count == (value == "?" ? 1 : 0))
    #expect(evidence.diagnostics.all.contains { $0.code == "mark-scale-unknown" } == (value == "?"))
  }

  // MARK: what the tests stand on

  private static let setting: EvidenceSetting = {
    var setting = EvidenceSetting(subject: EvaluatedSubject(id: "s"))
    setting.ignoresOrigins = true
    return setting
  }()

  private static func rubric(
    _ fact: String, table: String, score: String = "{formula: \"f + g\", from: 0, to: 5}"
  ) throws -> Rubric {
    let text = """
      rubric: small
      edition: "1"
      language: en
      title: Small
      subject: {kind: station, key: id}
      facts:
        \(fact)
      tables:
        t:
          y: {type: number, \(table)}
      define: {f: "x", g: "max(t.y)"}
      sections:
      - id: s
        title: S
        points: 5
        items:
        - {id: i, title: I, points: 5, says: a, basis: {rule: illustrative, points: illustrative}, score: {\(score.hasPrefix("{") ? String(score.dropFirst().dropLast()) : score)}}
      total: {round: {to: 0.1, mode: half up}, when closed: open}
      grades: [{id: good, title: Good}]

      """
    var diagnostics = Diagnostics()
    return try #require(
      Rubric.read(SourceText(text, path: "r.yaml"), digest: "", into: &diagnostics),
      "\(diagnostics.all.map(\.headline.en))")
  }

  /// By subject: the fact, and the greatest of its rows.
  private static func portfolio(
    _ rubric: Rubric, facts: String, rows: String, fuses: Bool
  ) throws -> (cells: [[String]], codes: [String]) {
    var diagnostics = Diagnostics()
    let reader = try #require(PortfolioReader(rubric, key: nil, into: &diagnostics))
    var options = PortfolioReader.Options()
    options.fuses = fuses
    options.threads = 2
    let portfolio = try #require(
      reader.read(
        facts: PortfolioFile("facts.csv", bytes: Array(facts.utf8)),
        tables: [("t", PortfolioFile("t.csv", bytes: Array(rows.utf8)))], options,
        into: &diagnostics))
    var scoring = Portfolio.Options()
    scoring.withFigures = true
    scoring.fuses = fuses
    let lines = portfolio.score(scoring).text.split(
      separator: "\n", omittingEmptySubsequences: true)
    let header = lines[0].split(separator: ",", omittingEmptySubsequences: false)
    let places = ["f", "g"].compactMap { name in header.firstIndex { $0 == name } }
    let cells = lines.dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      return places.map { cells[$0].isEmpty ? "?" : String(cells[$0]) }
    }
    return (cells, diagnostics.all.map(\.code).filter { $0 != "unfitting-cell" })
  }

  private static func shown(_ value: Value) -> String {
    if case .number(let number) = value { number.description } else { "?" }
  }
}
