import Diagnostics
import Formats
import Foundation
import TestSupport
import Testing

@testable import Rubrics

/// Files of the repository that are made from the key table.
@Suite(.timed) struct PublishedFilesTests {
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

  /// One entry for each code: both sentences, the smallest change that causes it, and its accepted twin.
  @Test func thePageOfMessagesIsMadeFromTheCases() throws {
    var page = """
      # What the rubric checker says

      Made from `Tests/RubricsTests/Cases` by the tests; do not edit. Each change is made in
      `Tests/RubricsTests/Cases/base.yaml`, which itself has no mistake, or for what is only worth a look in `lints.yaml`.


      """
    var told = Set<String>()
    let mistakes = CheckerTests.cases.map { ($0, $0.applied(to: CheckerTests.base)) }
    let lints = LintTests.cases.map { ($0, $0.applied(to: LintTests.base)) }
    let cases = (mistakes + lints).sorted { $0.0.codes[0] < $1.0.codes[0] }
    for (mistake, text) in cases where mistake.codes[0] != "none" {
      guard told.insert(mistake.codes[0]).inserted, let text,
        let diagnostic = LintTests.told(text).first(where: { $0.code == mistake.codes[0] })
      else { continue }
      page += "## \(diagnostic.code)\n\n"
      page += "\(diagnostic.headline.en)  \n\(diagnostic.headline.zh)\n\n"
      for note in diagnostic.notes { page += "\(note.en)  \n\(note.zh)\n\n" }
      if let help = diagnostic.help { page += "\(help.en)  \n\(help.zh)\n\n" }
      page += "```diff\n" + marked(mistake.before, "-") + marked(mistake.after, "+") + "```\n\n"
    }
    try expectFile(page, "docs/messages-of-rubrics.md")
  }

  /// Lines of a change; `+` has the mistake, `-` is accepted.
  private func marked(_ text: String, _ mark: String) -> String {
    var lines = text.components(separatedBy: "\n")
    if lines.last == "" { lines.removeLast() }
    return lines.map { "\(mark) \($0)\n" }.joined()
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
