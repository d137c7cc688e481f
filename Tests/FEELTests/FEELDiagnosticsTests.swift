import Diagnostics
import Foundation
import TestSupport
import Testing
import Values

@testable import FEEL

/// The full text of every message, in both languages, from the cases that cause it.
@Suite(.timed) struct FEELDiagnosticsTests {
  @Test func everyMessageReadsWell() throws {
    var pages: [String: String] = [:]
    for url in CasesTests.files {
      let file = try CaseFile(url)
      for one in file.cases where !one.mistakes.isEmpty {
        for diagnostic in file.plan(one).diagnostics.all where pages[diagnostic.code] == nil {
          pages[diagnostic.code] = Language.allCases.map {
            DiagnosticRenderer(language: $0).render(diagnostic)
          }.joined(separator: "\n")
        }
      }
    }
    for (code, page) in pages.sorted(by: { $0.key < $1.key }) {
      try expectGolden(page, "\(code).txt")
    }
  }

  @Test func everyCodeHasACase() throws {
    let cases = try CasesTests.files.flatMap { try CaseFile($0).cases.flatMap(\.mistakes) }
    let caused = Set(cases.map { String($0.prefix { $0 != " " }) })
    let folder = Places.root.appending(path: "Sources/FEEL")
    for file in Places.files(in: folder, extension: "swift")
    where file.lastPathComponent.hasPrefix("FEELDiagnostics") {
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: /Diagnostic\(\s*"([a-z-]+)"/) {
        let code = String(match.1)
        #expect(caused.contains(code) || Self.hardToWrite.contains(code), "\(code)")
      }
    }
  }

  /// Codes that need more than a line; other tests cause them.
  private static let hardToWrite: Set = [
    "expression-too-deep", "expression-too-long", "uneven-rule", "unlike-results",
    "unlisted-result",
  ]
}
