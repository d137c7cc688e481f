import Diagnostics
import Foundation
import Hengxing
import Reports
import TestSupport
import Testing
import Values

/// A closed file decides what nobody brought, and nothing that rests on rows of which nobody has said how they count.
@Suite(.timed) struct ClosingDoubtTests {
  /// Three meetings are asked for.
  static func rubric(_ more: String = "", closing: String = "zero") -> String {
    """
    rubric: doubts
    edition: "1"
    language: en
    title: Doubts
    subject: {kind: station, key: id}
    facts:
      rooms: {type: number}
    tables:
      meetings:
        columns:
          month: {type: string}
          people: {type: number}
    sections:
      - id: all
        title: All
        points: 20
        items:
          - {id: held, title: Held, points: 5, says: Held., basis: {rule: illustrative, points: illustrative}, score: {check: count(meetings) >= 3}}
          - {id: rooms, title: Rooms, points: 5, says: Rooms., basis: {rule: illustrative, points: illustrative}, score: {check: rooms >= 1}}
          - {id: both, title: Both, points: 5, says: Both., basis: {rule: illustrative, points: illustrative}, score: {formula: 'count(meetings) + if rooms >= 1 then 1 else 0', from: 0, to: 5}}
          - {id: excused, title: Excused, points: 5, says: Excused., basis: {rule: illustrative, points: illustrative}, excused: {when: count(meetings) >= 3, then: full, says: Excused.}, score: {check: rooms >= 1}}
    total: {round: {to: 0.1, mode: half up}, when closed: \(closing)}
    \(more)
    grades:
      - {id: good, title: good, at least: 10}
      - {id: fair, title: fair, at least: 2}
      - {id: poor, title: poor}
    """
  }

  static let twoMeetings = "month,people\nJanuary,15\nFebruary,16\n"

  private static func score(
    _ table: String, _ rubric: String = rubric(), facts: String = "{}"
  ) throws -> (result: RoundResult, status: Report.Verdict.Status?) {
    let round = try TemporaryRound(
      of: rubric, bundle: "facts: \(facts)", tables: ["meetings": table])
    let result = try round.run().result
    return (result, result.reports.first?.report.verdict.status)
  }

  @Test func whatIsInDoubtStaysOpenAndWhatIsMissingIsClosed() throws {
    let sure = try Self.score(Self.twoMeetings)
    #expect(sure.status == .evaluated)
    #expect(sure.result.item("held", of: "a")?.earned?.text == "0")
    let (result, status) = try Self.score(Self.twoMeetings + "Total,30\n")
    #expect(status == .open)
    #expect(result.item("held", of: "a")?.earned?.text == "0 – 5")
    #expect(result.item("rooms", of: "a")?.earned?.text == "0")
    // Once somebody has said what the row is, the closing has its turn.
    #expect(result.item("both", of: "a")?.earned?.text == "0 – 4")
    #expect(result.scores["a"] == "0.0 – 14.0")
  }

  @Test func whereNothingElseIsMissingTheBoundsAreThoseOfTheRows() throws {
    let (result, _) = try Self.score(Self.twoMeetings + "Total,30\n", facts: "{rooms: 1}")
    #expect(result.item("both", of: "a")?.earned?.text == "3 – 4")
    #expect(result.item("excused", of: "a")?.earned?.text == "5")
  }

  @Test func whatIsLeftOutWhenClosedMayBeLeftOut() throws {
    let (result, status) = try Self.score(
      Self.twoMeetings + "Total,30\n", Self.rubric(closing: "drop"))
    #expect(status == .open)
    #expect(result.item("held", of: "a")?.earned?.text == "0 – 5")
  }

  @Test(arguments: [
    ("caps", "{id: few, when: count(meetings) < 3, grade: poor, when closed: fires}"),
    ("admission", "{id: few, when: count(meetings) < 3, status: few, when closed: not evaluated}"),
    ("vetoes", "{id: few, when: count(meetings) < 3, grade: poor, when closed: fires}"),
  ])
  func aGateThatFiresWhenClosedWaits(key: String, gate: String) throws {
    let rubric = Self.rubric("\(key):\n  - \(gate)")
    let (_, fired) = try Self.score(Self.twoMeetings, rubric, facts: "{rooms: 1}")
    #expect(fired == (key == "admission" ? .notEvaluated : .evaluated))
    let (_, status) = try Self.score(
      Self.twoMeetings + "Total,30\n", rubric, facts: "{rooms: 1}")
    #expect(status == .open)
  }

