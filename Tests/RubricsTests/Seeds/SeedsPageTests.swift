import Foundation
import TestSupport
import Testing

/// `docs/seeds.md` tells of each sentence of the five articles which items answer it, and how.
@Suite(.timed) struct SeedsPageTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let id: String
    let items: [String]
    let how: String

    var testDescription: String { id }
  }

  static let rows: [Row] = {
    let page = Places.root.appending(path: "docs/seeds.md")
    let text = (try? String(contentsOf: page, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 5, cells[0].wholeMatch(of: /00\d-\d\d/) != nil else { return nil }
      return Row(
        id: cells[0], items: cells[3].matches(of: /`([^`]+)`/).map { String($0.1) }, how: cells[4])
    }
  }()

  @Test func everySentenceHasItsRow() {
    let counts = Dictionary(grouping: Self.rows) { $0.id.prefix(3) }.mapValues(\.count)
    #expect(counts == ["000": 23, "001": 24, "002": 65, "003": 50, "004": 15])
    #expect(Set(Self.rows.map(\.id)).count == Self.rows.count)
  }

  @Test(arguments: rows)
  func aRowNamesItemsThatExist(row: Row) throws {
    for name in row.items {
      let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
      let file = Places.root.appending(path: "rubrics/\(parts[0]).yaml")
      let text = try String(contentsOf: file, encoding: .utf8)
      guard parts.count == 2 else { continue }
      let found = text.matches(of: /(?:- |\{)id: ([a-z0-9-]+)/).contains { $0.1 == parts[1] }
      #expect(found, "\(row.id): `\(name)`")
    }
  }

  @Test(arguments: rows)
  func aRowIsAnsweredOrSaysWhyNot(row: Row) {
    let words = ["exact", "right", "not a rule", "missing"]
    #expect(words.contains { row.how.hasPrefix($0) }, "\(row.id): \(row.how)")
    let isAnswered = row.how.hasPrefix("exact") || row.how.hasPrefix("right")
    #expect(isAnswered == !row.items.isEmpty, "\(row.id)")
    // Whoever answers nothing says why in a sentence.
    if !isAnswered { #expect(row.how.contains(": ") && row.how.hasSuffix("."), "\(row.id)") }
  }

  @Test func fewSentencesAreNoRules() {
    #expect(Self.rows.count { $0.how.hasPrefix("not a rule") } <= 15)
  }
}
