import Foundation
import TestSupport
import Testing

@testable import Papers
@testable import Reports

/// `docs/papers.md` says which paper goes to whom and which columns it may hold.
@Suite(.timed) struct PaperTableTests {
  /// By the name of a file: the words of its columns.
  private static func table() throws -> [String: String] {
    let page = try String(
      contentsOf: Places.root.appending(path: "docs/papers.md"), encoding: .utf8)
    var rows: [String: String] = [:]
    for line in page.split(separator: "\n") where line.hasPrefix("| ") {
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      if cells.count >= 4 { rows[cells[1]] = cells[3] }
    }
    return rows
  }

  private static func papers() throws -> [PaperPack.Paper] {
    let (settled, open) = (try SampleResult.station(), try SampleResult.open())
    return PaperPack.papers(about: settled) + PaperPack.papers(about: open)
      + PaperPack.papers(about: [Brief(settled), Brief(open)])
  }

  @Test func everyColumnOfEveryPaperIsNamed() throws {
    let table = try Self.table()
    for paper in try Self.papers() {
      let columns = try #require(table[paper.name], "\(paper.name)")
      let named = Set(columns.split(separator: "、").map(String.init))
      for head in paper.document.tables.flatMap(\.columns).map(\.head) where !head.isEmpty {
        for word in head.split(separator: "、").map(String.init) {
          #expect(named.contains(word), "\(paper.name): \(word)")
        }
      }
    }
  }

  @Test func everyPaperHasARow() throws {
    let table = try Self.table()
    for name in PaperPack.names { #expect(table[name] != nil, "\(name)") }
  }
}
