import Diagnostics
import Foundation
import Hengxing
import Reports
import Scoring
import TestSupport
import Testing

/// Subjects of a round that are compared with each other.
@Suite(.timed) struct CohortRoundTests {
  static func rubric(_ ifFewer: String = "unknown") -> String {
    """
    rubric: compared
    edition: "1"
    language: zh
    title: {zh: 比较, en: Compared}
    subject: {kind: station, key: id}
    facts:
      area: {type: string}
      hours: {type: number, must be: ">= 0"}
      has news: {type: boolean}
    cohort:
      by: area
      if fewer: \(ifFewer)
      define:
        group mean: {mean: hours}
    sections:
      - id: all
        title: {zh: 全部, en: All}
        points: 30
        items:
          - id: place
            title: {zh: 名次, en: Place}
            points: 10
            says: {zh: 名次。, en: Place.}
            basis: {rule: illustrative, points: illustrative}
            score: {rank: hours, best: high, places: {1: 10, 2: 8}, others: {pro rata to: first, at most: 7}}
          - id: distance
            title: {zh: 与平均之差, en: Distance}
            points: 10
            says: {zh: 与平均之差。, en: Distance.}
            basis: {rule: illustrative, points: illustrative}
            score: {formula: 5 + hours - group mean, from: 0, to: 10}
          - id: news
            title: {zh: 宣传, en: News}
            points: 10
            says: {zh: 宣传。, en: News.}
            basis: {rule: illustrative, points: illustrative}
            applies when: has news
            otherwise: cohort mean
            score: {formula: hours, from: 0, to: 10}
    admission:
      - {id: closed, when: hours = 0, status: 停业}
    total: {round: {to: 0.01, mode: half up}, when closed: zero}
    grades:
      - {id: good, title: good, at least: 20}
      - {id: fail, title: fail}
    """
  }

  static let stations: [(id: String, area: String, hours: String, news: String)] = [
    ("a", "east", "8", "true"), ("b", "east", "6", "false"), ("c", "east", "6", "true"),
    ("d", "east", "4", "true"), ("e", "west", "9", "true"), ("f", "west", "3", "true"),
    ("g", "east", "0", "true"),
  ]

  static func files(
    _ stations: [(id: String, area: String, hours: String, news: String)] = stations,
    ifFewer: String = "unknown"
  ) -> [String: String] {
    var files = [
      "compared.yaml": rubric(ifFewer),
      "round.yaml": """
      round: r
      title: R
      language: en
      period: {from: 2024-01-01, to: 2024-12-31}
      as of: 2025-01-15
      rubrics: [compared.yaml]
      subjects:
      \(stations.map { "  - {id: \($0.id), rubric: compared, bundle: \($0.id)}" }.joined(separator: "\n"))
      """,
      "facts.csv": "id,area,hours,has news\n"
        + stations.map { "\($0.id),\($0.area),\($0.hours),\($0.news)\n" }.joined(),
    ]
    for station in stations {
      files["\(station.id)/bundle.yaml"] = """
        subject: \(station.id)
        facts: {area: \(station.area), hours: \(station.hours), has news: \(station.news)}
        """
    }
    return files
  }

