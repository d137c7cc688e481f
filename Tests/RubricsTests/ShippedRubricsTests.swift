import Diagnostics
import Formats
import Foundation
import TestSupport
import Testing

@testable import Rubrics

@Suite(.timed) struct ShippedRubricsTests {
  static let files =
    (Places.files(in: Places.root.appending(path: "rubrics"), extension: "yaml")
    + Places.files(in: Places.root.appending(path: "samples"), extension: "yaml"))
    .filter { !$0.lastPathComponent.hasSuffix(".tests.yaml") }
    .filter { (try? String(contentsOf: $0, encoding: .utf8))?.contains("\nrubric: ") ?? false }
    // What stands on another rubric is read where files are found.
    .filter { !((try? String(contentsOf: $0, encoding: .utf8))?.contains("\nbase: ") ?? false) }

  @Test(arguments: files)
  func noShippedRubricHasADiagnostic(file: URL) throws {
    let text = try String(contentsOf: file, encoding: .utf8)
    var diagnostics = Diagnostics()
    let rubric = Rubric.read(
      SourceText(text, path: file.lastPathComponent), digest: "", into: &diagnostics)
    #expect(rubric != nil)
    let told = diagnostics.all.filter { $0.severity > .note }
    for diagnostic in told {
      Issue.record(Comment(rawValue: DiagnosticRenderer(language: .en).render(diagnostic)))
    }
  }

  static let tests =
    (Places.files(in: Places.root.appending(path: "rubrics"), extension: "yaml")
    + Places.files(in: Places.root.appending(path: "samples"), extension: "yaml"))
    .filter { $0.lastPathComponent.hasSuffix(".tests.yaml") }

  @Test(arguments: tests)
  func everyShippedTestFileCanBeRead(file: URL) throws {
    let text = try String(contentsOf: file, encoding: .utf8)
    var diagnostics = Diagnostics()
    let node = YAMLReader.read(
      SourceText(text, path: file.lastPathComponent), into: &diagnostics)
    let syntax = node.flatMap { RubricTestSyntax.read($0, into: &diagnostics) }
    #expect(syntax?.cases.isEmpty == false)
    for diagnostic in diagnostics.all {
      Issue.record(Comment(rawValue: DiagnosticRenderer(language: .en).render(diagnostic)))
    }
  }
}
