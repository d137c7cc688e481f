import Diagnostics
import Formats
import Foundation
import Rubrics
import TestSupport
import Testing
import Values

@testable import Scoring

@Suite(.timed) struct PortfolioTests {
  static let rubric = """
    rubric: small
    edition: "1"
    language: en
    title: Small
    subject: {kind: station, key: station_id}
    facts:
      rooms: {type: number, whole: true, must be: ">= 0", header: 房间}
      status: {type: string, absent: "null"}
    tables:
      staff:
        certified: {type: boolean}
    define:
      certified count: count(staff[certified])
    sections:
    - id: all
      title: All
      points: 10
      items:
      - id: room
        title: Rooms
        points: 4
        says: a point a room
        basis: {rule: illustrative, points: illustrative}
        score: {formula: rooms * 1.5, from: 0, to: 4}
      - id: team
        title: Team
        points: 6
        says: two certified workers
        basis: {rule: illustrative, points: illustrative}
        score: {steps: certified count, at least: {2: 6, 1: 2}, else: 0}
    total: {round: {to: 0.01, mode: half up}, when closed: open}
    admission:
    - {id: closed, when: 'status = "closed"', status: status, says: closed}
    grades:
    - {id: good, title: Good, stars: 2, at least: 8}
    - {id: poor, title: Poor}
    """

  private func score(
    facts: String?, staff: String?, _ options: Portfolio.Options = Portfolio.Options(),
    into diagnostics: inout Diagnostics
  ) throws -> String {
    let rubric = try #require(
      Rubric.read(SourceText(Self.rubric, path: "small.yaml"), digest: "", into: &diagnostics))
    let reader = try #require(PortfolioReader(rubric, key: nil, into: &diagnostics))
    let portfolio = reader.read(
      facts: facts.map { PortfolioFile("facts.csv", bytes: Array($0.utf8)) },
      tables: staff.map { [("staff", PortfolioFile("staff.csv", bytes: Array($0.utf8)))] } ?? [],
      into: &diagnostics)
    return portfolio?.score(options).text ?? ""
  }

  @Test func writesOneRowASubjectInTheOrderOfTheFacts() throws {
    var diagnostics = Diagnostics()
    var options = Portfolio.Options()
    options.withItems = true
    options.withFigures = true
    let text = try score(
      facts: "station_id,房间,status\nb,2,\na,4,\nc,,\nd,1,closed\nb2,3,\n",
      staff: "certified,station_id\n是,a\n是,b\n是,a\n否,b\n", options, into: &diagnostics)
    #expect(
      text == """
        subject,score,low,high,grade,stars,status,room,team,certified count
        b,5.00,5.00,5.00,poor,,evaluated,3,2,1
        a,10.00,10.00,10.00,good,2,evaluated,4,6,2
        c,,0.00,4.00,,,open,,0,0
        d,,,,,,closed,,,0
        b2,4.00,4.00,4.00,poor,,evaluated,4,0,0

        """)
    #expect(diagnostics.isEmpty)
  }

  @Test func tellsTheFirstHundredCellsThatDoNotFitAndCountsTheOthers() throws {
    var diagnostics = Diagnostics()
    let rows = (1...150).map { "s\($0),many,\n" }
    let text = try score(
      facts: "station_id,房间,status\n" + rows.joined(), staff: nil, into: &diagnostics)
    #expect(text.split(separator: "\n").count == 151)
    let codes = diagnostics.all.map(\.code)
    #expect(codes.count(where: { $0 == "unfitting-cell" }) == 100)
    #expect(codes.last == "further-unfitting-cells")
    #expect(diagnostics.all.first?.place?.description == "facts.csv:2 (rooms)")
  }

  @Test func rejectsASubjectThatStandsTwiceAndReportsRowsOfStrangers() throws {
    var diagnostics = Diagnostics()
    let text = try score(
      facts: "station_id,房间\na,4\nb,1\na,2\n", staff: "station_id,certified\nz,是\nz,否\nb,是\n",
      into: &diagnostics)
    #expect(
      text == """
        subject,score,low,high,grade,stars,status
        a,,,,,,rejected
        b,3.50,3.50,3.50,poor,,evaluated

        """)
    #expect(
      diagnostics.all.map(\.code).sorted() == [
        "missing-column", "portfolio-subject-twice", "unknown-key-of-rows",
      ])
  }

  @Test func saysThatFactsWithoutRowsScoreNobody() throws {
    var diagnostics = Diagnostics()
    let text = try score(facts: "station_id,房间,status\n", staff: nil, into: &diagnostics)
    #expect(text.split(separator: "\n").count == 1)
    #expect(diagnostics.all.map(\.code) == ["no-subjects"])
    var others = Diagnostics()
    _ = try score(facts: nil, staff: "station_id,certified\n", into: &others)
    #expect(others.all.map(\.code) == ["no-subjects"])
  }

  @Test func takesTheKeysOfTheTablesWhereThereAreNoFacts() throws {
    var diagnostics = Diagnostics()
    var options = Portfolio.Options()
    options.byteOrderMark = true
    let text = try score(
      facts: nil, staff: "station_id,certified\n乙,是\nb,是\n甲,否\nC,是\n", options, into: &diagnostics)
    #expect(
      text == """
        \u{FEFF}subject,score,low,high,grade,stars,status
        C,,2.00,6.00,,,open
        b,,2.00,6.00,,,open
        乙,,2.00,6.00,,,open
        甲,,0.00,4.00,,,open

        """)
  }

  @Test func doesNotDependOnTheOrderOfRows() throws {
    var numbers = SeededNumbers(seed: 5)
    let ids = (0..<300).map { "s\($0)" }
    let facts = "station_id,房间\n" + ids.map { "\($0),\((Int($0.dropFirst()) ?? 0) % 5)\n" }.joined()
    let rows = (0..<2_000).map { _ in
      "\(ids.randomElement(using: &numbers) ?? ""),\(numbers.flip(50) ? "是" : "否")\n"
    }
    var diagnostics = Diagnostics()
    let first = try score(
      facts: facts, staff: "station_id,certified\n" + rows.joined(), into: &diagnostics)
    let second = try score(
      facts: facts, staff: "station_id,certified\n" + rows.shuffled(using: &numbers).joined(),
      into: &diagnostics)
    #expect(first == second)
    #expect(first.split(separator: "\n").count == 301)
  }
}

