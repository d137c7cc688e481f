import Foundation
import TestSupport
import Testing

/// Snippets of the documentation that say where they stand must stand there.
@Suite(.timed) struct SnippetTests {
  struct Snippet: Sendable, CustomTestStringConvertible {
    let page: String
    let line: Int
    let file: String
    let lines: [String]

    var testDescription: String { "\(page):\(line)" }
  }

  static let snippets: [Snippet] = {
    let pages = Places.files(in: Places.root.appending(path: "docs"), extension: "md")
    return pages.flatMap { page -> [Snippet] in
      guard let text = try? String(contentsOf: page, encoding: .utf8) else { return [] }
      var snippets: [Snippet] = []
      var open: Snippet?
      var lines: [String] = []
      let all = text.split(separator: "\n", omittingEmptySubsequences: false)
      for (number, line) in all.enumerated() {
        if let file = line.wholeMatch(of: /```yaml in (.+)/)?.1 {
          open = Snippet(
            page: page.lastPathComponent, line: number + 1, file: String(file), lines: []
          )
          lines = []
        } else if line == "```", let snippet = open {
          snippets.append(
            Snippet(page: snippet.page, line: snippet.line, file: snippet.file, lines: lines)
          )
          open = nil
        } else if open != nil {
          lines.append(String(line))
        }
      }
      return snippets
    }
  }()

  @Test(arguments: snippets)
  func everySnippetStandsInItsFile(snippet: Snippet) throws {
    let text = try String(contentsOf: Places.root.appending(path: snippet.file), encoding: .utf8)
    #expect(
      text.contains(snippet.lines.joined(separator: "\n") + "\n"),
      "\(snippet.page):\(snippet.line) is not in \(snippet.file)"
    )
  }

  @Test func thereAreSnippets() {
    #expect(Self.snippets.count > 20)
  }
}
