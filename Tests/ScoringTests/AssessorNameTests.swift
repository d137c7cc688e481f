import Diagnostics
import Formats
import Rubrics
import TestSupport
import Testing
import Values

@testable import Scoring

/// Two names that differ in nothing one sees may be one assessor or two, and nobody guesses.
@Suite(.timed) struct AssessorNameTests {
  private func evaluate(
    _ marks: [(by: String, value: String)], panel: String = "", ties: [Tie] = [],
    standsIn: String? = nil
  ) throws -> (total: ScoreRange, codes: [String], setAside: [String]) {
    let text = """
      rubric: small
      edition: "1"
      language: en
      title: Small
      subject: station
      panels:
        experts:
          columns: {panel: {statistic: mean, at least: 2, stand-ins: 1}}
          \(panel.isEmpty ? "reasons: never" : panel)
      sections:
      - id: s
        title: S
        points: 100
        items:
        - {id: i, title: I, points: 100, says: a, basis: {rule: illustrative, points: illustrative}, panel: experts, score: {judge: {from: 0, to: 100}}}
      total: {round: {to: 0.1, mode: half up}, when closed: zero}
      grades: [{id: good, title: Good}]

      """
    var diagnostics = Diagnostics()
    let rubric = try #require(
      Rubric.read(SourceText(text, path: "r.yaml"), digest: "", into: &diagnostics),
      "\(diagnostics.all.map(\.headline.en))")
    var source = EvidenceSource()
    source.ties = ties
    source.marks["i"] = marks.enumerated().map { index, mark in
      AssessorMark(
        by: mark.by, role: "panel", date: "2024-05-0\(index + 1)",
        value: Number(mark.value) ?? .zero,
        standsInFor: index == marks.count - 1 ? standsIn : nil,
        place: .cell(file: "j\(index).yaml", line: 1, column: "by"))
    }
    let setting = EvidenceSetting(
      subject: EvaluatedSubject(id: "s1"), asOf: CalendarDate(year: 2024, month: 12, day: 31))
    let evidence = EvidenceReader(rubric).read(source, in: setting)
    let evaluation = Scorer(rubric).score(evidence, mode: .final)
    let uses = evaluation.everyItem[0].derivation.lines.compactMap { line -> String? in
      if case .judgement(let use) = line, use.setAside != nil { use.by } else { nil }
    }
    return (try #require(evaluation.total), evidence.diagnostics.all.map(\.code), uses)
  }

  static let spellings = [
    "评委 01", "评委  01", "评委\u{3000}01", "评委\u{A0}01", "评委０１", "评委01\u{200B}",
  ]

  @Test(arguments: spellings)
  func twoSpellingsMayBeOneAssessor(other: String) throws {
    let found = try evaluate([("评委01", "60"), (other, "80")])
    #expect(found.total == ScoreRange(0, 100))
    #expect(found.codes.contains("names-alike"))
  }

  @Test(arguments: ["评委02", "评委01老师", "评委1"])
  func whatOneSeesMakesTwo(other: String) throws {
    let found = try evaluate([("评委01", "60"), (other, "80")])
    #expect(found.total == ScoreRange(70))
    #expect(!found.codes.contains("names-alike"))
  }

  @Test func aDeclarationMergesThemAndTheLaterMarkCounts() throws {
    let found = try evaluate(
      [("评委01", "60"), ("评委 01", "80"), ("评委02", "90")], panel: "same: [space]")
    #expect(found.total == ScoreRange(85))
    #expect(found.codes.isEmpty)
    let alone = try evaluate(
      [("评委01", "60"), ("评委 01", "80")], panel: "same: [space, width, case]")
    #expect(alone.total != ScoreRange(70))
    #expect(alone.codes.contains("too-few-assessors"))
  }

  @Test func anotherWayOfDifferingIsNotMerged() throws {
    let found = try evaluate([("评委01", "60"), ("评委０１", "80")], panel: "same: [space]")
    #expect(found.codes.contains("names-alike"))
  }

  @Test func aTieUnderAnotherSpellingLeavesTheMarkInDoubt() throws {
    let tie = Tie(of: "评委 01", to: nil, kind: "亲属", until: nil)
    let marks = [("评委01", "60"), ("评委02", "80")]
    let rule = "recusal: [{relation: 亲属}]"
    let found = try evaluate(marks, panel: rule, ties: [tie])
    #expect(found.total == ScoreRange(0, 100))
    #expect(found.codes.contains("names-alike"))
    let merged = try evaluate(marks, panel: rule + "\n    same: [space]", ties: [tie])
    #expect(merged.setAside == ["评委 01"])
  }

  @Test func aStandInForAnotherSpellingOfAPresentAssessorIsInDoubt() throws {
    let found = try evaluate(
      [("评委01", "60"), ("评委02", "80"), ("候补", "100")], standsIn: "评委 02")
    #expect(found.codes.contains("names-alike"))
    #expect(found.total == ScoreRange(0, 100))
  }
}
