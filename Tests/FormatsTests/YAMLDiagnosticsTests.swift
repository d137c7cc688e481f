import Diagnostics
import Formats
import TestSupport
import Testing

/// The smallest input that causes a code, with the marked bytes it points at, and its accepted twin.
struct YAMLCase: Sendable, CustomTestStringConvertible {
  let code: String
  let bad: String
  let good: String

  var testDescription: String { code }

  init(_ code: String, _ bad: String, twin good: String) {
    self.code = code
    self.bad = bad
    self.good = good
  }

  static let all = [
    YAMLCase("yaml-alias", "a: «*b»\n", twin: "a: '*b'\n"),
    YAMLCase("yaml-alias", "a: «*» 5\n", twin: "a: 5 * 5\n"),
    YAMLCase("yaml-anchor", "a: «&b» c\n", twin: "a: '&b c'\n"),
    YAMLCase("yaml-block-indicator", "when: «>» 5\n", twin: "when: '> 5'\n"),
    YAMLCase("yaml-block-indicator", "when: «>»= 5\n", twin: "when: |\n  >= 5\n"),
    YAMLCase("yaml-colon-in-text", "when: a«:» b\n", twin: "when: 'a: b'\n"),
    YAMLCase("yaml-colon-without-space", "a: 1\nb«:»2\nc: 3\n", twin: "a: 1\nb: 2\n"),
    YAMLCase("yaml-colon-without-space", "a«:»1", twin: "a: 1"),
    YAMLCase("yaml-comma-ends-value", "{en: A, «b»}", twin: "{en: 'A, b'}"),
    YAMLCase("yaml-complex-key", "? «[a]»\n: b\n", twin: "'[a]': b\n"),
    YAMLCase("yaml-control-character", "a: b«\u{1}»\n", twin: "a: b\n"),
    YAMLCase("yaml-dash-after-key", "a: «-» b\n", twin: "a:\n  - b\n"),
    YAMLCase("yaml-directive", "«%YAML» 1.1\n---\na: b\n", twin: "a: b\n"),
    YAMLCase("yaml-duplicate-key", "a: 1\n«a»: 2\n", twin: "a: 1\nb: 2\n"),
    YAMLCase("yaml-empty", "# nothing\n", twin: "a: 1\n"),
    YAMLCase("yaml-escape", "a: \"«\\»d+\"\n", twin: "a: '\\d+'\n"),
    YAMLCase("yaml-full-width-colon", "标题«：»海宁", twin: "标题: 海宁"),
    YAMLCase("yaml-full-width-colon", "a: 1\n标题«：»海宁\nb: 2\n", twin: "a: 1\n标题: 海：宁\n"),
    YAMLCase("yaml-full-width-colon", "{zh«：»工资, en: Pay}", twin: "{zh: 工资, en: Pay}"),
    YAMLCase("yaml-indentation", "a: 1\n b«:» 2\n", twin: "a: 1\nb: 2\n"),
    YAMLCase("yaml-indentation", "a:\n    b: 1\n  «c»: 2\n", twin: "a:\n    b: 1\n    c: 2\n"),
    YAMLCase("yaml-key-without-colon", "a: 1\n«b c»\nd: 3\n", twin: "a: 1\n  b c\nd: 3\n"),
    YAMLCase("yaml-reserved-character", "a: «@»b\n", twin: "a: '@b'\n"),
    YAMLCase("yaml-reserved-character", "a: «,» b\n", twin: "a: '] b'\n"),
    YAMLCase("yaml-several-documents", "a: 1\n«---»\nb: 2\n", twin: "---\na: 1\n"),
    YAMLCase("yaml-syntax", "a: 1\n...\n«b»: 2\n", twin: "a: 1\n...\n"),
    YAMLCase("yaml-tab", "a:\n«\t»- b\n", twin: "a:\n  - b\tc\n"),
    YAMLCase("yaml-tag", "a: «!b» c\n", twin: "a: '!b c'\n"),
    YAMLCase("yaml-text-after-bracket", "when: {a: 1}«.»a\n", twin: "when: '{a: 1}.a'\n"),
    YAMLCase("yaml-text-after-quote", "when: \"RN\" «=» role\n", twin: "when: '\"RN\" = role'\n"),
    YAMLCase("yaml-unclosed-bracket", "a: «[»1, 2\n", twin: "a: [1, 2]\n"),
    YAMLCase("yaml-unclosed-quote", "a: «\"»b\n", twin: "a: \"b\"\n"),
    YAMLCase("yaml-unclosed-quote", "a: «\"»b\nc: \"d\"\n", twin: "a: \"b\"\nc: \"d\"\n"),
  ]
}

@Suite(.timed) struct YAMLDiagnosticsTests {
  @Test(arguments: YAMLCase.all)
  func pointsAtTheMistake(_ example: YAMLCase) throws {
    let marked = Marked(example.bad)
    let found = read(marked.text)
    #expect(found.all.map(\.code) == [example.code])
    guard let range = marked.ranges.first else { return }
    guard case .text(_, let span) = try #require(found.all.first?.place) else {
      Issue.record("no span")
      return
    }
    #expect(span.start..<span.end == range)
  }

  @Test(arguments: YAMLCase.all)
  func acceptsTheTwin(_ example: YAMLCase) {
    #expect(read(example.good).all.map(\.code) == [])
  }

  @Test func saysEachMistakeInBothLanguages() throws {
    var screen = ""
    for example in YAMLCase.all {
      for language in Language.allCases {
        screen +=
          DiagnosticRenderer(language: language).render(read(Marked(example.bad).text)) + "\n"
      }
    }
    var found = read(String(repeating: "[", count: 100))
    found.append(read(String(repeating: "- a\n", count: YAMLReader.maximumNodeCount)))
    _ = TextReader.read([0x61, 0x0A, 0xB5], path: "f.yaml", into: &found)
    let large = [UInt8](repeating: 0x61, count: TextReader.maximumByteCount + 1)
    _ = TextReader.read(large, path: "f.yaml", into: &found)
    for language in Language.allCases {
      screen += DiagnosticRenderer(language: language).render(found) + "\n"
    }
    try expectGolden(screen, "yaml.txt")
  }

  @Test func keepsLinesOfEvidenceToItself() {
    var found = Diagnostics()
    _ = YAMLReader.read(SourceText("姓名: @张三\n", path: "b.yaml", isPrivate: true), into: &found)
    let screen = DiagnosticRenderer(language: .en).render(found)
    #expect(!screen.contains("张三"))
    #expect(screen.contains("b.yaml:1:5"))
  }

  private func read(_ text: String) -> Diagnostics {
    var diagnostics = Diagnostics()
    _ = YAMLReader.read(SourceText(text, path: "f.yaml"), into: &diagnostics)
    return diagnostics
  }
}
