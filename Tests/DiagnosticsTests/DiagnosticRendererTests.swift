import Diagnostics
import TestSupport
import Testing

@Suite(.timed) struct DiagnosticRendererTests {
  @Test func marksTheWordInItsLine() {
    let screen = render("when: hours >= 35 and «rol» = \"RN\"")
    #expect(
      screen.hasSuffix(
        """
        1 | when: hours >= 35 and rol = "RN"
          |                       ^^^ not found

        """))
  }

  @Test func wideCharactersTakeTwoColumns() {
    let screen = render("持证 and «人数»")
    #expect(
      screen.hasSuffix(
        """
        1 | 持证 and 人数
          |          ^^^^ not found

        """))
  }

  private func render(_ marked: String) -> String {
    let marked = Marked(marked)
    let span = marked.ranges.first.map { Span($0.lowerBound, $0.upperBound) } ?? .zero
    let diagnostic = Diagnostic(
      "some-code",
      at: .text(SourceText(marked.text, path: "rubric.yaml"), span),
      Wording(en: "something", zh: "某事"),
      label: Wording(en: "not found", zh: "找不到")
    )
    return DiagnosticRenderer(language: .en).render(diagnostic)
  }
}
