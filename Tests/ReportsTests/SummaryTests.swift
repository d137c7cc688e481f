import Diagnostics
import Formats
import Rubrics
import Scoring
import TestSupport
import Testing
import Values

@testable import Reports

@Suite(.timed) struct SummaryTests {
  private static let rubric = """
    rubric: small
    edition: "1"
    language: en
    title: {en: Stations <by> rooms, zh: 站点房间}
    subject: {kind: station, key: id}
    facts:
      rooms: {type: number, whole: true, must be: ">= 0", title: {en: Rooms, zh: 房间}}
      region: {type: string, absent: "null", title: {en: Region, zh: 地区}}
      head: {type: string, private: true, absent: "null"}
      fee: {type: number, absent: 0}
    tables:
      visits:
        title: {en: Visits, zh: 走访}
        columns:
          hours: {type: number, title: {en: Hours, zh: 小时}}
          kind: {type: string, absent: "null"}
          day: {type: date}
    define:
      visit count: count(visits)
    sections:
    - id: all
      title: All
      points: 10
      items:
      - id: room
        title: {en: Rooms & halls, zh: 房间与大厅}
        points: 10
        says: a point a room
        basis: {rule: illustrative, points: illustrative}
        score: {formula: rooms, from: 0, to: 10}
    total: {round: {to: 0.01, mode: half up}, when closed: open}
    grades:
    - {id: good, title: {en: Good, zh: 好}, stars: 2, at least: 8}
    - {id: fair, title: {en: Fair, zh: 中}, stars: 1, at least: 4}
    - {id: poor, title: {en: Poor, zh: 差}}
    """

  private static let facts = """
    id,rooms,region,head,fee,size
    a,9,north,甲,1,10
    b,8.5,north,乙,,20
    c,,south,甲,1,30
    d,4,south,乙,2,40
    e,10,,甲,1,
    f,0,south,丙,1,60

    """

  private static let results = """
    subject,score,low,high,grade,stars,status,room
    a,9.00,9.00,9.00,good,2,evaluated,9
    b,,0.00,10.00,,,open,
    c,,0.00,10.00,,,open,
    d,4.00,4.00,4.00,fair,1,evaluated,4
    e,10.00,10.00,10.00,good,2,evaluated,10
    f,0.00,0.00,0.00,poor,,evaluated,0

    """

  private static let visits = """
    id,hours,kind
    a,2,call
    a,,visit
    b,x,visit
    g,1.5,
    b,3,visit,extra

    """

  private func censuses(
    of rubric: Rubric, into diagnostics: inout Diagnostics
  ) throws -> [TableCensus] {
    let reader = try #require(PortfolioReader(rubric, key: nil, into: &diagnostics))
    let file = PortfolioFile("visits.csv", bytes: Array(Self.visits.utf8))
    return reader.censuses(of: [("visits", file)], threads: 2)
  }

