import Diagnostics
import Formats
import Foundation
import TestSupport
import Testing

/// Values as documents and back, as Foundation does it.
@Suite(.timed) struct JSONCodingTests {
  private enum Kind: String, Codable { case plain, strange }

  private struct Line: Codable, Equatable {
    var kind: Kind
    var count: Int?
    var small: Int8 = -128
    var large = UInt32.max
  }

  private struct Page: Codable, Equatable {
    var title: String
    var isOpen: Bool
    var lines: [Line]
    var first: Line?
    var counts: [String: Int]
    var rows: [[Int?]]
    var none: [Line] = []
  }

  private static let page = Page(
    title: "评估\"\\/\n\u{1F600}", isOpen: true,
    lines: [Line(kind: .plain, count: .min), Line(kind: .strange)], first: Line(kind: .plain),
    counts: ["甲": 1, "乙": 2], rows: [[], [1, nil, .max]])

  @Test func aDocumentIsAsFoundationWritesIt() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let theirs = String(decoding: try encoder.encode(Self.page), as: UTF8.self)
    #expect(try JSON(encoding: Self.page).canonicalText == theirs)
  }

  /// Kinds of values that nest, are named out of order, hold nothing or say nothing of themselves.
  private enum Shape: Codable {
    case point
    case polygon(sides: Int, centre: [String: [Int]])
    case named(String, Bool?)
  }

  private struct Silent: Encodable {
    func encode(to encoder: any Encoder) {}
  }

  private struct Deep: Encodable {
    let z = [
      Shape.point, .polygon(sides: 3, centre: ["y": [], "x": [1]]),
      .named("\u{202E}\u{1F600}“甲”\u{7F}", nil),
    ]
    let b: [Silent] = [Silent(), Silent()]
    let a: [String: [String: Silent]] = ["é": ["z": Silent(), "": Silent()], "e": [:]]
    let ab: Int? = nil
    let aa: UInt64 = 7
  }

  @Test func aDocumentIsWrittenAtOnceAsItIsWrittenOutOfItsParts() throws {
    let text = try JSON.prettyText(encoding: Deep())
    let parts: JSON = [
      "aa": 7, "a": ["e": [:], "é": ["": [:], "z": [:]]], "b": [[:] as JSON, [:]],
      "z": [
        ["point": [:]], ["polygon": ["centre": ["x": [1], "y": []], "sides": 3]],
        ["named": ["_0": "\u{202E}\u{1F600}“甲”\u{7F}"]],
      ],
    ]
    #expect(text == parts.prettyText)
    #expect(text.contains("\\u202e\u{1F600}“甲”\\u007f"))
    #expect(try JSON.prettyText(encoding: "a") == "\"a\"\n")
    #expect(try JSON.prettyText(encoding: [Int]()) == "[]\n")
  }

  @Test func whatWasWrittenIsReadAgain() throws {
    let json = try JSON(encoding: Self.page)
    #expect(try JSON.prettyText(encoding: Self.page) == json.prettyText)
    #expect(try json.decoded(as: Page.self) == Self.page)
    #expect(try JSONDecoder().decode(Page.self, from: Data(json.prettyText.utf8)) == Self.page)
  }

  @Test(arguments: [
    "{}", "[]", "1", "null", "{\"kind\": \"plain\"}",
    "{\"kind\": \"unheard\", \"small\": 1, \"large\": 1}",
    "{\"kind\": \"plain\", \"small\": 128, \"large\": 1}",
    "{\"kind\": \"plain\", \"small\": 1.5, \"large\": 1}",
    "{\"kind\": \"plain\", \"small\": \"1\", \"large\": 1}",
    "{\"kind\": \"plain\", \"small\": true, \"large\": 1}",
    "{\"kind\": \"plain\", \"small\": null, \"large\": 1}",
    "{\"kind\": null, \"small\": 1, \"large\": 1}",
    "{\"kind\": \"plain\", \"small\": 1, \"large\": 1, \"count\": \"x\"}",
    "{\"kind\": \"plain\", \"small\": 1, \"large\": 1, \"count\": null, \"more\": []}",
    "{\"kind\": \"plain\", \"small\": 1.0, \"large\": 1e3}",
  ])
  func whatIsNotMeantIsRefusedAsFoundationDoes(text: String) throws {
    var diagnostics = Diagnostics()
    let source = SourceText(text, path: "x.json")
    let json = try #require(JSONReader.read(source, into: &diagnostics))
    let theirs = try? JSONDecoder().decode(Line.self, from: Data(text.utf8))
    #expect((try? json.decoded(as: Line.self)) == theirs)
  }

  @Test func binaryFractionsAreRefused() {
    #expect(throws: EncodingError.self) { try JSON(encoding: [0.5]) }
    #expect(throws: DecodingError.self) { try JSON.array([1]).decoded(as: [Double].self) }
  }
}
