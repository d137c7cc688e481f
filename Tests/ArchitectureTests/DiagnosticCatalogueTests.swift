import Foundation
import TestSupport
import Testing

/// Codes are a promise: one meaning each, in both languages, on the page that lists them.
@Suite(.timed) struct DiagnosticCatalogueTests {
  private let catalogue: DiagnosticCatalogue

  init() throws {
    catalogue = try DiagnosticCatalogue()
    try #require(catalogue.entries.count > 200)
  }

  @Test func noCodeMeansTwoThings() {
    let byCode = Dictionary(grouping: catalogue.entries, by: \.code)
    for (code, entries) in byCode where entries.count > 1 {
      Issue.record("\(code) stands in \(entries.map(\.file))")
    }
  }

  @Test func everyMessageHasBothSentences() {
    for entry in catalogue.entries {
      #expect(!entry.en.isEmpty && !entry.zh.isEmpty, "\(entry.code) in \(entry.file)")
      #expect(entry.zh.unicodeScalars.contains { $0.value >= 0x4E00 }, "\(entry.code): \(entry.zh)")
      #expect(!entry.en.hasSuffix("."), "\(entry.code): \(entry.en)")
      #expect(["error", "warning", "note"].contains(entry.severity), "\(entry.code)")
    }
  }

  @Test func everyErrorSaysWhatToDo() {
    for entry in catalogue.entries where entry.severity == "error" {
      #expect(entry.hasRemedy, "\(entry.code) in \(entry.file)")
    }
  }

  /// What may come without a remedy where it has none to give: in screens that tests keep.
  @Test func everyErrorOnAScreenHasItsRemedy() throws {
    let folder = Places.root.appending(path: "Tests")
    var count = 0
    for file in Places.files(in: folder, extension: "txt") {
      let text = try String(contentsOf: file, encoding: .utf8)
      for screen in text.matches(of: #/(?m)^error\[([a-z0-9-]+)\]:.*\n((?:.+\n)*)/#) {
        count += 1
        #expect(
          screen.2.contains(#/(?m)^help: /#), "\(screen.1) in \(file.lastPathComponent)")
      }
    }
    #expect(count > 100)
  }

  @Test func thePageListsEveryMessage() throws {
    let file = Places.root.appending(path: "docs/diagnostics.md")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try Data(catalogue.page.utf8).write(to: file)
    }
    let written = try String(contentsOf: file, encoding: .utf8)
    #expect(written == catalogue.page, "run the tests once with UPDATE_GOLDEN=1")
  }

  /// Codes that no test can bring about on every system.
  private static let unreachable: Set = ["no-gb18030"]

  @Test func everyCodeIsHeldByATest() throws {
    let folder = Places.root.appending(path: "Tests")
    let texts = try ["swift", "txt", "cases", "md", "yaml"].flatMap {
      try Places.files(in: folder, extension: $0).map {
        try String(contentsOf: $0, encoding: .utf8)
      }
    }
    let words = Set(
      texts.joined(separator: "\n").split { !($0.isLowercase || $0.isNumber || $0 == "-") })
    let missed = catalogue.entries.map(\.code)
      .filter { !words.contains(Substring($0)) && !Self.unreachable.contains($0) }
    #expect(missed == [])
  }
}
