import Diagnostics
import Formats
import Foundation
import TestSupport
import Testing

@testable import Rubrics

/// Files of the repository that are made from the key table.
@Suite struct PublishedFilesTests {
  @Test func theSchemaIsThatOfTheKeyTable() throws {
    let schema = Vocabulary.rubric.schema(
      root: "rubric", id: "https://hengxing.example/rubric.schema.json")
    try expectFile(schema.prettyText + "\n", "rubrics/rubric.schema.json")
  }

  @Test(arguments: Language.allCases)
  func theKeysOfTheDocsAreThoseOfTheKeyTable(language: Language) throws {
    let title = Wording(
      en:
        "# The keys of rubrics and their tests\n\nMade from the key table by the tests; do not edit.\n\n",
      zh: "# 细则及其测试文件的键\n\n由测试从键表生成，请勿手工修改。\n\n")
    let text =
      title.text(in: language) + Vocabulary.rubric.keyTable(in: language)
      + Vocabulary.rubricTests.keyTable(in: language)
    try expectFile(text, "docs/keys.\(language.rawValue).md")
  }

  private func expectFile(_ actual: String, _ path: String) throws {
    let file = Places.root.appending(path: path)
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(actual.utf8).write(to: file)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == actual, "differs from \(path)")
  }
}
