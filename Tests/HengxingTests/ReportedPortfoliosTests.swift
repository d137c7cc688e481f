import Diagnostics
import Foundation
import Scoring
import TestSupport
import Testing

@testable import Hengxing

/// Files of portfolios that were reported, from outside the project: what each variant comes to.
@Suite(.timed, .enabled(if: Places.shared != nil, "the folder of outside material is absent"))
struct ReportedPortfoliosTests {
  private struct Scored {
    var lines: [String] = []
    var diagnostics: [Diagnostic] = []

    var codes: [String] { diagnostics.map(\.code) }
    func statuses(_ status: String) -> Int {
      lines.count { $0.split(separator: ",", omittingEmptySubsequences: false)[6] == status }
    }
  }

  private func folder(_ name: String) throws -> URL {
    try #require(Places.shared).appending(path: "reports/\(name)")
  }

  private func score(
    _ folder: URL, facts: URL?, tables: [(String, URL)] = [], without: [String] = []
  ) -> Scored {
    var request = PortfolioRun.Request(rubric: folder.appending(path: "rubric.yaml").path)
    request.facts = facts?.path
    request.tables = tables.map { ($0.0, $0.1.path) }
    request.without = without
    var diagnostics = Diagnostics()
    let text = PortfolioRun.score(request, into: &diagnostics)?.outcome.text ?? ""
    return Scored(
      lines: text.split(separator: "\n").dropFirst().map(String.init), diagnostics: diagnostics.all)
  }

  @Test(arguments: [
    ("control", 3, 0), ("dup-unread-header", 3, 0), ("t-dup-unread-header", 3, 0),
    ("overlong-row", 2, 1), ("text-after-quote", 2, 1), ("t-overlong-row", 2, 1),
    ("t-text-after-quote", 2, 1), ("unclosed-quote", 0, 0),
    // The byte stands in a remark that nobody reads.
    ("bad-byte", 3, 0),
  ])
  func oneFault(name: String, evaluated: Int, rejected: Int) throws {
    let folder = try folder("10-one-fault-nobody-scored")
    let variant = folder.appending(path: "variants/\(name)")
    let found = score(
      folder, facts: variant.appending(path: "facts.csv"),
      tables: [("服务记录", variant.appending(path: "服务记录.csv"))])
    #expect(found.statuses("已评定") + found.statuses("evaluated") == evaluated)
    #expect(found.lines.count == evaluated + rejected)
    if rejected > 0 { #expect(found.codes.last == "subjects-not-scored") }
    if evaluated == 0 { #expect(found.codes.last == "nobody-scored") }
  }

  @Test func aHeaderThatIsNotFoundIsShown() throws {
    let folder = try folder("15-separator-and-header-spelling")
    let variants = try FileManager.default.contentsOfDirectory(
      at: folder.appending(path: "variants"), includingPropertiesForKeys: nil)
    for file in variants {
      let found = score(folder, facts: file)
      guard found.lines.isEmpty else { continue }
      #expect(!file.lastPathComponent.contains("(reads)"), "\(file.lastPathComponent)")
      #expect(found.codes.last == "nobody-scored")
      if found.codes.first == "missing-key-column" {
        #expect(found.diagnostics.first?.notes.isEmpty == false, "\(file.lastPathComponent)")
      }
    }
  }

  @Test func keysThatASpreadsheetChangedAreNamed() throws {
    let folder = try folder("18-leading-zero-keys")
    let found = score(
      folder, facts: folder.appending(path: "facts.csv"),
      tables: [("服务记录", folder.appending(path: "服务记录.csv"))])
    let strangers = found.diagnostics.filter { $0.code == "unknown-key-of-rows" }
    #expect(!strangers.isEmpty)
    for stranger in strangers {
      #expect(!stranger.notes.isEmpty)
      #expect(stranger.help?.en.contains("add a row") == false)
    }
  }

  @Test func repeatedHeadersOfTwoYearsAreNotRead() throws {
    let folder = try folder("30-real-two-header-rows")
    for name in ["answers-first-row-removed.csv", "answers.csv"] {
      let found = score(folder, facts: folder.appending(path: name))
      #expect(found.lines.count == 4, "\(name)")
      #expect(found.statuses("evaluated") == 3, "\(name)")
      #expect(found.statuses("open") == 1, "\(name)")
    }
  }

  @Test func aTableWhoseEveryLineIsQuotedIsShown() throws {
    let folder = try folder("32-real-every-line-in-quotes")
    let found = score(folder, facts: folder.appending(path: "district.csv"))
    #expect(found.codes == ["missing-key-column", "nobody-scored"])
    #expect(found.diagnostics.first?.notes.last?.en == "every line looks quoted as one cell")
  }
}
