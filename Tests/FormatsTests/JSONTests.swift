import Diagnostics
import Formats
import TestSupport
import Testing
import Values

@Suite(.timed) struct JSONTests {
  @Test func readsExactNumbers() throws {
    let json = try #require(read("{\"a\": [0.1, -1.50, 1e3, 12345678901234567890123456789012.34]}"))
    #expect(json.canonicalText == "{\"a\":[0.1,-1.5,1000,12345678901234567890123456789012.34]}")
    #expect(json["a"]?.array?.first?.number == Number("0.1"))
  }

  @Test func writesKeysInOneOrder() {
    let json: JSON = ["b": 1, "é": "x", "a": [true, nil_, "\"\\\n\u{1}条"], "z": [:], "y": []]
    #expect(
      json.canonicalText
        == "{\"a\":[true,null,\"\\\"\\\\\\n\\u0001条\"],\"b\":1,\"y\":[],\"z\":{},\"é\":\"x\"}")
    #expect(
      (["b": 1, "a": [2, [:]]] as JSON).prettyText
        == "{\n  \"a\": [\n    2,\n    {}\n  ],\n  \"b\": 1\n}\n")
  }

  private var nil_: JSON { .null }

  @Test(arguments: [
    "\"\\u6761\\ud83d\\ude00\\/\\b\\f\\n\\r\\t\"", "[]", "{}", "[[],{}]", " 1 ", "\u{FEFF}null",
    "{\"\": \"\"}", "0", "-0", "1E-3",
  ])
  func readingWhatWasWrittenChangesNothing(text: String) throws {
    let json = try #require(read(text))
    #expect(read(json.canonicalText) == json)
    #expect(read(json.prettyText) == json)
  }

  static let bad = [
    ("json-unexpected", "«»"), ("json-unexpected", "[1 «2»]"), ("json-unexpected", "{\"a\" «1»}"),
    ("json-unexpected", "{«a»: 1}"), ("json-unexpected", "{\"a\": 1«]»"),
    ("json-unexpected", "1 «1»"),
    ("json-unexpected", "[1,«]»"), ("json-unexpected", "[«n»ul]"), ("json-unexpected", "[«N»aN]"),
    ("json-number", "[«01»]"), ("json-number", "[«1.»]"), ("json-number", "[«-»]"),
    ("json-number", "[«1e»]"), ("json-number", "[«1e99999»]"),
    ("json-escape", "\"«\\q»\""), ("json-escape", "\"«\\ud83d»x\""),
    ("json-escape", "\"«\\ude00»\""),
    ("json-control-character", "\"a«\n»\""), ("json-unclosed-string", "[«\"»a"),
    ("json-unclosed-string", "«\"»a\\\""), ("json-duplicate-key", "{\"a\": 1, «\"a\"»: 2}"),
    ("json-too-deep", String(repeating: "[", count: 129) + "«[»[]"),
  ]

  @Test(arguments: bad)
  func pointsAtTheMistake(code: String, text: String) throws {
    let marked = Marked(text)
    var diagnostics = Diagnostics()
    #expect(JSONReader.read(SourceText(marked.text, path: "f.json"), into: &diagnostics) == nil)
    let diagnostic = try #require(diagnostics.all.first)
    #expect(diagnostic.code == code)
    guard case .text(_, let span) = try #require(diagnostic.place) else {
      Issue.record("no span")
      return
    }
    #expect(span.start..<span.end == marked.ranges.first)
  }

  @Test func saysEachMistakeInBothLanguages() throws {
    var diagnostics = Diagnostics()
    for (_, text) in Self.bad {
      _ = JSONReader.read(SourceText(Marked(text).text, path: "f.json"), into: &diagnostics)
    }
    let screen = Language.allCases.map { DiagnosticRenderer(language: $0).render(diagnostics) }
    try expectGolden(screen.joined(separator: "\n"), "json.txt")
  }

  @Test(arguments: ["[", "{\"a\":", "\"", "\\", "1", "[1,"])
  func aMillionOfAnythingIsAMistakeAndNotACrash(piece: String) {
    var diagnostics = Diagnostics()
    let text = String(repeating: piece, count: 1_000_000 / piece.utf8.count)
    #expect(JSONReader.read(SourceText(text, path: "f.json"), into: &diagnostics) == nil)
    #expect(diagnostics.hasErrors)
  }

  private func read(_ text: String) -> JSON? {
    var diagnostics = Diagnostics()
    let json = JSONReader.read(SourceText(text, path: "f.json"), into: &diagnostics)
    #expect(diagnostics.isEmpty)
    return json
  }
}
