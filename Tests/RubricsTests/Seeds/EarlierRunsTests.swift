import Diagnostics
import Formats
import Foundation
import TestSupport
import Testing

/// Variants that once came out wrong or unfair: each has a case with what is right in the tests of its rubric or policy, which run with all others.
///
/// `earlier-runs.csv` names the run, the tests, the case, and what the case must expect.
@Suite(.timed) struct EarlierRunsTests {
  struct Run: Sendable, CustomTestStringConvertible {
    let what: String
    let tests: String
    let name: String
    let result: String

    var testDescription: String { what }
  }

  static let runs: [Run] = {
    let file = Places.root.appending(path: "Tests/RubricsTests/Seeds/earlier-runs.csv")
    var unheard = Diagnostics()
    guard let bytes = try? Data(contentsOf: file),
      let table = CSVReader.read(Array(bytes), path: "earlier-runs.csv", into: &unheard)
    else { return [] }
    return (0..<table.rowCount).map { row in
      Run(
        what: table.cell(row, 0), tests: table.cell(row, 1), name: table.cell(row, 2),
        result: table.cell(row, 3))
    }
  }()

  @Test(arguments: runs)
  func aRunHasItsRightResultAsACase(run: Run) throws {
    let file = Places.root.appending(path: "rubrics/\(run.tests).tests.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    let cases = text.components(separatedBy: "\n  - name: ")
    let found = try #require(
      cases.first { $0.hasPrefix("\(run.name)\n") }, "\(run.tests): no case \(run.name)")
    let expected = found.components(separatedBy: "    expect:").last ?? ""
    #expect(expected.contains(run.result), "\(run.tests), \(run.name): \(expected)")
  }

  /// As many as the reading lists, where it is at hand.
  @Test(.enabled(if: Places.shared != nil, "the folder of outside material is absent"))
  func noRunIsForgotten() throws {
    let file = try #require(Places.shared).appending(path: "field/seeds.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let annex = try #require(text.components(separatedBy: "## Annex").last)
    #expect(Self.runs.count >= annex.count { $0 == "→" })
  }
}