  @Test func placesAreGivenWithinThePeerGroup() throws {
    let (result, codes) = try TemporaryRound(Self.files()).run()
    #expect(codes == [])
    // East: mean of 8, 6, 6, 4 is 6; places 1, 2, 2, 4; b has the mean of 8, 6 and 4 for its news.
    #expect(
      result.scores == [
        "a": "25.00", "b": "19.00", "c": "19.00", "d": "12.00", "e": "27.00", "f": "13.00",
        "g": "–",
      ])
    let place = try #require(result.item("place", of: "b"))
    #expect(place.sentence.zh.contains("第 2 名，共 4 个对象"))
    #expect(place.sentence.en.contains("place 2 of 4"))
    #expect(result.item("news", of: "b")?.sentence.zh.contains("同组平均") == true)
  }

  @Test func theReportNamesTheGroupThePlaceAndItsNumbers() throws {
    let (result, _) = try TemporaryRound(Self.files()).run()
    func face(_ id: String) -> Report.CohortFace? {
      result.reports.first { $0.folder == id }?.report.cohort
    }
    let b = try #require(face("b"))
    #expect(b.state == .enough)
    #expect(b.members.zh == "本轮按本细则、本版次评估、area相同（east）的对象，含本对象共 4 个。")
    #expect(b.places.map(\.place) == ["2"])
    #expect(b.places.map(\.among) == ["4"])
    #expect(b.places.map(\.sharing) == [2])
    #expect(b.numbers.map(\.text) == ["6", "6 / 10"])
    #expect(face("e")?.members.en.contains("(west): 2, itself included") == true)
    // Who was not admitted is compared with nobody.
    #expect(face("g") == nil)
    let report = try #require(result.reports.first { $0.folder == "b" }?.report)
    #expect(TextReport.print(report, in: .zh).contains("第 2 名，共 4 个对象（2 个并列）"))
    #expect(HTMLPage.print(report, in: .en).contains("Compared with the cohort"))
  }

  /// Its numbers are somebody's, and nobody knows them.
  @Test(arguments: ["final", "self"])
  func whoHandedNothingInIsComparedAllTheSame(mode: String) throws {
    func ranges(_ files: [String: String]) throws -> (
      [String: ClosedRange<Double>], codes: [String]
    ) {
      let (result, codes) = try TemporaryRound(files).run(mode: mode)
      var ranges: [String: ClosedRange<Double>] = [:]
      for (folder, text) in result.scores {
        let ends = text.split { !$0.isNumber && $0 != "." }.compactMap { Double($0) }
        if let low = ends.first, let high = ends.last, low <= high { ranges[folder] = low...high }
      }
      return (ranges, codes)
    }
    var files = Self.files()
    files["b/bundle.yaml"] = nil
    let (wide, codes) = try ranges(files)
    #expect(codes.contains("compared-unscored"))
    #expect(wide["b"] == nil)
    #expect(wide["a"].map { $0.lowerBound < $0.upperBound } == true)
    let others = ["0", "5", "100"].map { hours in
      Self.stations.map { $0.id == "b" ? ($0.id, $0.area, hours, $0.news) : $0 }
    }
    for stations in [Self.stations, Self.stations.filter { $0.id != "b" }] + others {
      let (exact, codes) = try ranges(Self.files(stations))
      #expect(!codes.contains("compared-unscored"))
      for (subject, range) in exact {
        guard let known = wide[subject] else { continue }
        #expect(known.lowerBound <= range.lowerBound && range.upperBound <= known.upperBound)
      }
    }
  }

  @Test func aSmallGroupIsSaidInTheReport() throws {
    let stations = Array(Self.stations.prefix(5))
    for (ifFewer, places) in [("unknown", []), ("compare", ["1"]), ("not applicable", [])] {
      let (result, _) = try TemporaryRound(Self.files(stations, ifFewer: ifFewer)).run()
      let face = try #require(result.reports.first { $0.folder == "e" }?.report.cohort)
      #expect(face.state == .fewer)
      #expect(face.places.map(\.place) == places, "\(ifFewer)")
    }
  }

  @Test func whatIsTakenOverHasBeenCompared() throws {
    var files = Self.files()
    let score = "{type: number, from: round, take: score, rubric: compared}"
    let grade = "{type: string, one of: [good, fail], from: round, take: grade, rubric: compared}"
    files["joint.yaml"] = TakenResultTests.joint(score: score, grade: grade)
      .replacing("full at: 90, zero at: 40", with: "full at: 30, zero at: 0")
      .replacing("{good: 10, pass: 6, fail: 0}", with: "{good: 10, fail: 0}")
    files["round.yaml"] = files["round.yaml"]?.replacing(
      "[compared.yaml]", with: "[compared.yaml, joint.yaml]"
    )
    .replacing("{id: b, rubric: compared", with: "{id: b, rubric: [joint, compared]")
    let (result, codes) = try TemporaryRound(files).run()
    #expect(codes == [])
    // 19 of 30 in the second pass, and no place in the first: 10 x 19 / 30 + 0.
    #expect(result.scores["b/compared"] == "19.00")
    #expect(result.scores["b/joint"] == "6.3")
  }

  @Test func theOrderOfTheRoundChangesNothing() throws {
    let turned = try TemporaryRound(Self.files(Self.stations.reversed())).run().result.scores
    #expect(try TemporaryRound(Self.files()).run().result.scores == turned)
  }

  @Test func aBatchGivesTheSameAsTheRound() throws {
    let round = try TemporaryRound(Self.files())
    let scores = try round.run().result.scores
    for fuses in [true, false] {
      var request = PortfolioRun.Request(rubric: round.file("compared.yaml"))
      request.facts = round.file("facts.csv")
      request.options.fuses = fuses
      var diagnostics = Diagnostics()
      let outcome = try #require(PortfolioRun.score(request, into: &diagnostics)).outcome
      let lines = outcome.text.split(separator: "\n").dropFirst().map {
        $0.split(separator: ",", omittingEmptySubsequences: false)
      }
      for line in lines {
        let score = line[1].isEmpty ? "–" : String(line[1])
        #expect(scores[String(line[0])] == score)
      }
      #expect(lines.count == scores.count)
    }
  }

  @Test func aCohortOfOneIsToldAndTreatedAsTheRubricSays() throws {
    let stations = Array(Self.stations.prefix(5))
    for (ifFewer, score) in [
      ("unknown", "9.00 – 29.00"), ("compare", "24.00"), ("not applicable", "27.00"),
    ] {
      let round = try TemporaryRound(Self.files(stations, ifFewer: ifFewer))
      var diagnostics = Diagnostics()
      let result = try #require(
        Pipeline.run(round.path, .init(engine: "test"), into: &diagnostics))
      let told = try #require(diagnostics.all.first { $0.code == "small-cohort" })
      #expect(told.place != nil)
      #expect(told.headline.en.contains("`e`"))
      #expect(result.scores["e"] == score, "\(ifFewer)")
    }
  }
}
