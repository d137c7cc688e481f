import Diagnostics
import TestSupport
import Testing

@testable import Formats

/// A further key goes where its mapping ends, in whatever way the mapping is laid out.
@Suite(.timed) struct YAMLEditTests {
  /// What becomes of a text when `new: 1` is added to the mapping of the marked key.
  private func adding(to marked: String) -> String? {
    let marked = Marked(marked)
    let source = SourceText(marked.text, path: "file.yaml")
    let span = marked.ranges.first.map { Span($0.lowerBound, $0.upperBound) } ?? .zero
    return Edit.adding("new: 1", toMappingOf: .text(source, span)).map {
      Edit.applying([$0], to: source)
    }
  }

  @Test(arguments: [
    ("«a»: 1\nb: 2\n", "a: 1\nb: 2\nnew: 1\n"),
    (
      "top:\n  «a»: |\n    x\n    y\n\nnext: 1\n",
      "top:\n  a: |\n    x\n    y\n  new: 1\n\nnext: 1\n"
    ),
    (
      "list:\n  - «a»: 1\n    b: 2\n  - a: 3\n", "list:\n  - a: 1\n    b: 2\n    new: 1\n  - a: 3\n"
    ),
    ("list:\n  - «a»: 1 # of old\n# end\n", "list:\n  - a: 1 # of old\n    new: 1\n# end\n"),
    ("top: {«a»: 1, b: [2, {c: 3}]}\n", "top: {a: 1, b: [2, {c: 3}], new: 1}\n"),
    ("top: {a: 1, «b»: \"}\" }\n", "top: {a: 1, b: \"}\", new: 1 }\n"),
    ("top: {«a»: it's so, b: 'x}'}\n", "top: {a: it's so, b: 'x}', new: 1}\n"),
    ("«a»: 1", "a: 1\nnew: 1"),
    ("top:\r\n  «a»: 1\r\nnext: 2\r\n", "top:\r\n  a: 1\n  new: 1\r\nnext: 2\r\n"),
  ])
  func aKeyIsAddedAtTheEndOfItsMapping(text: String, expected: String) {
    #expect(adding(to: text) == expected)
  }

  @Test(arguments: ["top: {«a»: 1", "x: !tag «a»"])
  func whereTheMappingIsNotUnderstoodThereIsNoEdit(text: String) {
    #expect(adding(to: text) == nil)
  }
}
