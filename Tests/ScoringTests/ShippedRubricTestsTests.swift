import Diagnostics
import Foundation
import Rubrics
import Scoring
import TestSupport
import Testing

/// Every rubric test that stands beside a shipped rubric.
@Suite(.timed) struct ShippedRubricTestsTests {
  static let files =
    (Places.files(in: Places.root.appending(path: "rubrics"), extension: "yaml")
    + Places.files(in: Places.root.appending(path: "samples"), extension: "yaml"))
    .filter { $0.lastPathComponent.hasSuffix(".tests.yaml") }

  @Test(arguments: files)
  func everyShippedTestPasses(file: URL) throws {
    var diagnostics = Diagnostics()
    let text = try String(contentsOf: file, encoding: .utf8)
    let tests = try #require(
      RubricTestSyntax.read(
        SourceText(text, path: file.lastPathComponent), into: &diagnostics))
    let tested = file.deletingLastPathComponent().appending(path: tests.path)
    let written = try String(contentsOf: tested, encoding: .utf8)
    // Policies are tested where decisions are made, and what stands on another rubric where files are found.
    guard !written.contains("\nbase: "),
      written.contains("\nrubric: ") || written.hasPrefix("rubric: ")
    else { return }
    let rubric = try #require(
      Rubric.read(
        SourceText(written, path: tested.lastPathComponent), digest: "", into: &diagnostics))
    _ = RubricTestRunner(rubric).run(tests, into: &diagnostics)
    for diagnostic in diagnostics.all where diagnostic.severity == .error {
      Issue.record(Comment(rawValue: DiagnosticRenderer(language: .en).render(diagnostic)))
    }
  }
}
