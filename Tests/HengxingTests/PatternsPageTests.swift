import Diagnostics
import Formats
import Foundation
import Hengxing
import Rubrics
import TestSupport
import Testing

/// `docs/patterns.md` maps every pattern of published rubrics to a form and to a case that is run.
@Suite(.timed, .serialized) struct PatternsPageTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let row: String
    let file: String
    let name: String

    var testDescription: String { "\(row): \(name)" }
  }

  static let page =
    (try? String(
      contentsOf: Places.root.appending(path: "docs/patterns.md"), encoding: .utf8)) ?? ""

  /// Every row of a table that links to an example.
  static let examples: [Example] = page.split(separator: "\n").compactMap { line in
    guard line.hasPrefix("| "),
      let match = line.firstMatch(of: /\]\(([^)]+)\): “(.+)” \|$/)
    else { return nil }
    let row = line.dropFirst(2).split(separator: " |").first.map(String.init) ?? ""
    let link = String(match.1)
    let file = link.hasPrefix("../") ? String(link.dropFirst(3)) : "docs/" + link
    return Example(row: row, file: file, name: String(match.2))
  }

  init() throws {
    try #require(FileManager.default.changeCurrentDirectoryPath(Places.root.path))
  }

  @Test func allThirtyFourPatternsAreThereInOrder() {
    let patterns = Self.examples.map(\.row).filter { $0.contains(/^C\d+$/) }
    #expect(patterns == (1...34).map { "C\($0)" })
  }

  /// A row of the mapping: what says the pattern, where the language page shows it, and the case.
  struct Mapping: Sendable, CustomTestStringConvertible {
    let pattern: String
    let forms: [String]
    let anchor: String
    let file: String

    var testDescription: String { pattern }
  }

  static let mappings: [Mapping] = page.split(separator: "\n").compactMap { line in
    guard let match = line.firstMatch(of: /^\| (C\d+) \|[^|]*\|[^|]*\|([^|]*)\|([^|]*)\|/) else {
      return nil
    }
    let row = String(match.1)
    return Mapping(
      pattern: row, forms: String(match.2).matches(of: /`([^`]+)`/).map { String($0.1) },
      anchor: String(match.3.firstMatch(of: /\(LANGUAGE\.md#([^)]+)\)/)?.1 ?? ""),
      file: examples.first { $0.row == row }?.file ?? "")
  }

  /// The sections of the language page, by the anchor that readers of Markdown give their headings.
  static let sections: [String: String] = {
    let text =
      (try? String(contentsOf: Places.root.appending(path: "docs/LANGUAGE.md"), encoding: .utf8))
      ?? ""
    var sections: [String: String] = [:]
    var anchor = ""
    var isFenced = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") { isFenced.toggle() }
      if !isFenced, let heading = line.wholeMatch(of: /#+ (.+)/)?.1 {
        anchor = heading.lowercased().filter { $0.isLetter || $0.isNumber || " -_".contains($0) }
          .replacing(" ", with: "-")
      }
      sections[anchor, default: ""] += line + "\n"
    }
    return sections
  }()

  @Test(arguments: mappings)
  func everyPatternNamesAFormThatTheLanguagePageShowsAndARubricUses(mapping: Mapping) throws {
    let form = try #require(mapping.forms.first, "no form in backticks")
    let keys = try String(
      contentsOf: Places.root.appending(path: "docs/keys.en.md"), encoding: .utf8)
    // `grades: by` is the key `by` of `grades`.
    let key = form.split(separator: ":").map(String.init)[0]
    #expect(keys.contains("`\(key)`"), "`\(key)` is no key of the language")
    let section = try #require(Self.sections[mapping.anchor], "\(mapping.anchor)")
    // Such snippets stand word for word in files that are run.
    #expect(section.contains("```yaml in ") || section.contains("```console"))
    #expect(mapping.forms.contains { section.contains($0.split(separator: ":")[0]) })
    let tests = try String(
      contentsOf: Places.root.appending(path: mapping.file), encoding: .utf8)
    let name = try #require(tests.firstMatch(of: /(?m)^tests: (.+)$/)?.1)
    let folder = Places.root.appending(path: mapping.file).deletingLastPathComponent()
    let rubric = try String(contentsOf: folder.appending(path: String(name)), encoding: .utf8)
    #expect(
      mapping.forms.contains { rubric.contains("\($0.split(separator: ":")[0]):") },
      "\(name) has none of \(mapping.forms)")
  }

  @Test func everyPatternIsMapped() {
    #expect(Self.mappings.map(\.pattern) == (1...34).map { "C\($0)" })
  }

  @Test(arguments: examples)
  func theExampleIsACaseOfItsFile(example: Example) throws {
    let text = try String(
      contentsOf: Places.root.appending(path: example.file), encoding: .utf8)
    var diagnostics = Diagnostics()
    let node = YAMLReader.read(SourceText(text, path: example.file), into: &diagnostics)
    let tests = node.flatMap { RubricTestSyntax.read($0, into: &diagnostics) }
    let names = try #require(tests).cases.map(\.name)
    #expect(names.count { $0 == example.name } == 1, "\(example.file)")
  }

  @Test(arguments: Set(examples.map(\.file)).sorted())
  func everyFileOfExamplesPasses(file: String) throws {
    var proofing = Proofing()
    proofing.run(file)
    let rendered = DiagnosticRenderer(language: .en).render(proofing.diagnostics)
    #expect(!proofing.diagnostics.hasErrors, "\(rendered)")
    let tally = try #require(proofing.tallies.first)
    #expect(tally.caseCount > 0 && tally.passedCount == tally.caseCount, "\(file)")
  }

  /// 109.5 is a matter of the rounding: rounded down, the same evidence earns a star less.
  @Test func withoutRoundingUpHunanHasNoFiveStars() throws {
    func text(_ path: String) throws -> String {
      try String(contentsOf: Places.root.appending(path: path), encoding: .utf8)
    }
    let rubric = try text("rubrics/hunan-star.yaml")
    let down = rubric.replacing("round: {to: 1, mode: half up}", with: "round: {to: 1, mode: down}")
    #expect(down != rubric)
    let files = [
      "hunan-star.yaml": down, "hunan-star.tests.yaml": try text("rubrics/hunan-star.tests.yaml"),
    ]
    let round = try TemporaryRound(files)
    var proofing = Proofing()
    proofing.run(round.file("hunan-star.tests.yaml"))
    let told = proofing.diagnostics.all.filter { $0.code == "expectation-failed" }
      .map(\.headline.en)
    #expect(told.contains { $0.contains("`score` came out as 109") }, "\(told)")
    #expect(told.contains { $0.contains("four-star") && $0.contains("five-star") }, "\(told)")
  }

  @Test func everyFixtureOfKnownAnswersIsThere() {
    let known = Self.examples.map(\.row).filter { !$0.contains(/^C\d+$/) }
    for word in [
      "110", "109.5", "750,000", "800,000", "70 %", "seven villages", "905", "2 people", "3 people",
      "13 people", "20 people", "diverted", "960", "three of five", "89.5",
    ] {
      #expect(known.contains { $0.contains(word) }, "\(word)")
    }
  }
}
