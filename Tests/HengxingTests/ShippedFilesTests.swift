import Diagnostics
import Foundation
import Hengxing
import Scoring
import TestSupport
import Testing

/// What ships is held to its own rules.
@Suite(.timed, .serialized) struct ShippedFilesTests {
  init() throws {
    try #require(FileManager.default.changeCurrentDirectoryPath(Places.root.path))
  }

  @Test(arguments: ["rubrics", "docs/examples", "samples/first-steps", "samples/from-word"])
  func nothingThatShipsDrawsAWarning(folder: String) {
    var inspection = Inspection()
    inspection.inspect(folder)
    let loud = inspection.diagnostics.all.filter { $0.severity != .note }
    #expect(loud.isEmpty, "\(DiagnosticRenderer(language: .en).render(inspection.diagnostics))")
    #expect(inspection.fileCount > 0)
  }

  @Test(arguments: ["rubrics", "docs/examples", "samples"])
  func everyRubricTestPassesAndReachesEveryItem(folder: String) throws {
    var proofing = Proofing()
    proofing.run(folder)
    let rendered = DiagnosticRenderer(language: .en).render(proofing.diagnostics)
    #expect(!proofing.diagnostics.hasErrors, "\(rendered)")
    #expect(!proofing.tallies.isEmpty)
    for tally in proofing.tallies {
      #expect(tally.passedCount == tally.caseCount, "\(tally.path)")
      // Items of a base are reached by the tests of the base.
      let written = try String(contentsOfFile: tally.path, encoding: .utf8)
      let tested = written.split(separator: "\n").first { $0.hasPrefix("tests: ") }?.dropFirst(7)
      let rubric = Places.root.appending(path: tally.path).deletingLastPathComponent()
        .appending(path: String(tested ?? ""))
      if (try? String(contentsOf: rubric, encoding: .utf8))?.contains("\nbase: ") == true {
        continue
      }
      #expect(tally.coverage?.missedItems ?? [] == [], "\(tally.path)")
    }
  }

  @Test func everyShippedRubricHasTests() {
    var proofing = Proofing()
    proofing.run("rubrics")
    let tested = Set(proofing.tallies.map(\.tested))
    var inspection = Inspection()
    inspection.inspect("rubrics")
    for sums in inspection.sums { #expect(tested.contains(sums.rubric), "\(sums.rubric)") }
  }

  @Test func theListOfRubricsNamesEveryFile() throws {
    let folder = Places.root.appending(path: "rubrics")
    let list = try String(contentsOf: folder.appending(path: "README.md"), encoding: .utf8)
    for file in Places.files(in: folder, extension: "yaml")
    where !file.lastPathComponent.hasSuffix(".tests.yaml") {
      let path = file.path.dropFirst(folder.path.count + 1).dropLast(".yaml".count)
      #expect(list.contains("`\(path)`"), "rubrics/README.md does not name \(path)")
    }
  }
}
