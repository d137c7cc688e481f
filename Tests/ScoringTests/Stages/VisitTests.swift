import Diagnostics
import Formats
import Rubrics
import TestSupport
import Testing
import Values

@testable import Scoring

/// Laws of stages that are held again and again.
@Suite(.timed) struct VisitTests {
  private static func rubric(_ notHeld: String) -> String {
    """
    rubric: small
    edition: "1"
    language: en
    title: Small
    subject: station
    stages:
      - {id: visit, title: visit, every: month\(notHeld), weight: 40%, feeds: final}
      - {id: final, title: final, weight: 100%, own: 60%}
    sections:
    - id: s
      title: S
      points: 10
      items:
      - {id: a, title: A, points: 10, says: a, basis: {rule: illustrative, points: illustrative}, stages: [visit, final], score: {judge: {role: panel, from: 0, to: 10, combine: mean, at least: 1}}}
    total: {round: {to: 0.0001, mode: half up}, when closed: open}
    grades: [{id: good, title: Good, at least: 8}, {id: poor, title: Poor}]

    """
  }

  private func evaluate(
    _ rubric: Rubric, _ marks: [AssessorMark], mode: ScoringMode, until month: UInt8 = 3
  ) throws -> Evaluation {
    var source = EvidenceSource()
    source.marks["a"] = marks
    source.judgements = marks.map {
      JudgementRecord(
        by: $0.by, role: $0.role, stage: $0.stage,
        date: $0.date.flatMap { CalendarDate(written: $0) },
        markCount: 1, reasonCount: 0, file: "judgements", place: .file("judgements"))
    }
    let setting = EvidenceSetting(
      subject: EvaluatedSubject(id: "s1"),
      period: Period(
        try #require(CalendarDate(written: "2024-01-01")),
        try #require(CalendarDate(written: "2024-0\(month)-28"))),
      asOf: CalendarDate(written: "2025-01-15"))
    return Scorer(rubric).score(EvidenceReader(rubric).read(source, in: setting), mode: mode)
  }

  private func read(_ text: String) throws -> Rubric {
    var diagnostics = Diagnostics()
    let rubric = Rubric.read(SourceText(text, path: "r.yaml"), digest: "", into: &diagnostics)
    return try #require(rubric, "\(diagnostics.all.map(\.headline.en))")
  }

  private func mark(_ stage: String, _ value: Int, _ date: String?) -> AssessorMark {
    AssessorMark(by: "x", role: "panel", stage: stage, date: date, value: Number(value))
  }

  @Test func monthsWithoutAVisitAreLeftOutOrOpen() throws {
    let marks = [
      mark("visit", 4, "2024-01-09"), mark("visit", 10, "2024-03-01"),
      mark("final", 9, "2024-03-28"),
    ]
    let dropping = try evaluate(try read(Self.rubric(", not held: drop")), marks, mode: .final)
    // 40 % of 7, 60 % of 9.
    #expect(dropping.total?.point == Number("8.2"))
    let times = dropping.everyItem[0].stages
    #expect(times.map(\.time.id) == ["visit 2024-01", "visit 2024-02", "visit 2024-03", "final"])
    #expect(times.map { $0.points?.point } == [Number(4), nil, Number(10), Number(9)])
    #expect(times.map(\.weight) == [Number("0.2"), .zero, Number("0.2"), Number("0.6")])
    let open = try evaluate(try read(Self.rubric("")), marks, mode: .final)
    // February may have been anything.
    #expect(open.total == ScoreRange(try #require(Number("7.2667")), try #require(Number("8.6"))))
  }

  @Test func aVisitThatNobodyDatedLeavesOpenWhichMonthsThereAre() throws {
    let rubric = try read(Self.rubric(", not held: drop"))
    let marks = [
      mark("visit", 4, "2024-01-09"), mark("visit", 10, nil), mark("final", 9, "2024-03-28"),
    ]
    let evaluation = try evaluate(rubric, marks, mode: .final)
    #expect(evaluation.status == .open)
    #expect(evaluation.diagnostics.all.map(\.code) == ["mark-set-aside"])
  }

  @Test func nobodyCameAtAllLeavesTheFinalAlone() throws {
    let rubric = try read(Self.rubric(", not held: drop"))
    let evaluation = try evaluate(rubric, [mark("final", 9, "2024-03-28")], mode: .final)
    #expect(evaluation.total?.point == Number(9))
  }

  /// Every choice of months and marks lies within what the file says before they come.
  @Test(arguments: [", not held: drop", ""])
  func furtherVisitsOnlyNarrow(notHeld: String) throws {
    let rubric = try read(Self.rubric(notHeld))
    let choices: [[(month: Int, value: Int)]] = [0, 1, 2, 3].flatMap { first in
      [0, 1, 2, 3].map { second in
        [(1, first), (2, second)].filter { $0.1 > 0 }.map { ($0.0, [0, 0, 5, 10][$0.1]) }
      }
    }
    func marks(_ months: [(month: Int, value: Int)]) -> [AssessorMark] {
      months.map { mark("visit", $0.value, "2024-0\($0.month)-10") }
        + [mark("final", 6, "2024-02-28")]
    }
    for early in choices {
      let before = try #require(
        try evaluate(rubric, marks(early), mode: .selfAssessment, until: 2).total)
      for late in choices
      where early.allSatisfy({ one in late.contains { $0 == one } }) {
        let after = try #require(
          try evaluate(rubric, marks(late), mode: .selfAssessment, until: 2).total)
        #expect(before.low <= after.low && after.high <= before.high, "\(early) \(late)")
        let closed = try #require(
          try evaluate(rubric, marks(late), mode: .final, until: 2).total)
        #expect(before.low <= closed.low && closed.high <= before.high, "\(early) \(late)")
      }
    }
  }
}
