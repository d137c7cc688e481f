import Diagnostics
import TestSupport
import Testing

@testable import Commands

@Suite(.timed) struct ProgressLineTests {
  @Test(arguments: [
    (
      ProgressLine(rows: 4_300_000, subjects: 30000, done: 43, total: 100, seconds: 3),
      "██████████░░░░░░░░░░░░░░ 43%  30,000 subjects  4,300,000 rows  4 s left"
    ),
    (ProgressLine(rows: 12, subjects: 0, done: 0, total: 0, seconds: 9), "12 rows"),
    (
      ProgressLine(rows: 0, subjects: 0, done: 1, total: 1000, seconds: 0.2),
      "░░░░░░░░░░░░░░░░░░░░░░░░ 0%"
    ),
    (
      ProgressLine(rows: 1, subjects: 0, done: 1, total: 1000, seconds: 1),
      "░░░░░░░░░░░░░░░░░░░░░░░░ 0%  1 row  17 min left"
    ),
    (
      ProgressLine(rows: 0, subjects: 0, done: 300, total: 100, seconds: 1),
      "████████████████████████ 100%"
    ),
  ])
  func says(_ line: ProgressLine, _ text: String) {
    #expect(line.text(in: .en) == text)
  }
}
