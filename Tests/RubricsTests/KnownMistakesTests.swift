import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Rubrics

/// Texts that were published with a hole in them: the hole is told, and closed by saying what is meant.
@Suite(.timed) struct KnownMistakesTests {
  /// Shenzhen's bands as printed: 90 and above, 80 to 89, 60 to 79, 59 and below.
  private func shenzhen(roundedTo step: String) -> [String] {
    let table = """
      grades:
        by:
          hit policy: unique
          inputs: [total]
          output: string
          rules:
            - [">= 90", '"excellent"']
            - ["[80..89]", '"good"']
            - ["[60..79]", '"pass"']
            - ["<= 59", '"fail"']
        lines:
          - {id: excellent, title: 优秀, stars: 5}
          - {id: good, title: 良好, stars: 4}
          - {id: pass, title: 合格, stars: 3}
          - {id: fail, title: 不合格, stars: 0}
      """
    let before = CheckerTests.base.components(separatedBy: "\ngrades:\n")[0]
      .replacingOccurrences(of: "round: {to: 0.1, mode", with: "round: {to: \(step), mode")
    let (_, diagnostics) = CheckerTests.check(before + "\n" + table + "\n")
    return diagnostics.all.filter { $0.severity == .error }.map(\.code)
  }

  @Test func shenzhensBandsLeaveEightyNineAndAHalfOpen() {
    #expect(shenzhen(roundedTo: "0.5") == ["table-gap"])
  }

  @Test func roundedToWholePointsTheyLeaveNothingOpen() {
    #expect(shenzhen(roundedTo: "1") == [])
  }

  @Test func fujiansHeadCountMustSayWhatFewerPeopleEarn() {
    let text = CheckerTests.base.replacingOccurrences(of: "              below base: 0\n", with: "")
    #expect(CheckerTests.check(text).diagnostics.all.map(\.code) == ["missing-key"])
  }
}
