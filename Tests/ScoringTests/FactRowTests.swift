import Diagnostics
import Formats
import Rubrics
import TestSupport
import Testing
import Values

@testable import Scoring

/// Rows of the list of subjects that name none: totals, notes, headers.
@Suite(.timed) struct FactRowTests {
  private static let rubric = """
    rubric: list
    edition: "1"
    language: en
    title: List
    subject: {kind: station, key: 单位}
    facts:
      visits: {type: number, header: 人次}
      paid: {type: number, header: 金额, absent: 0}
      open: {type: boolean, absent: "null"}
    cohort: {if fewer: unknown, define: {usual: {mean: visits}}}
    sections:
    - id: all
      title: All
      points: 100
      items:
      - id: place
        title: Place
        points: 60
        says: by visits
        basis: {rule: illustrative, points: illustrative}
        score: {rank: visits, best: high, places: {1: 60, 2: 50, 3: 40}, others: 20}
      - id: usual-visits
        title: Usual
        points: 40
        says: as many as usual
        basis: {rule: illustrative, points: illustrative}
        score: {check: visits >= usual}
    total: {round: {to: 1, mode: half up}, when closed: open}
    grades:
    - {id: good, title: Good, stars: 2, at least: 50}
    - {id: poor, title: Poor}
    """

  private static let ordinary = ["甲站,500,1,", "乙站,400,,", "丙站,300,2,", "丁站,200,,"]

  private struct Outcome: Equatable {
    var lines: [String] = []
    var codes: [String] = []
    var places: [String] = []
  }

