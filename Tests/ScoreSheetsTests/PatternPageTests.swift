import Foundation
import TestSupport
import Testing

@testable import ScoreSheets

/// The page of patterns is made from the table by which sheets are read.
@Suite(.timed) struct PatternPageTests {
  private static let mark = "<!-- patterns -->\n"

  @Test func thePageListsThePatternsWithTheirExamples() throws {
    let file = Places.root.appending(path: "docs/score-sheets.md")
    var parts = try String(contentsOf: file, encoding: .utf8).components(separatedBy: Self.mark)
    try #require(parts.count == 3)
    var table = "| pattern | example 例句 | points 分值 | form 写法 |\n| --- | --- | --- | --- |\n"
    for pattern in SentencePattern.all {
      table += "| `\(pattern.id)` | \(pattern.example) | \(pattern.points) | `\(pattern.form)` |\n"
    }
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      parts[1] = table
      try parts.joined(separator: Self.mark).write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(parts[1] == table)
  }
}
