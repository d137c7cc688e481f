import Diagnostics
import Formats
import TestSupport
import Testing

@Suite(.timed) struct YAMLReaderTests {
  @Test func readsAMapping() throws {
    let mapping = try #require(try read("a: 1\nb: [x, y]\nc:\n").mapping)
    #expect(mapping["a"]?.scalar?.text == "1")
    #expect(mapping["b"]?.sequence?.items.map { $0.scalar?.text } == ["x", "y"])
    #expect(mapping["b"]?.sequence?.isFlow == true)
    #expect(mapping["c"]?.scalar?.isAbsent == true)
  }

  @Test(arguments: [
    ("a: «条文»\n", Scalar.Style.plain), ("条: «'a''b'»\n", .singleQuoted),
    ("条: «\"a\\nb\"»\n", .doubleQuoted), ("a: «|\n  b\n  c»\n\n\n", .literal),
    ("a: «>-\n  b\n  c»\nd: e\n", .folded), ("\u{feff}a: «b»\r\n", .plain),
  ])
  func spansCountBytes(marked: String, style: Scalar.Style) throws {
    let marked = Marked(marked)
    let scalar = try #require(try read(marked.text).mapping?.entries.first?.value.scalar)
    #expect(scalar.span.start..<scalar.span.end == marked.ranges.first)
    #expect(scalar.style == style)
  }

  /// Every letter `x` of a text must be found where the file has its letter `x`.
  @Test(arguments: [
    "a: 1x2x\n",
    "a: 条x\n   条x\n\n   x\n",
    "a: '条''x\n\n  '' x'\n",
    "a: \"\\u6761x\\n \\t x \\\n   x\\U0001F600x\n   x\"\n",
    "a: |\n  条x\n    x\n\n  x\n",
    "a: |\r\n  条x\r\n    x\r\n\r\n  x\r\n",
    "a: |2-\n    x\n   x x\n",
    "a: >\n  条x\n  条x\n\n    x\n    x\n  x\n",
    "- a:\n    - |\n      if x\n      then x\n    - x\n",
  ])
  func eachByteOfATextKnowsItsPlace(file: String) throws {
    let source = SourceText(file, path: "f.yaml")
    var diagnostics = Diagnostics()
    let node = try #require(YAMLReader.read(source, into: &diagnostics))
    var found: [Int] = []
    forEachText(in: node) { passage in
      for (offset, byte) in passage.text.utf8.enumerated() where byte == UInt8(ascii: "x") {
        guard case .text(_, let span) = passage.place(of: Span(offset, offset + 1)) else {
          continue
        }
        #expect(span.end == span.start + 1)
        found.append(span.start)
      }
    }
    let expected = file.utf8.enumerated().filter { $0.element == UInt8(ascii: "x") }.map(\.offset)
    #expect(found == expected)
  }

  @Test func seesACommentBehindAText() throws {
    let scalar = try #require(try read("when: x # y\n").mapping?["when"]?.scalar)
    let comment = try #require(scalar.trailingComment)
    #expect(scalar.source.slice(comment) == "# y")
    #expect(scalar.rawLine == "when: x # y")
    #expect(try read("when: x#y\n").mapping?["when"]?.scalar?.trailingComment == nil)
  }

  @Test(arguments: [
    "[", "{", "{a: ", "- ", "? ", "a:\n ", "!", "&a ", "'", "\"\\", "|\n", "%", "\u{0}",
  ])
  func aMillionOfAnythingIsAMistakeAndNotACrash(piece: String) {
    var diagnostics = Diagnostics()
    let text = String(repeating: piece, count: 1_000_000 / piece.utf8.count)
    let node = YAMLReader.read(SourceText(text, path: "f.yaml"), into: &diagnostics)
    #expect(diagnostics.hasErrors || node != nil)
  }

  @Test func stopsAtTooManyValues() {
    var diagnostics = Diagnostics()
    let text = String(repeating: "- a\n", count: YAMLReader.maximumNodeCount)
    _ = YAMLReader.read(SourceText(text, path: "f.yaml"), into: &diagnostics)
    #expect(diagnostics.all.map(\.code) == ["yaml-too-large"])
  }

  @Test func refusesWhatIsNotUTF8() {
    var diagnostics = Diagnostics()
    let text = TextReader.read([0x61, 0x0A, 0xB5, 0xBA], path: "f.yaml", into: &diagnostics)
    #expect(text == nil)
    #expect(diagnostics.all.map(\.code) == ["not-utf-8"])
    #expect(diagnostics.all.first?.headline.en == "the byte 0xB5 on line 2 is not UTF-8")
  }

  private func read(_ text: String) throws -> Node {
    var diagnostics = Diagnostics()
    let node = YAMLReader.read(SourceText(text, path: "f.yaml"), into: &diagnostics)
    #expect(diagnostics.isEmpty)
    return try #require(node)
  }

  private func forEachText(in node: Node, _ body: (Passage) -> Void) {
    switch node {
    case .scalar(let scalar): body(scalar.passage)
    case .sequence(let sequence): for item in sequence.items { forEachText(in: item, body) }
    case .mapping(let mapping):
      for entry in mapping.entries {
        body(entry.key.passage)
        forEachText(in: entry.value, body)
      }
    }
  }
}
