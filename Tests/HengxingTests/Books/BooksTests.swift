import Diagnostics
import Hengxing
import TestSupport
import Testing

/// Two parties that keep a book of one fact: what one has and the other has not is told, at both.
@Suite(.timed) struct BooksTests {
  private static let rubric = """
    rubric: small
    edition: "1"
    language: en
    title: Small
    subject: station
    parties: {town: {rubric: duty}}
    tables:
      meetings:
        also kept by: [town]
        columns:
          day: {type: date}
          came: {type: boolean}
          who: {type: string, private: true}
    sections:
    - id: s
      title: S
      points: 10
      items:
      - {id: a, title: A, points: 10, says: a, basis: {rule: illustrative, points: illustrative}, score: {check: 'count(meetings[came]) >= 2'}}
    total: {round: {to: 1, mode: half up}, when closed: open}
    grades: [{id: good, title: Good, at least: 8}, {id: poor, title: Poor}]

    """

  private static let duty = """
    rubric: duty
    edition: "1"
    language: en
    title: Duty
    subject: town
    tables:
      meetings:
        columns: {day: {type: date}}
    sections:
    - id: s
      title: S
      points: 10
      items:
      - {id: a, title: A, points: 10, says: a, basis: {rule: illustrative, points: illustrative}, score: {check: 'count(meetings) >= 0'}}
    total: {round: {to: 1, mode: half up}, when closed: open}
    grades: [{id: good, title: Good, at least: 8}, {id: poor, title: Poor}]

    """

  struct Pair: Sendable, CustomTestStringConvertible {
    let what: String
    let own: String
    /// `nil`: the town hands in no such book.
    let other: String?
    /// Rows that stand at the station alone, and at the town alone; `nil`: nothing is told.
    let alone: (Int, Int)?
    var first = ""

    var testDescription: String { what }
  }

  static let pairs: [Pair] = [
    Pair(
      what: "the same rows in another order and another hand",
      own: "day,came,who\n2024-01-26,是,x\n2024-02-26,是,y\n",
      other: "who,came,day\ny,yes,2024/2/26\nx,true,2024年1月26日\n", alone: nil),
    Pair(
      what: "the town lists two meetings fewer",
      own: "day,came,who\n2024-01-26,是,x\n2024-02-26,是,x\n2024-03-26,是,x\n",
      other: "day,came,who\n2024-02-26,是,x\n", alone: (2, 0), first: "day 2024-01-26, came true"),
    Pair(
      what: "a town's book over several stations may hold more",
      own: "day,came,who\n2024-01-26,是,x\n2024-02-26,是,x\n",
      other: "day,came,who\n2024-01-26,是,x\n2024-02-26,是,x\n2024-03-26,是,x\n", alone: nil),
    Pair(
      what: "unless it says whose its rows are",
      own: "day,came,who\n2024-01-26,是,x\n2024-02-26,是,x\n",
      other:
        "subject,day,came,who\na,2024-01-26,是,x\na,2024-02-26,是,x\na,2024-03-26,否,x\nb,2024-04-26,是,x\n",
      alone: (0, 1), first: "day 2024-03-26, came false"),
    Pair(
      what: "one meeting, and two words on who came",
      own: "day,came,who\n2024-01-26,是,x\n", other: "day,came,who\n2024-01-26,否,x\n",
      alone: (1, 0), first: "day 2024-01-26, came true"),
    Pair(
      what: "one meeting written twice",
      own: "day,came,who\n2024-01-26,是,x\n2024-01-26,是,x\n",
      other: "day,came,who\n2024-01-26,是,x\n", alone: (1, 0)),
    Pair(
      what: "a cell that nobody can read may be the row that is lacking",
      own: "day,came,who\n2024-01-26,是,x\n", other: "day,came,who\n2024-13-26,是,x\n", alone: nil),
    Pair(
      what: "no book, nothing to compare", own: "day,came,who\n2024-01-26,是,x\n", other: nil,
      alone: nil),
  ]

  private func round(_ pair: Pair) throws -> TemporaryRound {
    var files = [
      "rubric.yaml": Self.rubric, "duty.yaml": Self.duty,
      "round.yaml": """
      round: r
      title: R
      language: en
      period: {from: 2024-01-01, to: 2024-12-31}
      as of: 2025-01-15
      rubrics: [rubric.yaml, duty.yaml]
      subjects:
      - {id: t, rubric: duty, bundle: t}
      - {id: a, rubric: small, bundle: a, parties: {town: t}}

      """,
      "a/bundle.yaml": "subject: a\n", "a/tables/meetings.csv": pair.own,
      "t/bundle.yaml": "subject: t\n",
    ]
    if let other = pair.other { files["t/tables/meetings.csv"] = other }
    return try TemporaryRound(files)
  }

  @Test(arguments: pairs)
  func whatDiffersIsToldAtBoth(pair: Pair) throws {
    let result = try round(pair).run().result
    let found = result.evidence.filter { $0.code == "books-differ" }
    guard let alone = pair.alone else {
      #expect(found.isEmpty, "\(found.map(\.headline.en))")
      return
    }
    let told = try #require(found.first)
    #expect(found.count == 1)
    #expect(
      told.headline.en.contains(": \(rows(alone.0)) stand here alone, \(rows(alone.1)) there"))
    #expect(told.place?.description.contains("a/tables/meetings.csv") == true)
    #expect(told.related.first?.place.description.contains("t/tables/meetings.csv") == true)
    if !pair.first.isEmpty { #expect(told.notes.first?.en == "the first: \(pair.first)") }
    // What is private is not shown, whoever keeps it.
    #expect(!told.notes.contains { $0.en.contains("who") })
  }

  /// The subject's own book is scored, whatever the other says.
  @Test func theOwnBookIsScored() throws {
    let scores = try round(Self.pairs[1]).run().result.scores
    #expect(scores["a"] == "10")
  }

  private func rows(_ count: Int) -> String { count == 1 ? "1 row" : "\(count) rows" }
}
