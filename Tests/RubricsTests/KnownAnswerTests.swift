import Diagnostics
import TestSupport
import Testing

@testable import Rubrics

/// Two mistakes of published texts, and what makes them good: `check` has to tell the one and accept the other.
@Suite(.timed) struct KnownAnswerTests {
  private func codes(_ facts: String, _ score: String, points: Int) -> [String] {
    CheckerTests.check(
      """
      rubric: published
      edition: "1"
      language: en
      title: Published
      subject: station
      facts:
        \(facts)
      sections:
        - id: all
          title: All
          points: \(points)
          items:
            - id: only
              title: Only
              points: \(points)
              says: As published.
              basis: {rule: illustrative, points: illustrative}
              score:
      \(score.split(separator: "\n").map { "          " + $0 }.joined(separator: "\n"))
      total: {round: {to: 1, mode: half up}, when closed: zero}
      grades:
        - {id: full, title: full, at least: \(points)}
        - {id: less, title: less}

      """
    ).1.all.filter { $0.severity == .error }.map(\.code)
  }

  /// Shenzhen 2021: 90 and more, 80 to 89, 60 to 79, 59 and less.
  private static let bands = """
    steps: 得分
    lines: {">= 90": 3, "[80..89]": 2, "[60..79]": 1, "<= 59": 0}
    """

  @Test func theBandsOfShenzhenLeaveHalfPointsOut() {
    #expect(
      codes("得分: {type: number, must be: \"[0..100]\"}", Self.bands, points: 3).contains("gap"))
    #expect(
      codes("得分: {type: number, whole: true, must be: \"[0..100]\"}", Self.bands, points: 3) == [])
    #expect(
      codes(
        "得分: {type: number, must be: \"[0..100]\"}",
        Self.bands.replacing("得分", with: "round half up(得分, 0)"), points: 3) == [])
  }

  /// Fujian: 3 people earn 5 points, each further one 1, up to 15; of fewer than 3 it says nothing.
  private static let people = """
    each: 人数
    base: {at: 3, points: 5}
    step: {every: 1, points: 1, units: full}
    cap: 15
    """

  @Test func fewerPeopleThanTheBaseMustBeDecided() {
    let facts = "人数: {type: number, whole: true, must be: \">= 0\"}"
    #expect(codes(facts, Self.people, points: 15) == ["missing-key"])
    #expect(codes(facts, Self.people + "\nbelow base: 0", points: 15) == [])
  }
}
