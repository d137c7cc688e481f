import Diagnostics
import Formats
import Foundation
import Rubrics
import TestSupport
import Testing
import Values

@testable import Scoring

/// Rows of a table of many subjects that are no records: they change no sure number into another.
@Suite(.timed) struct PortfolioRowTests {
  private static func rubric(_ rows: String = "") -> String {
    """
    rubric: rows
    edition: "1"
    language: en
    title: Rows
    subject: {kind: station, key: 单位}
    facts:
      rooms: {type: number}
    tables:
      visits:
        \(rows)
        columns:
          people: {type: number, header: 人次}
          kind: {type: string, header: 类型}
          day: {type: date, header: 日期, absent: "null"}
    define:
      people total: sum(visits.people)
      visit count: count(visits)
      kinds: count(distinct values(visits.kind))
      talks: count(visits[kind = "讲座"])
    sections:
    - id: all
      title: All
      points: 100
      items:
      - id: room
        title: Rooms
        points: 1
        says: a room
        basis: {rule: illustrative, points: illustrative}
        score: {check: rooms >= 1}
      - id: people
        title: People
        points: 60
        says: a point each
        basis: {rule: illustrative, points: illustrative}
        score: {formula: people total, from: 0, to: 60}
      - id: visits
        title: Visits
        points: 30
        says: a point each
        basis: {rule: illustrative, points: illustrative}
        score: {formula: visit count + kinds + talks, from: 0, to: 30}
      - id: rest
        title: Rest
        points: 9
        says: always
        basis: {rule: illustrative, points: illustrative}
        score: {check: rooms >= 0}
    total: {round: {to: 1, mode: half up}, when closed: open}
    grades:
    - {id: good, title: Good, stars: 2, at least: 50}
    - {id: poor, title: Poor}
    """
  }

  private static let facts = "单位,rooms\n甲站,1\n乙站,1\n丙站,1\n"
  private static let header = "单位,月份,人次,类型,日期"
  private static let rows = [
    "甲站,1月,5,讲座,2024-01-05", "甲站,2月,7,走访,2024-02-05", "甲站,3月,9,讲座,2024-03-05",
    "乙站,1月,4,走访,2024-01-09", "乙站,2月,6,小组,2024-02-09",
    "丙站,1月,2,讲座,2024-01-11",
  ]
  /// Rooms 1, people, visits and kinds and talks, rest 9.
  private static let right = ["甲站 38 38", "乙站 24 24", "丙站 15 15"]

  private struct Outcome: Equatable {
    /// Subject, low, high.
    var lines: [String] = []
    var codes: [String] = []
    var places: [String] = []
  }

