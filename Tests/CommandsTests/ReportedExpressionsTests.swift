import Foundation
import TestSupport
import Testing

/// Expressions that were reported, from outside the project, each with its answer.
@Suite(.timed, .enabled(if: Places.shared != nil, "the folder of outside material is absent"))
struct ReportedExpressionsTests {
  @Test func everyExpressionHasItsAnswer() throws {
    let file = try #require(Places.shared).appending(
      path: "reports/25-dates-and-zones/expressions.txt")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    #expect(lines.count > 5)
    for line in lines {
      let columns = line.split(separator: "\t").map(String.init)
      #expect(Session.screen(of: ["eval", columns[0]]).last == columns[1], "\(line)")
    }
  }
}
