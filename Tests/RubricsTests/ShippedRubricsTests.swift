import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Rubrics

@Suite struct ShippedRubricsTests {
  static let files = (Places.files(in: Places.root.appending(path: "rubrics"), extension: "yaml")
    + Places.files(in: Places.root.appending(path: "samples"), extension: "yaml"))
    .filter { !$0.lastPathComponent.hasSuffix(".tests.yaml") }
    .filter { (try? String(contentsOf: $0, encoding: .utf8))?.contains("\nrubric: ") ?? false }

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
}