/// Published results of the world, reproduced from their published inputs.
@Suite(.timed, .enabled(if: Places.shared != nil, "the folder of outside material is absent"))
struct PublishedCasesTests {
  private func score(
    _ name: String, facts: String?, tables: [(String, String)] = []
  ) throws -> [String: [String: String]] {
    let shared = try #require(Places.shared).appending(path: "cases")
    let path = Places.root.appending(path: "rubrics/world/\(name).yaml")
    var diagnostics = Diagnostics()
    let rubric = try #require(
      Rubric.read(
        SourceText(try String(contentsOf: path, encoding: .utf8), path: name), digest: "",
        into: &diagnostics))
    func file(_ name: String) throws -> PortfolioFile {
      PortfolioFile(name, bytes: [UInt8](try Data(contentsOf: shared.appending(path: name))))
    }
    let reader = try #require(PortfolioReader(rubric, key: nil, into: &diagnostics))
    let portfolio = try #require(
      reader.read(
        facts: try facts.map(file), tables: try tables.map { ($0.0, try file($0.1)) },
        into: &diagnostics))
    var options = Portfolio.Options()
    options.withFigures = true
    options.withItems = true
    let bytes = Array(portfolio.score(options).text.utf8)
    return rows(
      try #require(CSVReader.read(bytes, path: "out", into: &diagnostics)), key: "subject")
  }

  private func rows(_ table: CSVTable, key: String) -> [String: [String: String]] {
    var rows: [String: [String: String]] = [:]
    for row in 0..<table.rowCount {
      let cells = Dictionary(uniqueKeysWithValues: zip(table.header, table.row(row)))
      rows[cells[key] ?? ""] = cells
    }
    return rows
  }

  private func published(_ file: String, key: String) throws -> [String: [String: String]] {
    let url = try #require(Places.shared).appending(path: "cases/\(file)")
    var diagnostics = Diagnostics()
    let table = try #require(
      CSVReader.read([UInt8](try Data(contentsOf: url)), path: file, into: &diagnostics))
    return rows(table, key: key)
  }

  @Test func reproducesEveryFoodHygieneRating() throws {
    let file = "uk-food-hygiene/sample.csv"
    let found = try score("uk-food-hygiene", facts: file)
    for (id, row) in try published(file, key: "fhrsid") {
      if row["hygiene"]?.isEmpty == false {
        #expect(found[id]?["grade"] == row["rating_value"], "\(id)")
      } else if Int(row["rating_value"] ?? "") == nil {
        #expect(found[id]?["status"] == row["rating_value"], "\(id)")
      } else {
        #expect(found[id]?["grade"] == "", "\(id)")
      }
    }
  }

  @Test func reproducesEveryRatingOfNursingHomes() throws {
    let file = "cms-five-star/sample_2021_08.csv"
    let found = try score("cms-five-star-2021", facts: file)
    for (id, row) in try published(file, key: "ccn") {
      #expect(found[id]?["stars"] == row["overall"], "\(id)")
    }
  }

  @Test func reproducesEveryScorecard() throws {
    let file = "ossf-scorecard/scorecard_2023_06.csv"
    let found = try score("ossf-scorecard", facts: nil, tables: [("checks", file)])
    for (id, row) in try published(file, key: "project") {
      let printed = Number(row["aggregate"] ?? "")
      #expect(Number(found[id]?["score"] ?? "") == printed, "\(id)")
    }
  }

  @Test func reproducesEveryHumanDevelopmentIndex() throws {
    let file = "undp-hdi/sample_2022.csv"
    let found = try score("undp-hdi", facts: file)
    let tolerance = try #require(Number("0.000001"))
    for (id, row) in try published(file, key: "iso3") {
      for column in ["hdi", "hdi_f", "hdi_m", "gdi", "gdi_group"]
      where row[column]?.isEmpty == false {
        let expected = try #require(Number(row[column] ?? ""), "\(id) \(column)")
        let value = try #require(Number(found[id]?[column] ?? ""), "\(id) \(column)")
        #expect((value.subtracting(expected) ?? .one).magnitude <= tolerance, "\(id) \(column)")
      }
    }
  }
}