  private static func score(
    _ rows: [String], by rubric: String = rubric, fuses: Bool = true, threads: Int = 2,
    isOld: Bool = false
  ) throws -> Outcome {
    var diagnostics = Diagnostics()
    var unheard = Diagnostics()
    let rubric = try #require(
      Rubric.read(SourceText(rubric, path: "list.yaml"), digest: "", into: &unheard))
    let reader = try #require(PortfolioReader(rubric, key: nil, into: &diagnostics))
    var reading = PortfolioReader.Options()
    (reading.fuses, reading.threads) = (fuses, threads)
    let text = "单位,人次,金额,open\n" + rows.map { $0 + "\n" }.joined()
    let bytes = isOld ? try #require(Letters.old(text)) : Array(text.utf8)
    let portfolio = try #require(
      reader.read(
        facts: PortfolioFile("f.csv", bytes: bytes), tables: [], reading, into: &diagnostics))
    var options = Portfolio.Options()
    options.fuses = fuses
    let kept = try KeptPortfolio(portfolio.kept.bytes[...])
    var unused = Diagnostics()
    let again = try #require(Portfolio(kept, under: rubric, from: "k", into: &unused))
    let scored = portfolio.score(options).text
    #expect(again.score(options).text == scored)
    return Outcome(
      lines: scored.split(separator: "\n").dropFirst().map { line in
        line.split(separator: ",", omittingEmptySubsequences: false).prefix(4)
          .joined(separator: " ")
      },
      codes: diagnostics.all.map(\.code),
      places: diagnostics.all.map { $0.place?.description ?? "" })
  }

  private static func scoreInAllWays(
    _ rows: [String], by rubric: String = rubric
  ) throws -> Outcome {
    let first = try score(rows, by: rubric)
    for other in [
      try score(rows, by: rubric, fuses: false), try score(rows, by: rubric, threads: 1),
      try score(rows, by: rubric, isOld: true),
    ] {
      #expect(other == first)
    }
    return first
  }

  private static let right = ["甲站 100 100 100", "乙站 90 90 90", "丙站 40 40 40", "丁站 20 20 20"]

  @Test func isRightWithoutSuchRows() throws {
    let outcome = try Self.scoreInAllWays(Self.ordinary)
    #expect(outcome.lines == Self.right)
    #expect(outcome.codes.isEmpty)
  }

  @Test(arguments: [
    "合计,1400,3,", "总　计：,1400,3,", "Grand Total,1400,3,", "小计,1400,,", "平均,350,1.5,", "平均值,350,,",
    "最高,500,2,", "东镇合计,1400,3,", "合计（4 家）,1400,3,",
  ])
  func aTotalWhoseNumbersAgreeIsNoSubject(row: String) throws {
    let outcome = try Self.scoreInAllWays(Self.ordinary + [row])
    #expect(outcome.lines == Self.right)
    #expect(outcome.codes == ["total-rows"])
    #expect(outcome.places == ["f.csv:6 (-)"])
  }

  @Test func subtotalsCoverTheRowsSinceTheLast() throws {
    let rows = Self.ordinary
    let outcome = try Self.scoreInAllWays(
      [rows[0], rows[1], "东镇小计,900,1,", rows[2], rows[3], "西镇小计,500,2,", "合计,1400,3,"])
    #expect(outcome.lines == Self.right)
    #expect(outcome.codes == ["total-rows"])
  }

  @Test func aTotalOnTopCoversTheRowsBelow() throws {
    let outcome = try Self.scoreInAllWays(["合计,1400,3,"] + Self.ordinary)
    #expect(outcome.lines == Self.right)
  }

  @Test(arguments: ["合计,1500,3,", "合计,1400,4,", "合计,,,", "平均,400,,", "Total,,,true"])
  func aTotalWhoseNumbersDoNotAgreeMayBeASubject(row: String) throws {
    let outcome = try Self.scoreInAllWays(Self.ordinary + [row])
    #expect(outcome.codes == ["perhaps-no-subject"])
    #expect(outcome.lines.last?.split(separator: " ").count == 1)
    // What it is without the row, and what it is with it, are both within.
    var isOpen = false
    for (line, right) in zip(outcome.lines, Self.right) {
      let cells = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
      let score = try #require(Int(right.split(separator: " ")[1]))
      let (low, high) = (try #require(Int(cells[2])), try #require(Int(cells[3])))
      #expect((low...high).contains(score))
      isOpen = isOpen || low < high
    }
    #expect(isOpen || !row.hasPrefix("合计,1"))
  }

  @Test(arguments: [
    "注：数据截至年底,,,", "审核人：张三,,,", "备注：以上数据由各站填报,,,", "（名称）,（人次）,（元）,（是/否）", "(4 rows),,,",
    "第1页 共2页,,,",
  ])
  func aNoteOrALineOfUnitsOpensNobodysPlace(row: String) throws {
    for rows in [Self.ordinary + [row], [row] + Self.ordinary] {
      let outcome = try Self.scoreInAllWays(rows)
      #expect(outcome.lines == Self.right)
      #expect(["row-of-no-subject", "perhaps-no-subject"].map { [$0] }.contains(outcome.codes))
    }
  }

  @Test func aHeaderAgainIsNoSubject() throws {
    let rows = Self.ordinary
    let outcome = try Self.scoreInAllWays(
      [rows[0], rows[1], "单位,人次,金额,open", rows[2], rows[3]])
    #expect(outcome.lines == Self.right)
    #expect(outcome.codes == ["repeated-header"])
  }

  @Test func aHeaderInAnotherLanguageIsNoSubject() throws {
    let outcome = try Self.scoreInAllWays(["Station,Visits,Paid,Open"] + Self.ordinary)
    #expect(outcome.lines == Self.right)
    #expect(outcome.codes == ["row-of-no-subject"])
  }

  @Test(arguments: ["/,,,", "□,,,", "—,/,,", ",,无,", "〃,,,"])
  func aRowOfAFormLeftBlankIsNoSubject(row: String) throws {
    let outcome = try Self.scoreInAllWays(Self.ordinary + [row, row])
    #expect(outcome.lines == Self.right)
    #expect(outcome.codes.filter { $0 != "unfitting-cell" } == ["rows-without-content"])
  }

  @Test(arguments: ["max,100,,", "S100,100,,", "A-7,100,,", "总站,100,,", "计划站,100,,", "[1],100,,"])
  func aNameIsAName(row: String) throws {
    let outcome = try Self.scoreInAllWays(Self.ordinary + [row])
    #expect(outcome.lines.count == 5)
    #expect(outcome.codes.isEmpty)
  }

  @Test func aNumberedSubjectWithoutFactsStays() throws {
    let outcome = try Self.scoreInAllWays(["1,500,,", "2,400,,", "3,300,,", "4,,,"])
    #expect(outcome.lines.count == 4)
    #expect(outcome.codes.isEmpty)
  }

  /// `，` parts no cells.
  @Test func aRowThatStandsInItsKeyIsRejectedByName() throws {
    for outcome in [
      try Self.score(Self.ordinary + ["戊，100，，"]),
      try Self.score(Self.ordinary + ["戊，100，，"], fuses: false),
    ] {
      #expect(outcome.codes.contains("unparted-key"))
    }
  }

  /// It is somebody's row, and nobody knows whose: it stands in the results, rejected.
  @Test func aKeyThatNobodyCanReadIsRejectedByName() throws {
    let rows = Self.ordinary + ["戊\u{FFFD}站,100,,"]
    for outcome in [try Self.score(rows), try Self.score(rows, fuses: false)] {
      #expect(outcome.lines.count == 5)
      #expect(outcome.lines.last?.hasPrefix("戊\u{FFFD}站 ") == true)
      #expect(outcome.codes == ["garbled-key"])
      #expect(outcome.places == ["f.csv:6 (单位)"])
    }
  }

  // MARK: whoever is not scored is compared all the same

  /// By subject that has a score: the least and the most.
  private static func ranges(_ outcome: Outcome) throws -> [String: ClosedRange<Int>] {
    var ranges: [String: ClosedRange<Int>] = [:]
    for line in outcome.lines {
      let cells = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 4, let low = Int(cells[2]), let high = Int(cells[3]) else { continue }
      ranges[cells[0]] = low...high
    }
    return ranges
  }

  /// Whether an outcome leaves room for what its subjects have once the rows are what they are.
  private static func hold(
    _ outcome: Outcome, _ rows: [String], by rubric: String = rubric,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let wide = try ranges(outcome)
    for (subject, exact) in try ranges(score(rows, by: rubric)) {
      guard let range = wide[subject] else { continue }
      #expect(
        range.lowerBound <= exact.lowerBound && exact.upperBound <= range.upperBound,
        "\(subject): \(exact) is not in \(range), of \(rows)", sourceLocation: sourceLocation)
    }
    #expect(wide.values.contains { $0.count > 1 }, sourceLocation: sourceLocation)
  }

  private static let lefts = [
    rubric,
    rubric.replacing("{if fewer: unknown,", with: "{if fewer: unknown, when closed: leave out,"),
    rubric.replacing("when closed: open}", with: "when closed: zero}"),
  ]

  @Test(arguments: lefts) func aRowWithoutANameIsComparedAsOneMaybe(rubric: String) throws {
    for key in ["", "—", "同上"] {
      for visits in ["600", "350", "100"] {
        let outcome = try Self.scoreInAllWays(
          Self.ordinary + ["\(key),\(visits),,"], by: rubric)
        #expect(outcome.codes == ["empty-key"])
        #expect(outcome.places == ["f.csv:6 (单位)"])
        #expect(outcome.lines.count == 4)
        try Self.hold(outcome, Self.ordinary, by: rubric)
        try Self.hold(outcome, Self.ordinary + ["戊站,\(visits),,"], by: rubric)
      }
    }
  }

  @Test func aTotalWithoutANameTakesNobodysPlace() throws {
    let outcome = try Self.scoreInAllWays(Self.ordinary + [",1400,,"])
    #expect(outcome.lines == Self.right)
    #expect(outcome.codes == ["empty-key"])
  }

  @Test(arguments: lefts) func whoIsRejectedIsComparedAllTheSame(rubric: String) throws {
    let rows = Self.ordinary
    let garbled = try Self.score(rows + ["戊\u{FFFD}站,350,,"], by: rubric)
    try Self.hold(garbled, rows, by: rubric)
    try Self.hold(garbled, rows + ["戊站,350,,"], by: rubric)
    let twice = try Self.scoreInAllWays(rows + ["丁站,450,,"], by: rubric)
    #expect(twice.codes == ["portfolio-subject-twice"])
    try Self.hold(twice, rows, by: rubric)
    try Self.hold(twice, rows + ["戊站,450,,"], by: rubric)
    let broken = try Self.scoreInAllWays(rows + ["戊站,350,1,,,9"], by: rubric)
    for visits in ["0", "350", "1000"] {
      try Self.hold(broken, rows + ["戊站,\(visits),,"], by: rubric)
    }
  }

  /// Whose group is known opens no other.
  @Test func whoIsRejectedOpensItsOwnGroup() throws {
    let rubric = Self.rubric.replacing("{if fewer: unknown,", with: "{by: open, if fewer: compare,")
    let rows = ["甲站,500,1,true", "乙站,400,,true", "丙站,300,2,false", "丁站,200,,false"]
    for row in [",450,,true", "戊\u{FFFD}站,450,,true"] {
      let outcome = try Self.score(rows + [row], by: rubric)
      let ranges = try Self.ranges(outcome)
      #expect(ranges["乙站"]?.count ?? 0 > 1)
      #expect(ranges["丙站"] == 100...100)
      try Self.hold(outcome, rows + ["戊站,450,,true"], by: rubric)
    }
  }
}
