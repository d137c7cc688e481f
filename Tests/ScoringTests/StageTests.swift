import Diagnostics
import Formats
import Rubrics
import TestSupport
import Testing
import Values

@testable import Scoring

/// Laws of stages, calendars and the movement of grades.
@Suite(.timed) struct StageTests {
  private static let head = """
    rubric: small
    edition: "1"
    language: en
    title: Small
    subject: station

    """
  private static let basis = "basis: {rule: illustrative, points: illustrative}"

  private static let staged = """
    stages:
      - {id: spot, title: spot, weight: 30%, feeds: final}
      - {id: mid, title: mid, weight: 40%, dated: in the period}
      - {id: final, title: final, weight: 60%, own: 70%, after: [mid]}
    sections:
    - id: s
      title: S
      points: 10
      items:
      - {id: a, title: A, points: 10, says: a, BASIS, stages: [spot, mid, final], score: {judge: {role: panel, from: 0, to: 10, combine: mean, at least: 1}}}
    total: {round: {to: 0.0001, mode: half up}, when closed: open}
    grades: [{id: good, title: Good, at least: 8}, {id: poor, title: Poor}]

    """

  private static let monthly = """
    tables: {visits: {day: {type: date}}}
    define:
      monthly: {calendar: month, over: visits.day}
    sections:
    - id: s
      title: S
      points: 12
      items:
      - {id: a, title: A, points: 12, says: a, BASIS, score: {lose: sum(monthly.missing), step: {every: 1, points: 1, units: full}, floor: 0}}
    total: {round: {to: 1, mode: half up}, when closed: zero}
    validity: {years: 3}
    movement: {up: 1}
    grades: [{id: good, title: Good, at least: 8}, {id: fair, title: Fair, at least: 4}, {id: poor, title: Poor}]

    """

  private func evaluate(
    _ rubric: String, _ source: EvidenceSource, mode: ScoringMode = .selfAssessment,
    history: [PastResult] = []
  ) throws -> Evaluation {
    var diagnostics = Diagnostics()
    let text = Self.head + rubric.replacing("BASIS", with: Self.basis)
    let checked = Rubric.read(SourceText(text, path: "r.yaml"), digest: "", into: &diagnostics)
    let told = diagnostics.all.filter { $0.severity == .error }.map(\.headline.en)
    let rubric = try #require(checked, "\(told)")
    var setting = EvidenceSetting(
      subject: EvaluatedSubject(id: "s1"),
      period: Period(
        try #require(CalendarDate(year: 2024, month: 1, day: 1)),
        try #require(CalendarDate(year: 2024, month: 12, day: 31))),
      asOf: CalendarDate(year: 2025, month: 1, day: 15))
    setting.history = history
    return Scorer(rubric).score(EvidenceReader(rubric).read(source, in: setting), mode: mode)
  }

  private func mark(
    _ stage: String?, _ value: Int, _ date: String, by: String = "x"
  ) -> AssessorMark {
    AssessorMark(by: by, role: "panel", stage: stage, date: date, value: Number(value))
  }

  private func marks(_ marks: [AssessorMark]) -> EvidenceSource {
    var source = EvidenceSource()
    source.marks["a"] = marks
    return source
  }

  private func visits(_ days: [String]) -> EvidenceSource {
    var source = EvidenceSource()
    source.tables[HeaderName("visits.csv")] = WrittenTable(
      file: "visits.csv", header: ["day"], rows: days.map { [$0] },
      lines: days.indices.map { $0 + 2 })
    return source
  }

  // MARK: stages

  @Test func stagesCountByTheirWeightsInWhateverOrderTheyAreHandedIn() throws {
    let all = [
      mark("spot", 6, "2024-03-01"), mark("mid", 7, "2024-06-01"), mark("final", 9, "2024-12-01"),
    ]
    // 0.4 x 7 + 0.6 x (0.3 x 6 + 0.7 x 9)
    let expected = try #require(Number(written: "7.66"))
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] {
      let evaluation = try evaluate(Self.staged, marks(order.map { all[$0] }), mode: .final)
      #expect(evaluation.total == ScoreRange(expected))
      let weights = evaluation.everyItem[0].stages.compactMap { $0.weight?.description }
      #expect(weights == ["0.18", "0.4", "0.42"])
    }
  }

  @Test func aStageThatNobodyJudgedLeavesBoundsThatAJudgementOnlyNarrows() throws {
    let two = [mark("spot", 6, "2024-03-01"), mark("mid", 7, "2024-06-01")]
    let open = try #require(try evaluate(Self.staged, marks(two), mode: .final).total)
    #expect(!open.isPoint)
    for value in [0, 5, 10] {
      let closed = try evaluate(
        Self.staged, marks(two + [mark("final", value, "2024-12-01")]), mode: .final)
      #expect(open.contains(try #require(closed.total)))
    }
  }