  private static func rubric(of text: String) throws -> Rubric {
    var diagnostics = Diagnostics()
    return try #require(
      Rubric.read(SourceText(text, path: "rows.yaml"), digest: "", into: &diagnostics),
      "\(diagnostics.all.map { $0.headline.en })")
  }

  private static func score(
    _ text: String, _ rubric: Rubric, facts: String? = facts, fuses: Bool = true, threads: Int = 2,
    isOld: Bool = false
  ) throws -> Outcome {
    var diagnostics = Diagnostics()
    let reader = try #require(PortfolioReader(rubric, key: nil, into: &diagnostics))
    var reading = PortfolioReader.Options()
    (reading.fuses, reading.threads) = (fuses, threads)
    let bytes = isOld ? try #require(Letters.old(text)) : Array(text.utf8)
    let portfolio = try #require(
      reader.read(
        facts: facts.map { PortfolioFile("f.csv", bytes: Array($0.utf8)) },
        tables: [("visits", PortfolioFile("v.csv", bytes: bytes))], reading, into: &diagnostics),
      "\(diagnostics.all.map(\.headline.en))")
    var options = Portfolio.Options()
    (options.fuses, options.mode) = (fuses, .selfAssessment)
    let scored = portfolio.score(options).text
    // Without passes no aggregates are kept.
    if fuses {
      let kept = try KeptPortfolio(portfolio.kept.bytes[...])
      var unused = Diagnostics()
      let again = try #require(Portfolio(kept, under: rubric, from: "k", into: &unused))
      #expect(again.score(options).text == scored)
    }
    // Of columns that nobody looks at, the whole file tells what does not fit, and blocks do not.
    let told = diagnostics.all.filter { $0.code != "unfitting-cell" }
    return Outcome(
      lines: scored.split(separator: "\n").dropFirst().map { line in
        let cells = line.split(separator: ",", omittingEmptySubsequences: false)
        return [cells[0], cells[2], cells[3]].joined(separator: " ")
      }, codes: told.map(\.code), places: told.map { $0.place?.description ?? "" })
  }

  /// One subject again, from its rows in the file.
  private static func explain(_ subject: String, _ text: String, _ rubric: Rubric) throws -> String
  {
    var diagnostics = Diagnostics()
    func rows(_ name: String?, _ text: String) throws -> WrittenTable {
      let table = name.flatMap { name in rubric.tables.first { $0.name == name } }
      let request = RowsOfSubject.Request(subject, key: "单位", in: table) { $0.hasSuffix("站") }
      var settings = BlockReader.Settings()
      let finder = PortfolioReader.headerFinder(ofTable: name, key: "单位", in: rubric)
      settings.finder = finder
      guard
        case .table(let blocks) = try BlockReader.open(
          "v.csv", MemoryStream(Array(text.utf8)), settings: settings, into: &diagnostics)
      else { throw CocoaError(.fileReadUnknown) }
      if let found = RowsOfSubject.read(request, from: blocks, threads: 2) { return found }
      let whole = try #require(
        CSVReader.read(
          Array(text.utf8), path: "v.csv", header: .named(finder), into: &diagnostics))
      return try #require(RowsOfSubject.read(request, from: whole))
    }
    let evidence = EvidenceReader(rubric).read(
      portfolioSubject: subject, facts: try rows(nil, facts),
      tables: [("visits", try rows("visits", text))])
    let evaluation = Scorer(rubric).score(evidence, mode: .selfAssessment, in: nil)
    func shown(_ number: Number?) -> String { number?.formatted(decimals: 0) ?? "" }
    return "\(subject) \(shown(evaluation.total?.low)) \(shown(evaluation.total?.high))"
  }

  private static func scoreInAllWays(_ text: String, _ rule: String = "") throws -> Outcome {
    let rubric = try rubric(of: rubric(rule))
    let first = try score(text, rubric)
    let others = [
      try score(text, rubric, fuses: false), try score(text, rubric, threads: 1),
      try score(text, rubric, isOld: true), try score(text, rubric, fuses: false, isOld: true),
      // Quotes take the careful way.
      try score(text.replacing("甲站,1月", with: "\"甲站\",1月"), rubric),
    ]
    for other in others { #expect(other == first) }
    for line in first.lines {
      let subject = String(line.prefix { $0 != " " })
      #expect(try explain(subject, text, rubric) == line)
    }
    return first
  }

  private static func file(_ rows: [String], header: String = header) -> String {
    ([header] + rows).map { $0 + "\n" }.joined()
  }

  /// The range of a subject's line.
  private static func range(_ line: String) -> ClosedRange<Int>? {
    let cells = line.split(separator: " ").compactMap { Int($0) }
    return cells.count == 2 && cells[0] <= cells[1] ? cells[0]...cells[1] : nil
  }

  @Test func isRightWithoutSuchRows() throws {
    let outcome = try Self.scoreInAllWays(Self.file(Self.rows))
    #expect(outcome.lines == Self.right)
    #expect(outcome.codes.isEmpty)
  }

  /// The label stands in a column that nobody asks for, in one of texts, in one of days.
  @Test(arguments: [
    "甲站,小计,21,,", "甲站,,21,合计,", "甲站,,21,,合计", "甲站,平均,7,,", "甲站,Total,21,,", "甲站,sum,21,,",
    "甲站,本站 小计：,21,,",
  ])
  func aTotalOfASubjectThatAgreesIsNoRecord(row: String) throws {
    for rows in [Self.rows + [row], [row] + Self.rows, Self.rows[..<3] + [row] + Self.rows[3...]] {
      let outcome = try Self.scoreInAllWays(Self.file(Array(rows)))
      #expect(outcome.lines == Self.right)
      #expect(outcome.codes == ["total-rows"])
    }
  }

  @Test(arguments: [
    "甲站,小计,22,,", "甲站,合计,,,", "甲站,平均,8,,2024-01-01", "甲站,其中：讲座,6,,", "甲站,,6, 其中: 女,",
    "甲站,合计：22,22,,", "甲站,,22,小计22人次,",
    "甲站,of which: women,6,,",
  ])
  func oneThatDoesNotAgreeLeavesItsSubjectOpen(row: String) throws {
    let outcome = try Self.scoreInAllWays(Self.file(Self.rows + [row]))
    #expect(Self.range(outcome.lines[0])?.contains(38) == true)
    #expect(Self.range(outcome.lines[0])?.count ?? 0 > 1)
    #expect(outcome.lines.dropFirst() == Self.right.dropFirst())
    #expect(outcome.codes == ["doubtful-rows"])
    #expect(outcome.places == ["v.csv:8 (-)"])
  }

  /// Numbers that add up, and no text: arithmetic alone drops no row, and leaves none for sure.
  @Test(arguments: [
    "甲站,,21,,", "甲站,/,21,,", "甲站,,21人,—,", "乙站,,10,,", "甲站,,21.0,无,",
  ])
  func aTotalWithoutALabelLeavesItsSubjectOpen(row: String) throws {
    for rows in [Self.rows + [row], [row] + Self.rows] {
      let outcome = try Self.scoreInAllWays(Self.file(rows))
      #expect(outcome.codes == ["doubtful-rows"])
      for (line, right) in zip(outcome.lines, Self.right) {
        let range = try #require(Self.range(line))
        let score = try #require(Self.range(right)?.lowerBound)
        #expect(range.contains(score))
        #expect((range.count > 1) == line.hasPrefix(row.prefix(2)))
      }
    }
  }

  @Test(arguments: [
    // Its numbers are not those of the others, it has a text, or there are too few others.
    "甲站,,22,讲座,", "甲站,4月,21,讲座,2024-04-01", "丙站,,2,讲座,2024-01-12", "甲站,,21,讲座,",
  ])
  func aRowThatOnlyResemblesOneIsARecord(row: String) throws {
    let outcome = try Self.scoreInAllWays(Self.file(Self.rows + [row]))
    #expect(outcome.codes.isEmpty)
    #expect(outcome.lines.compactMap(Self.range).allSatisfy { $0.count == 1 })
  }

  @Test func oneOfARunningNumberIsFoundByItsGap() throws {
    let rows = ["甲站,1,5,讲座,", "甲站,2,7,走访,", "甲站,3,9,讲座,"]
    let text = Self.file(rows + ["甲站,,21,,"], header: "单位,序号,人次,类型,日期")
    #expect(try Self.scoreInAllWays(text).codes == ["doubtful-rows"])
  }

  @Test func whereManyRowsHaveNoTextNoneIsNeeded() throws {
    let rows = ["甲站,,5,,", "甲站,,5,,", "甲站,1月,5,讲座,2024-01-01", "甲站,,10,,"]
    #expect(try Self.scoreInAllWays(Self.file(rows)).codes.isEmpty)
  }

  /// Where they would take more than there may be, it is said that they are not looked at.
  @Test func totalsOfTooManyRowsAreNotSoughtAndThatIsSaid() throws {
    let rubric = try Self.rubric(of: Self.rubric())
    let rows = (0..<12_000).map { _ in "甲站,1月,1,讲座,2024-01-05" } + ["甲站,,12000,,"]
    for (memory, code) in [(6_000_000, "totals-not-sought"), (1 << 30, "doubtful-rows")] {
      var diagnostics = Diagnostics()
      let reader = try #require(PortfolioReader(rubric, key: nil, into: &diagnostics))
      var reading = PortfolioReader.Options()
      (reading.threads, reading.memory) = (1, memory)
      let portfolio = reader.read(
        facts: PortfolioFile("f.csv", bytes: Array(Self.facts.utf8)),
        tables: [("visits", PortfolioFile("v.csv", bytes: Array(Self.file(rows).utf8)))], reading,
        into: &diagnostics)
      #expect(portfolio != nil)
      #expect(diagnostics.all.map(\.code) == [code])
    }
  }

  @Test func aTotalWithoutALabelCountsWhereTheTableSaysSo() throws {
    let outcome = try Self.scoreInAllWays(Self.file(Self.rows + ["甲站,,21,走访,"]), "rows: all")
    #expect(outcome.codes.isEmpty)
    #expect(try Self.scoreInAllWays(Self.file(Self.rows + ["甲站,,21,,"]), "rows: all").codes.isEmpty)
  }

  @Test func whatTheTableDeclaresCounts() throws {
    let outcome = try Self.scoreInAllWays(Self.file(Self.rows + ["甲站,小计,21,,"]), "rows: all")
    #expect(outcome.lines[0] == "甲站 60 62")
    #expect(outcome.codes.isEmpty)
  }

  @Test(arguments: ["合计,,33,,", "总计,1-3月,33,,", "Grand Total,,99,,", "注：数据截至年底,,,,", "第1页,,,,"])
  func aKeyThatNamesNoSubjectIsNobodys(row: String) throws {
    let outcome = try Self.scoreInAllWays(Self.file(Self.rows + [row]))
    #expect(outcome.lines == Self.right)
    #expect(outcome.codes == ["row-of-no-subject"])
  }

  @Test func aHeaderAgainIsNobodys() throws {
    let outcome = try Self.scoreInAllWays(
      Self.file(Self.rows[..<3] + [Self.header] + Self.rows[3...]))
    #expect(outcome.lines == Self.right)
    #expect(outcome.codes == ["repeated-header"])
  }

  /// Rows that do not say whose they are, and are nobody's.
  @Test(arguments: [",合计,33,,", ",,33,合计,", "—,总计,33,,", ",,,,", "/,/,/,/,/", ",7,,,"])
  func aRowOfNobodyThatIsNoRecordOpensNothing(row: String) throws {
    let outcome = try Self.scoreInAllWays(Self.file(Self.rows + [row]))
    #expect(outcome.lines == Self.right)
    #expect(!outcome.codes.contains("owners-unknown"))
  }

  @Test(arguments: [",合计,34,,", ",,33,,", ",4月,3,讲座,2024-04-01"])
  func oneThatMayBeARecordOpensEverybody(row: String) throws {
    let outcome = try Self.scoreInAllWays(Self.file(Self.rows + [row]))
    for (line, right) in zip(outcome.lines, Self.right) {
      #expect(Self.range(line)?.contains(Self.range(right)?.lowerBound ?? -1) == true)
      #expect(Self.range(line)?.count ?? 0 > 1)
    }
    #expect(outcome.codes == ["owners-unknown"] || outcome.codes == ["doubtful-rows"])
  }

  @Test(arguments: ["甲站,,,,", "甲站,,/,—,", "甲站,,无,无,/", "甲站, , , ,"])
  func aRowInWhichNothingStandsIsNoRecord(row: String) throws {
    let outcome = try Self.scoreInAllWays(Self.file(Self.rows + [row, row]))
    #expect(outcome.lines == Self.right)
    #expect(outcome.codes == ["rows-without-content"])
  }

  @Test func namesThatSoundLikeTotalsAreRecords() throws {
    let outcome = try Self.scoreInAllWays(
      Self.file(Self.rows + ["甲站,max,3,讲座,2024-05-01", "乙站,设计,2,统计,2024-05-01"]))
    #expect(outcome.lines == ["甲站 43 43", "乙站 28 28", "丙站 15 15"])
    #expect(outcome.codes.isEmpty)
  }

  @Test func withoutFactsALabelIsNoSubject() throws {
    let rubric = try Self.rubric(of: Self.rubric())
    let text = Self.file(Self.rows + ["合计,,33,,", Self.header, "注：略,,,,"])
    let outcome = try Self.score(text, rubric, facts: nil)
    #expect(outcome.lines.map { String($0.prefix { $0 != " " }) } == ["丙站", "乙站", "甲站"])
  }

  @Test func aTableWithoutAnyDeclaredColumnTellsNothing() throws {
    let rubric = try Self.rubric(of: Self.rubric())
    let outcome = try Self.score(Self.file(["甲站,1", "乙站,2"], header: "单位,别的"), rubric)
    #expect(outcome.lines == ["甲站 10 100", "乙站 10 100", "丙站 10 100"])
    #expect(outcome.codes == ["no-declared-column"])
  }
}
