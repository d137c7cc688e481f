import Diagnostics
import Formats
import Rubrics
import TestSupport
import Testing
import Values

@testable import Scoring

/// Results of other assessments: what is told of them, and that what is open stays within its bounds.
@Suite(.timed) struct ImportTests {
  private func evaluate(
    _ facts: [String: String], expired: String = "zero", mode: ScoringMode = .selfAssessment
  ) throws -> Evaluation {
    let text = """
      rubric: imports
      edition: "1"
      language: en
      title: Imports
      subject: s
      facts:
        g: {type: string, one of: [A, B, C]}
        w: {type: string}
        d: {type: date}
      sections:
        - id: all
          title: All
          points: 20
          items:
            - id: grade
              title: Grade
              points: 10
              says: Grade.
              basis: {rule: illustrative, points: illustrative}
              score: {import: g, scale: {A: 10, B: 6, C: 2}, dated: d, valid: 2 years, if expired: \(expired), from: X}
            - id: word
              title: Word
              points: 10
              says: Word.
              basis: {rule: illustrative, points: illustrative}
              score: {import: w, scale: {good: 10, fair: 6}, dated: d, from: X}
      total: {round: {to: 1, mode: half up}, when closed: zero}
      grades:
        - {id: some, title: Some}

      """
    var diagnostics = Diagnostics()
    let checked = Rubric.read(SourceText(text, path: "r.yaml"), digest: "", into: &diagnostics)
    let told = diagnostics.all.filter { $0.severity == .error }.map(\.headline.en)
    let rubric = try #require(checked, "\(told)")
    var source = EvidenceSource()
    for (name, text) in facts { source.facts[HeaderName(name)] = .init(text, at: nil) }
    let setting = EvidenceSetting(
      subject: EvaluatedSubject(id: "s1"),
      period: Period(
        try #require(CalendarDate(year: 2024, month: 1, day: 1)),
        try #require(CalendarDate(year: 2024, month: 12, day: 31))),
      asOf: CalendarDate(year: 2025, month: 1, day: 15))
    return Scorer(rubric).score(EvidenceReader(rubric).read(source, in: setting), mode: mode)
  }

  @Test func aDateAfterTheEvaluationIsAMistake() throws {
    let evaluation = try evaluate(["g": "A", "w": "good", "d": "2025-01-16"])
    let told = try #require(evaluation.diagnostics.all.first { $0.code == "import-ahead" })
    #expect(told.severity == .error)
    #expect(evaluation.total == ScoreRange(.zero, Number(20)))
  }

  @Test func aWordThatTheScaleLacksIsToldWithTheNearest() throws {
    let evaluation = try evaluate(["g": "A", "w": "goood", "d": "2024-06-01"])
    let told = try #require(evaluation.diagnostics.all.first { $0.code == "import-unmapped" })
    #expect(told.help?.en.contains("`good`") == true)
    #expect(evaluation.total == ScoreRange(Number(10), Number(20)))
  }

  @Test func whatIsUnknownLiesWithinTheScale() throws {
    let evaluation = try evaluate(["w": "fair", "d": "2024-06-01"])
    #expect(evaluation.total == ScoreRange(Number(8), Number(16)))
  }

  @Test(arguments: ["zero", "unknown", "not applicable"])
  func moreEvidenceOnlyNarrows(expired: String) throws {
    let grades = [nil, "A", "B", "C"]
    let words = [nil, "good", "fair", "awful"]
    let dates = [nil, "2020-01-01", "2023-01-16", "2025-01-15", "2025-06-01"]
    func facts(_ grade: String?, _ word: String?, _ date: String?) -> [String: String] {
      ["g": grade, "w": word, "d": date].compactMapValues { $0 }
    }
    for grade in grades {
      for word in words {
        for date in dates {
          guard let narrow = try evaluate(facts(grade, word, date), expired: expired).total else {
            continue
          }
          for less in [facts(nil, word, date), facts(grade, nil, date), facts(grade, word, nil)] {
            guard let wide = try evaluate(less, expired: expired).total else { continue }
            #expect(wide.low <= narrow.low && narrow.high <= wide.high, "\(less)")
          }
        }
      }
    }
  }
}
