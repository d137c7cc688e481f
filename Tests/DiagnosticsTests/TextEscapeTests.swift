import Diagnostics
import TestSupport
import Testing

/// What stands in a file never moves the cursor of a screen, nor turns what stands around it.
@Suite(.timed) struct TextEscapeTests {
  @Test(arguments: [
    ("张三 40%", "张三 40%"), ("a\nStatus: evaluated", "a Status: evaluated"),
    ("a\r\nb", "a  b"), ("a\u{2028}b\u{2029}c\u{85}d\u{0C}e", "a b c d e"),
    ("\u{1B}[2Ja\u{0}b\u{9B}c", "·[2Ja·b·c"),
    ("a\u{202E}b\u{2066}c\u{200F}d\u{61C}e", "a·b·c·d·e"),
    ("e\u{301} 👩‍👩‍👧", "e\u{301} 👩‍👩‍👧"),
  ])
  func aLineIsOneLine(text: String, shown: String) {
    #expect(TextEscape.line(text).unicodeScalars.elementsEqual(shown.unicodeScalars))
  }

  @Test func linesOfOurOwnStay() {
    #expect(TextEscape.lines("a\nb\u{1B}\n") == "a\nb·\n")
  }
}