  private func summary(
    by columns: [String] = [], facts: String? = SummaryTests.facts,
    results: String = SummaryTests.results, into diagnostics: inout Diagnostics
  ) throws -> PortfolioSummary? {
    let rubric = try #require(
      Rubric.read(
        SourceText(Self.rubric, path: "small.yaml"), digest: "d1", into: &diagnostics))
    let read = try #require(
      CSVReader.read(Array(results.utf8), path: "results.csv", into: &diagnostics))
    return SummaryBuilder.build(
      rubric, results: read,
      facts: facts.flatMap { CSVReader.read(Array($0.utf8), path: "f.csv", into: &diagnostics) },
      tables: try censuses(of: rubric, into: &diagnostics),
      noticing: Diagnostics(), .init(engine: "0", mode: .final, key: nil, by: columns),
      into: &diagnostics)
  }

  @Test(arguments: Language.allCases)
  func showsTheSameCountsInEveryForm(language: Language) throws {
    var diagnostics = Diagnostics()
    let summary = try #require(try summary(by: ["region", "size"], into: &diagnostics))
    try expectGolden(
      TextSummary.print(summary, in: language), "summary.\(language.rawValue).txt")
    try expectGolden(
      HTMLSummary.print(summary, in: language), "summary.\(language.rawValue).html")
    if language == .en { try expectGolden(ReportJSON.print(summary), "summary.json") }
  }

  @Test(arguments: [[], ["region"], ["size"], ["head2", "size"], ["rooms", "fee"]])
  func everyListOfCountsAddsUpToTheSubjects(columns: [String]) throws {
    var diagnostics = Diagnostics()
    let columns = columns.filter { $0 != "head2" }
    let summary = try #require(try summary(by: columns, into: &diagnostics))
    #expect(summary.subjectCount == 6)
    #expect(summary.statuses.map(\.count).reduce(0, +) == 6)
    #expect(summary.grades.map(\.count).reduce(0, +) == 6)
    let scores = try #require(summary.scores)
    #expect(scores.bins.map(\.count).reduce(0, +) == scores.count)
    for group in summary.groups {
      #expect(group.classes.map(\.count).reduce(0, +) == 6)
      for line in group.classes { #expect(line.grades.reduce(0, +) == line.count) }
      for (index, grade) in summary.grades.enumerated() {
        #expect(group.classes.map { $0.grades[index] }.reduce(0, +) == grade.count)
      }
    }
    for fact in summary.facts {
      #expect(fact.known + fact.null + fact.assumed + fact.unknown + fact.unreadable == 6)
    }
  }

  @Test func everyCellOfATableIsCountedOnce() throws {
    var diagnostics = Diagnostics()
    let table = try #require(try summary(into: &diagnostics)?.tables.first)
    #expect(table.rowCount == 5)
    for column in table.columns {
      #expect(
        column.known + column.null + column.assumed + column.unknown + column.unreadable == 5)
    }
    #expect(table.columns.map(\.known) == [2, 3, 0])
    // A row with more cells than the header has columns says nothing certain.
    #expect(table.columns.map(\.unreadable) == [2, 1, 0])
    #expect(table.columns.map(\.unknown) == [1, 0, 5])
    #expect(table.columns.map(\.null) == [0, 1, 0])
    #expect(table.columns.map(\.hasColumn) == [true, true, false])
  }

  @Test func groupsByDeclaredTextsThatAreNotPrivate() throws {
    var diagnostics = Diagnostics()
    let summary = try #require(try summary(into: &diagnostics))
    #expect(summary.groups.map(\.column) == ["region"])
  }

  @Test func neverGroupsByWhatIsPrivate() throws {
    var diagnostics = Diagnostics()
    #expect(try summary(by: ["head"], into: &diagnostics) == nil)
    #expect(diagnostics.all.contains { $0.code == "private-group" })
  }

  @Test func namesTheColumnsWhereOneIsNotThere() throws {
    var diagnostics = Diagnostics()
    #expect(try summary(by: ["regoin"], into: &diagnostics) == nil)
    #expect(diagnostics.all.contains { $0.code == "no-group-column" })
  }

  @Test func makesDoWithoutFactsAndWithoutScores() throws {
    var diagnostics = Diagnostics()
    let none = "subject,score,low,high,grade,stars,status\na,,,,,,rejected\nb,,,,,3,evaluated\n"
    let summary = try #require(
      try summary(facts: nil, results: none, into: &diagnostics))
    #expect(summary.scores == nil)
    #expect(summary.groups.isEmpty)
    #expect(summary.grades.map(\.id) == ["good", "fair", "poor", "", "stars-3"])
    #expect(!TextSummary.print(summary, in: .zh).isEmpty)
    #expect(!HTMLSummary.print(summary, in: .en).contains("NaN"))
  }

  @Test(arguments: [
    (["0.3", "0.3"], ["0.3"]), (["-5", "105"], ["-10", "0", "100"]), (["0"], ["0"]),
    (["1E-7", "1E7"], ["0"]), (["99999999999999999999", "0"], []),
  ])
  func bins(_ scores: [String], someBegin: [String]) throws {
    let numbers = try scores.map { try #require(Number($0)) }
    let distribution = try #require(PortfolioSummary.Distribution(of: numbers, decimals: 2))
    let starts = distribution.bins.map(\.from)
    for start in someBegin { #expect(starts.contains(start)) }
    #expect(starts.count <= 21)
  }
}