  @Test func aResultThatIsInDoubtIsTakenOverWithItsBounds() throws {
    let tables = """
      tables:
        meetings:
          columns:
            month: {type: string}
            people: {type: number}
      """
    var files = TakenResultTests.files(
      joint: TakenResultTests.joint().replacing("when closed: open", with: "when closed: zero"),
      base: TakenResultTests.source("base", facts: tables).replacing(
        "formula: mark", with: "formula: 30 * count(meetings)"))
    files["a/tables/meetings.csv"] = Self.twoMeetings + "Total,30\n"
    let (result, _) = try TemporaryRound(files).run()
    #expect(result.scores["a/base"] == "60.0 – 90.0")
    #expect(result.item("score", of: "a/joint")?.earned?.text == "4 – 10")
    #expect(result.item("grade", of: "a/joint")?.earned?.text == "6 – 10")
  }

  @Test func whoeverIsInDoubtStaysInTheComparison() throws {
    let compared = """
      rubric: compared
      edition: "1"
      language: en
      title: Compared
      subject: {kind: station, key: id}
      tables:
        visits:
          columns:
            kind: {type: string}
            length: {type: number}
      define:
        hours: if count(visits) = 0 then 0 else sum(visits.length)
      cohort:
        when closed: leave out
        if fewer: unknown
        define:
          group mean: {mean: hours}
      sections:
        - id: all
          title: All
          points: 20
          items:
            - {id: place, title: Place, points: 10, says: Place., basis: {rule: illustrative, points: illustrative}, score: {rank: hours, best: high, places: {1: 10, 2: 8}, others: 6}}
            - {id: distance, title: Distance, points: 10, says: Distance., basis: {rule: illustrative, points: illustrative}, score: {formula: 5 + hours - group mean, from: 0, to: 10}}
      total: {round: {to: 0.1, mode: half up}, when closed: zero}
      grades:
        - {id: good, title: good, at least: 10}
        - {id: poor, title: poor}
      """
    func places(_ last: String) throws -> [String?] {
      var files = ["compared.yaml": compared]
      files["round.yaml"] = """
        round: r
        title: R
        language: en
        period: {from: 2024-01-01, to: 2024-12-31}
        as of: 2025-01-15
        rubrics: [compared.yaml]
        subjects:
          - {id: a, rubric: compared, bundle: a}
          - {id: b, rubric: compared, bundle: b}
          - {id: c, rubric: compared, bundle: c}
        """
      let rows = ["a": "home,3\noffice,4\n", "b": "home,5\n", "c": "home,2\noffice,2\n\(last)"]
      for (id, rows) in rows {
        files["\(id)/bundle.yaml"] = "subject: \(id)\n"
        files["\(id)/tables/visits.csv"] = "kind,length\n\(rows)"
      }
      let (result, _) = try TemporaryRound(files).run()
      return ["a", "b", "c"].flatMap { id in
        [result.item("place", of: id), result.item("distance", of: id)].map { $0?.earned?.text }
      }
    }
    // 7, 5 and 4 hours; the last may have 9.
    let sure = try places("")
    #expect([sure[0], sure[2], sure[4]] == ["10", "8", "6"])
    #expect(sure[1]?.hasPrefix("6.66") == true)
    let open = try places("Total,5\n")
    #expect(open[0] == "8 – 10")
    #expect(open[2] == "6 – 8")
    #expect(open[4] == "6 – 10")
    // The mean is 5.33 to 7.
    #expect(open[1]?.hasPrefix("5 – 6.66") == true)
  }

  /// Of a row with too many cells nobody knows which of them names the subject.
  @Test func aPartysRowOfTooManyCellsStaysOpen() throws {
    func score(_ rows: String) throws -> RoundResult {
      try TemporaryRound([
        "round.yaml": """
        round: r
        title: R
        language: en
        period: {from: 2024-01-01, to: 2024-12-31}
        as of: 2025-01-15
        rubrics: [doubts.yaml]
        subjects:
          - {id: a, rubric: doubts, bundle: a, parties: {town: t}}
          - {id: t, rubric: doubts, bundle: t}
        """,
        "doubts.yaml": Self.rubric().replacing(
          "meetings:\n    columns:", with: "meetings:\n    from: town\n    columns:"),
        "a/bundle.yaml": "subject: a\n",
        "t/bundle.yaml": "subject: t\n",
        "t/tables/meetings.csv": "subject,month,people\na,January,15\na,February,16\n" + rows,
      ]).run().result
    }
    #expect(try score("t,March,9\n").item("held", of: "a")?.earned?.text == "0")
    let open = try score("t,March,9,a\n")
    #expect(open.item("held", of: "a")?.earned?.text == "0 – 5")
    #expect(open.item("rooms", of: "a")?.earned?.text == "0")
  }
}
