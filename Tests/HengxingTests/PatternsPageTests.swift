import Diagnostics
import Formats
import Foundation
import Hengxing
import Rubrics
import TestSupport
import Testing

/// `docs/patterns.md` maps every pattern of published rubrics to a form and to a case that is run.
@Suite(.serialized) struct PatternsPageTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let row: String
    let file: String
    let name: String

    var testDescription: String { "\(row): \(name)" }
  }

  static let page =
    (try? String(
      contentsOf: Places.root.appending(path: "docs/patterns.md"), encoding: .utf8)) ?? ""

  /// Every row of a table that links to an example.
  static let examples: [Example] = page.split(separator: "\n").compactMap { line in
    guard line.hasPrefix("| "),
      let match = line.firstMatch(of: /\]\(([^)]+)\): “(.+)” \|$/)
    else { return nil }
    let row = line.dropFirst(2).split(separator: " |").first.map(String.init) ?? ""
    let link = String(match.1)
    let file = link.hasPrefix("../") ? String(link.dropFirst(3)) : "docs/" + link
    return Example(row: row, file: file, name: String(match.2))
  }

  init() throws {
    try #require(FileManager.default.changeCurrentDirectoryPath(Places.root.path))
  }

  @Test func allThirtyFourPatternsAreThereInOrder() {
    let patterns = Self.examples.map(\.row).filter { $0.contains(/^C\d+$/) }
    #expect(patterns == (1...34).map { "C\($0)" })
  }

  @Test(arguments: examples)
  func theExampleIsACaseOfItsFile(example: Example) throws {
    let text = try String(
      contentsOf: Places.root.appending(path: example.file), encoding: .utf8)
    var diagnostics = Diagnostics()
    let node = YAMLReader.read(SourceText(text, path: example.file), into: &diagnostics)
    let tests = node.flatMap { RubricTestSyntax.read($0, into: &diagnostics) }
    let names = try #require(tests).cases.map(\.name)
    #expect(names.count { $0 == example.name } == 1, "\(example.file)")
  }

  @Test(arguments: Set(examples.map(\.file)).sorted())
  func everyFileOfExamplesPasses(file: String) throws {
    var proofing = Proofing()
    proofing.run(file)
    let rendered = DiagnosticRenderer(language: .en).render(proofing.diagnostics)
    #expect(!proofing.diagnostics.hasErrors, "\(rendered)")
    let tally = try #require(proofing.tallies.first)
    #expect(tally.caseCount > 0 && tally.passedCount == tally.caseCount, "\(file)")
  }

  @Test func everyFixtureOfKnownAnswersIsThere() {
    let known = Self.examples.map(\.row).filter { !$0.contains(/^C\d+$/) }
    for word in [
      "110", "109.5", "750,000", "800,000", "70 %", "seven villages", "905", "2 people", "3 people",
      "13 people", "20 people", "diverted", "960", "three of five", "89.5",
    ] {
      #expect(known.contains { $0.contains(word) }, "\(word)")
    }
  }
}
