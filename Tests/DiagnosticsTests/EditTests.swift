import Diagnostics
import TestSupport
import Testing

@Suite(.timed) struct EditTests {
  private func replacing(_ word: String, by meant: String, in marked: String) -> String? {
    let marked = Marked(marked)
    let source = SourceText(marked.text, path: "file.yaml")
    let span = marked.ranges.first.map { Span($0.lowerBound, $0.upperBound) } ?? .zero
    return Edit.replacing(word, by: meant, at: .text(source, span)).map {
      Edit.applying([$0], to: source)
    }
  }

  @Test func aWordIsReplacedAloneInQuotesAndAmongOthers() {
    #expect(replacing("rol", by: "role", in: "when: «rol» = 1") == "when: role = 1")
    #expect(replacing("lex", by: "law", in: "cite: «\"lex, 1\"»") == "cite: \"law, 1\"")
    #expect(replacing("人数", by: "持证人数", in: "«人数» > 1") == "持证人数 > 1")
  }

  @Test func thereIsNoEditThatYAMLMightReadInAnotherWay() {
    #expect(replacing("a", by: "b: c", in: "x: «a»") == nil)
    #expect(replacing("a", by: "b, c", in: "x: [«a»]") == nil)
    #expect(replacing("a", by: "*b", in: "x: «a»") == nil)
    #expect(replacing("a", by: "b", in: "x: «a a»") == nil)
    #expect(replacing("c", by: "b", in: "x: «a»") == nil)
  }

  @Test func severalEditsAreMadeTogether() {
    let source = SourceText("one two three", path: "t")
    let edits = [
      Edit(source, Span(8, 13), "3"), Edit(source, Span(0, 3), "1"),
      Edit(source, Span(3, 3), ","), Edit(source, Span(9, 11), "never"),
    ]
    #expect(Edit.applying(edits, to: source) == "1, two 3")
  }

  @Test func aFactFoundTwiceIsOneAndTwoFactsAreTwo() {
    func diagnostic(_ column: String, _ path: String = "a.csv") -> Diagnostic {
      Diagnostic(
        "missing", at: .cell(file: path, line: 1, column: "b"),
        Wording(en: "no `\(column)`", zh: "没有 `\(column)`"))
    }
    #expect(diagnostic("x").identity == diagnostic("x").identity)
    #expect(diagnostic("x").identity != diagnostic("y").identity)
    #expect(diagnostic("x").identity != diagnostic("x", "b.csv").identity)
    #expect(
      diagnostic("x", "./a.csv").identity { $0.hasPrefix("./") ? String($0.dropFirst(2)) : $0 }
        == diagnostic("x").identity)
  }

  @Test func whatWasReportedBeyondTheListIsKnownByItsMeaning() {
    var diagnostics = Diagnostics()
    for number in 0...Diagnostics.maximumCount {
      diagnostics.report(Diagnostic("fault", at: nil, Wording("\(number)")))
    }
    #expect(diagnostics.meanings == [.fault])
    diagnostics.report(Diagnostic("gone", at: nil, Wording("gone"), meaning: .unreadable))
    #expect(diagnostics.meanings.contains(.unreadable))
    var all = Diagnostics()
    all.append(diagnostics)
    #expect(all.meanings.contains(.unreadable))
  }

  @Test func relatedPlacesStandBelowTheMarkedLine() {
    let source = SourceText("a: 1\nb: 2\na: 3\n", path: "file.yaml")
    let first = Place.text(source, Span(0, 1))
    let twice = Diagnostic(
      "twice", at: .text(source, Span(10, 11)), Wording(en: "`a` stands twice", zh: "`a` 写了两次"),
      related: [.first(first)])
    #expect(
      DiagnosticRenderer(language: .en).render(twice) == """
        error[twice]: `a` stands twice
         --> file.yaml:3:1
          |
        3 | a: 3
          | ^
         ::: file.yaml:1:1: first here

        """)
    #expect(
      DiagnosticRenderer(language: .zh).render(twice).contains(" ::: file.yaml:1:1: 第一次在此\n"))
  }

  @Test func whatANoteNamesIsNotSaidAgain() {
    let source = SourceText("a: 1\n", path: "file.yaml")
    let place = Place.text(source, Span(0, 1))
    let noted = Diagnostic(
      "twice", at: nil, Wording("twice"), notes: [Wording("first at \(place.description)")],
      related: [.first(place)])
    #expect(!DiagnosticRenderer(language: .en).render(noted).contains(":::"))
  }
}
