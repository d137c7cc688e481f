import Diagnostics
import Foundation
import Hengxing
import Reports
import TestSupport
import Testing

/// A finding that is misspelt does not vanish: whoever it may be about is not certain.
@Suite(.timed) struct FindingsInDoubtTests {
  private static let rubric = """
    rubric: found
    edition: "1"
    language: en
    title: Found
    subject: station
    facts:
      mark: {type: number, must be: "[0..10]"}
    findings: {bad: {title: Bad}}
    sections:
      - id: all
        title: All
        points: 10
        items:
          - id: mark
            title: Mark
            points: 10
            says: The mark.
            basis: {rule: illustrative, points: illustrative}
            score: {formula: mark, from: 0, to: 10}
    total: {round: {to: 1, mode: half up}, when closed: zero}
    vetoes: [{id: v, finding: bad, grade: poor, score: 0, says: Bad.}]
    grades: [{id: good, title: good, at: least}, {id: poor, title: poor}]

    """.replacingOccurrences(of: "at: least", with: "at least: 5")

  private func run(about: String, what: String) throws -> (grades: [String], codes: [String]) {
    let round = """
      round: r
      title: R
      language: en
      period: {from: 2024-01-01, to: 2024-12-31}
      as of: 2025-01-15
      rubrics: [rubric.yaml]
      findings: [{id: f1, what: \(what), about: \(about), status: confirmed, by: x, date: 2024-05-01, cite: c}]
      subjects:
        - {id: a, title: A, rubric: found, bundle: a}
        - {id: b, title: B, rubric: found, bundle: b}

      """
    let (result, codes) = try TemporaryRound([
      "round.yaml": round, "rubric.yaml": Self.rubric,
      "a/bundle.yaml": "subject: a\nfacts: {mark: 9}\n",
      "b/bundle.yaml": "subject: b\nfacts: {mark: 9}\n",
    ]).run()
    let grades = result.reports.map { filed in
      "\(filed.report.subject.id) \(filed.report.verdict.status)"
    }
    return (grades, codes)
  }

  @Test func whatIsWrittenRightFires() throws {
    let (grades, codes) = try run(about: "a", what: "bad")
    #expect(grades == ["a evaluated", "b evaluated"])
    #expect(codes.isEmpty)
  }

  @Test func aTitleForAnIdLeavesThatSubjectOpen() throws {
    let (grades, codes) = try run(about: "A", what: "bad")
    #expect(grades == ["a open", "b evaluated"])
    #expect(codes.contains("finding-about-nobody"))
  }

  @Test func aNameThatNobodyHasLeavesEverybodyOpen() throws {
    let (grades, codes) = try run(about: "station-a", what: "bad")
    #expect(grades == ["a open", "b open"])
    #expect(codes.contains("finding-about-nobody"))
  }

  @Test(arguments: ["Bad", "bda"]) func aKindThatNobodyKnowsLeavesItsSubjectOpen(what: String)
    throws
  {
    let (grades, codes) = try run(about: "a", what: what)
    #expect(grades == ["a open", "b evaluated"])
    #expect(codes.contains("finding-of-no-kind"))
  }
}