  @Test(arguments: [
    ("final", "2024-05-01", "comes after"), ("mid", "2025-02-01", "in the period"),
    ("finale", "2024-12-01", "no stage"), (nil, "2024-12-01", "does not name its stage"),
  ])
  func aMarkThatStandsForNoStageIsSetAsideWithItsPlace(
    stage: String?, date: String, words: String
  ) throws {
    let evaluation = try evaluate(
      Self.staged, marks([mark("mid", 7, "2024-06-01", by: "y"), mark(stage, 9, date)]),
      mode: .final)
    let told = evaluation.diagnostics.all.filter { $0.code == "mark-set-aside" }
    #expect(told.count == 1)
    #expect(told.first?.headline.en.contains(words) == true, "\(told.map(\.headline.en))")
    #expect(evaluation.total?.isPoint == false)
  }

  @Test func aJudgementForAStageThatTheItemDoesNotHaveIsTold() throws {
    let text = Self.staged.replacing("stages: [spot, mid, final], ", with: "stages: [mid], ")
      .replacing(
        "total:",
        with: """
            - {id: b, title: B, points: 0, says: b, BASIS, stages: [spot, final], score: {judge: {role: panel, from: 0, to: 10, combine: mean, at least: 1}}}
          total:
          """)
    let evaluation = try evaluate(
      text, marks([mark("mid", 7, "2024-06-01"), mark("final", 9, "2024-12-01")]), mode: .final)
    #expect(evaluation.everyItem[0].points == ScoreRange(7))
    #expect(
      evaluation.diagnostics.all.contains { $0.headline.en.contains("this item has no final") })
  }

  // MARK: calendars

  @Test func aVisitInAMonthNeverAddsAMissingMonth() throws {
    var random = SeededNumbers(seed: 7)
    var days: [String] = []
    var missing = 12
    for _ in 0..<40 {
      let month = Int(random.next() % 14)
      days.append(month < 1 || month > 12 ? "sometime" : "2024-\(month < 10 ? "0" : "")\(month)-15")
      let evaluation = try evaluate(Self.monthly, visits(days))
      let calendar = try #require(evaluation.figures[0].calendar)
      #expect(calendar.missed.count <= missing)
      missing = calendar.missed.count
      let reversed = try evaluate(Self.monthly, visits(days.reversed()))
      #expect(reversed.total == evaluation.total)
    }
  }

  @Test func aMissingMonthIsNamed() throws {
    let days = (1...12).filter { $0 != 7 }.map { "2024-\($0 < 10 ? "0" : "")\($0)-03" }
    let evaluation = try evaluate(Self.monthly, visits(days), mode: .final)
    #expect(evaluation.figures[0].calendar?.missed == ["2024-07"])
    #expect(evaluation.total == ScoreRange(11))
    let notes = evaluation.everyItem[0].derivation.lines.compactMap { line -> String? in
      if case .note(let words) = line { words.en } else { nil }
    }
    #expect(notes.contains("monthly: missing 2024-07"))
  }

  @Test func rowsWithoutADateAreCountedAndKeepNoMonth() throws {
    let undated = Self.monthly.replacing(
      "{type: date}", with: "{type: date, absent: \"null\"}, by: {type: string}")
    var source = EvidenceSource()
    source.tables[HeaderName("visits.csv")] = WrittenTable(
      file: "visits.csv", header: ["day", "by"], rows: [["2024-01-03", "A"], ["", "B"]],
      lines: [2, 3])
    let evaluation = try evaluate(undated, source, mode: .final)
    #expect(evaluation.figures[0].calendar?.undatedCount == 1)
    #expect(evaluation.figures[0].calendar?.missed.count == 11)
  }

  // MARK: movement

  @Test func aResultWithItsValidityIsTheSameEveryTime() throws {
    let days = (1...12).map { "2024-\($0 < 10 ? "0" : "")\($0)-03" }
    let past = [PastResult(grade: "poor")]
    let results = try (0..<3).map { _ in
      try evaluate(Self.monthly, visits(days), mode: .final, history: past)
    }
    #expect(results.map { $0.validUntil?.isoText } == Array(repeating: "2028-01-14", count: 3))
    // Twelve of twelve, but one step up from poor is fair.
    #expect(results.map { $0.grade?.id } == Array(repeating: "fair", count: 3))
  }

  @Test func anUnknownPastGradeLeavesTheGradeOpen() throws {
    let days = (1...12).map { "2024-\($0 < 10 ? "0" : "")\($0)-03" }
    let evaluation = try evaluate(
      Self.monthly, visits(days), mode: .final, history: [PastResult(grade: "AAA")])
    #expect(evaluation.status == .open)
    #expect(evaluation.validUntil == nil)
    #expect(evaluation.diagnostics.all.map(\.code).contains("past-grade-unknown"))
  }
}
