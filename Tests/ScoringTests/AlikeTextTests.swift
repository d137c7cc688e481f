import Diagnostics
import Formats
import Rubrics
import TestSupport
import Testing

@testable import Scoring

/// Texts and keys that differ in nothing one sees are never merged, and never counted for sure, unless somebody has said how.
@Suite(.timed) struct AlikeTextTests {
  private static func rubric(column: String = "", subject: String = "") -> String {
    """
    rubric: alike
    edition: "1"
    language: en
    title: Alike
    subject: {kind: station, key: 站\(subject)}
    tables:
      visits:
        name: {type: string\(column)}
        day: {type: number}
    define:
      early: count(distinct values(visits[day < 10].name))
    sections:
    - id: all
      title: All
      points: 10
      items:
      - id: people
        title: People
        points: 10
        says: a point for everybody who was visited
        basis: {rule: illustrative, points: illustrative}
        score: {formula: "count(distinct values(visits.name))", from: 0, to: 10}
    total: {round: {to: 1, mode: half up}, when closed: open}
    grades: [{id: good, title: Good, at least: 8}, {id: poor, title: Poor}]
    """
  }

  private struct Outcome: Equatable {
    /// By subject: low, high and the status.
    var scores: [String: String] = [:]
    var figures: [String: String] = [:]
    var codes: [String] = []
  }

  private static func score(
    _ rows: String, _ text: String = rubric(), facts: String? = nil, fuses: Bool = true
  ) throws -> Outcome {
    var diagnostics = Diagnostics()
    let rubric = try #require(
      Rubric.read(SourceText(text, path: "alike.yaml"), digest: "", into: &diagnostics),
      "\(diagnostics.all.map(\.headline.en))")
    let reader = try #require(PortfolioReader(rubric, key: nil, into: &diagnostics))
    var reading = PortfolioReader.Options()
    reading.fuses = fuses
    let portfolio = try #require(
      reader.read(
        facts: facts.map { PortfolioFile("facts.csv", bytes: Array($0.utf8)) },
        tables: [
          ("visits", PortfolioFile("visits.csv", bytes: Array(("站,name,day\n" + rows).utf8)))
        ],
        reading, into: &diagnostics))
    var options = Portfolio.Options()
    (options.fuses, options.withFigures) = (fuses, true)
    var outcome = Outcome(codes: diagnostics.all.map(\.code))
    for line in portfolio.score(options).text.split(separator: "\n").dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      outcome.scores[cells[0]] = cells[2] == cells[3] ? cells[2] : "\(cells[2])–\(cells[3])"
      if cells[6] == "rejected" { outcome.scores[cells[0]] = "rejected" }
      outcome.figures[cells[0]] = cells.last
    }
    return outcome
  }

  /// By columns and row by row, which must say the same.
  private static func scoreBothWays(
    _ rows: String, _ text: String = rubric(), facts: String? = nil
  ) throws -> Outcome {
    let first = try score(rows, text, facts: facts)
    #expect(try score(rows, text, facts: facts, fuses: false) == first)
    return first
  }

  static let pairs = [
    ("李娜", "李 娜"), ("李娜", "李\u{A0}娜"), ("Li Na", "li na"), ("Ａ01", "A01"), ("a", "A"),
    ("王（小）", "王(小)"), ("Li", "L\u{200B}i"), ("P-1", "p-1"),
  ]

  @Test(arguments: pairs)
  func twoThatMayBeOneAreNotCountedForSure(one: String, other: String) throws {
    let outcome = try Self.scoreBothWays(
      "甲,\(one),1\n甲,\(other),2\n甲,张三,3\n甲,\(other),4\n乙,\(one),1\n乙,张三,2\n")
    #expect(outcome.scores == ["甲": "2–3", "乙": "2"])
    #expect(outcome.codes == ["texts-alike"])
  }

  @Test func textsOfDifferentSubjectsAreNobodysDoubt() throws {
    let outcome = try Self.scoreBothWays("甲,李娜,1\n甲,张三,2\n乙,李 娜,1\n")
    #expect(outcome.scores == ["甲": "2", "乙": "1"])
    #expect(outcome.codes == [])
  }

  @Test func onlyWhatIsAskedForIsInDoubt() throws {
    let outcome = try Self.scoreBothWays("甲,李娜,1\n甲,李 娜,20\n")
    #expect(outcome.scores == ["甲": "1–2"])
    #expect(outcome.figures == ["甲": "1"])
  }

  @Test(arguments: [
    ("[space]", "李娜", "李 娜", "1"), ("[width, case, space]", "Ａ 1", "a1", "1"),
    ("[]", "李娜", "李 娜", "2"), ("[case]", "A", "a", "1"), ("[case]", "A b", "ab", "1–2"),
  ])
  func aDeclarationDecides(same: String, one: String, other: String, score: String) throws {
    let outcome = try Self.scoreBothWays(
      "甲,\(one),1\n甲,\(other),2\n", Self.rubric(column: ", same: \(same)"))
    #expect(outcome.scores == ["甲": score])
    #expect(outcome.codes == (score == "1–2" ? ["texts-alike"] : []))
  }

  // MARK: keys

  private static let visits = "甲站,李娜,1\n甲 站,张三,2\n"

  @Test func keysOfRowsAreMergedWhereTheRubricSaysSo() throws {
    let facts = "站\n甲站\n"
    let open = try Self.scoreBothWays(Self.visits, facts: facts)
    #expect(open.scores == ["甲站": "0–10"])
    #expect(open.codes == ["keys-alike"])
    let merged = try Self.scoreBothWays(
      Self.visits, Self.rubric(subject: ", same: [space]"), facts: facts)
    #expect(merged.scores == ["甲站": "2"])
    #expect(merged.codes == [])
    let apart = try Self.scoreBothWays(
      Self.visits, Self.rubric(subject: ", same: []"), facts: facts)
    #expect(apart.scores == ["甲站": "1"])
    #expect(apart.codes == ["unknown-key-of-rows"])
  }

  @Test(arguments: [nil, "站\n甲站\n甲 站\n"])
  func twoSubjectsThatMayBeOneAreNotScored(facts: String?) throws {
    let outcome = try Self.scoreBothWays(Self.visits + "乙,王五,1\n", facts: facts.map { $0 + "乙\n" })
    #expect(outcome.scores == ["甲站": "rejected", "甲 站": "rejected", "乙": "1"])
    #expect(outcome.codes == ["subjects-alike"])
    let apart = try Self.scoreBothWays(
      Self.visits, Self.rubric(subject: ", same: []"), facts: facts)
    #expect(apart.scores == ["甲站": "1", "甲 站": "1"])
    #expect(apart.codes == [])
  }
}
