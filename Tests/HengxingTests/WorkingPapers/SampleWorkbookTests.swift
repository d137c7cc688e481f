import Diagnostics
import Foundation
import Hengxing
import TestSupport
import Testing

/// Working papers of every sample round.
@Suite(.timed) struct SampleWorkbookTests {
  private static let rounds: [String] = {
    let root = Places.root.appending(path: "samples")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
    return names.sorted().map { "samples/\($0)/round.yaml" }.filter {
      FileManager.default.fileExists(atPath: Places.root.appending(path: $0).path)
    }
  }()

  private static let results = Remembered<String, RoundResult>()

  private func workbooks(of round: String) throws -> [HandedFile] {
    let result = try Self.results.value(for: round) {
      try #require(FileManager.default.changeCurrentDirectoryPath(Places.root.path))
      var diagnostics = Diagnostics()
      var options = Pipeline.Options(engine: "test")
      options.makesWorkbooks = true
      return try #require(Pipeline.run(round, options, into: &diagnostics), "\(round)")
    }
    return result.reports.compactMap(\.workbook) + [result.table].compactMap(\.self)
  }

  @Test func noCheckDisagrees() throws {
    #expect(Self.rounds.count > 5)
    var (checked, values) = (0, 0)
    for round in Self.rounds {
      for workbook in try workbooks(of: round) {
        let cells = try FormulaCells(workbook.bytes)
        #expect(!cells.texts.contains("✗"), "\(round) \(workbook.path)")
        checked += cells.texts.count { $0 == "✓" }
        values += cells.texts.count { $0 == "—" }
      }
    }
    #expect(checked > values, "\(checked) formulas, \(values) values")
  }

  @Test(
    .enabled(if: Office.isThere, "skipped: formulas calculated anew, for there is no LibreOffice"))
  func anOfficeFindsTheSame() throws {
    var all: [HandedFile] = []
    for round in Self.rounds { all += try workbooks(of: round) }
    let anew = try Office.recalculated(all.map(\.bytes))
    #expect(anew.count == all.count)
    for (workbook, bytes) in zip(all, anew) {
      let ours = try FormulaCells(workbook.bytes)
      let theirs = try FormulaCells(bytes)
      #expect(ours.differences(from: theirs).isEmpty, "\(workbook.path)")
    }
  }
}
