import Bundles
import Diagnostics
import Formats
import Foundation
import Handouts
import Reports
import TestSupport
import Testing
import WorkbookWriting

@testable import Hengxing

/// The evidence of every sample, written into its form, scores as it does in files of its own.
@Suite(.timed) struct FormsOfSamplesTests {
  /// A copy of a sample round in which every bundle is a filled form beside its documents and judgements.
  private func refill(_ sample: String, in scratch: Scratch) throws -> String {
    for folder in ["rubrics", "samples/\(sample)"] {
      let target = scratch.folder.appending(path: folder)
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.copyItem(at: Places.root.appending(path: folder), to: target)
    }
    let path = scratch.folder.appending(path: "samples/\(sample)/round.yaml").path
    var found = Diagnostics()
    let opened = RoundForms(path, into: &found)
    let forms = try #require(opened)
    // A zip stays as it is: nothing is put into it.
    for subject in forms.round.subjects where !subject.bundle.text.hasSuffix(".zip") {
      let folder = Files.path(subject.bundle.text, besides: path)
      let read = BundleReader.read(folder, shownAs: subject.bundle.text, into: &found)
      let bundle = try #require(read)
      let bytes = try forms.form(for: subject, filledWith: bundle).workbook.bytes()
      for name in ["bundle.yaml", "tables", "surveys"] {
        try? FileManager.default.removeItem(atPath: "\(folder)/\(name)")
      }
      try Data(bytes).write(to: URL(filePath: "\(folder)/bundle.xlsx"))
    }
    return path
  }

  // The evidence of `haining-year` lies in another sample.
  @Test(arguments: ResultsOfSamplesTests.rounds.filter { $0 != "haining-year" })
  func aFilledFormScoresTheSame(_ sample: String) throws {
    let before = try SampleRuns.result(of: "samples/\(sample)/round.yaml").reports
    let scratch = try Scratch()
    let path = try refill(sample, in: scratch)
    var found = Diagnostics()
    let run = Pipeline.run(path, .init(engine: "test"), into: &found)
    let result = try #require(run)
    #expect(result.reports.map(\.folder) == before.map(\.folder))
    for (now, then) in zip(result.reports, before) {
      let lines = ResultsOfSamplesTests.lines(of: now.report).map { "\($0.what): \($0.result)" }
      let wanted = ResultsOfSamplesTests.lines(of: then.report).map { "\($0.what): \($0.result)" }
      let differing = Set(lines).symmetricDifference(wanted).sorted()
      #expect(differing == [], "\(sample) \(then.folder)")
      #expect(now.report.missing.count == then.report.missing.count, "\(sample) \(then.folder)")
    }
    for diagnostic in found.all where diagnostic.place?.path.contains("bundle.xlsx") == true {
      #expect(diagnostic.severity != .error, "\(diagnostic.code)")
    }
  }
}
