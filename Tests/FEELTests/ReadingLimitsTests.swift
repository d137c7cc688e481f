import Diagnostics
import TestSupport
import Testing
import Values

@testable import FEEL

/// No text may trap, hang or overflow the stack.
@Suite(.timed) struct ReadingLimitsTests {
  static func repeated(_ part: String, _ count: Int = 6_000) -> String {
    String(repeating: part, count: count)
  }

  static let hostile: [String] = [
    "(", "[", "{a:", "]", "((1+", "if ", "if true then ", "for x in ", "function(a) ", "max(",
    "1+", "-", "1**", "a.", "x in (", "x in ((1+", "1 in (< ", "not(", "f(a:", "* ",
    "x instance of list<", "list<", "1[1]", "f()()", "some x in [1] satisfies ", "/*", "\"",
    "[1..", "]1..", "@", "1 between ", "{\"a\":[", "1=", "\\", "，(", "[1[", "1..", "a b:",
  ]

  @Test(arguments: hostile)
  func refusesHostileText(part: String) {
    let text = Self.repeated(part)
    for mode in [Mode.strict, .lenient] {
      var diagnostics = Diagnostics()
      let plan = Plan.expression(Passage(text), in: Scope([]), mode: mode, into: &diagnostics)
      #expect(plan == nil)
      #expect(diagnostics.hasErrors)
      _ = Plan.unaryTests(Passage(text), over: .any, in: Scope([]), mode: mode, into: &diagnostics)
    }
  }

  static let long: [String] = [
    repeated("true and ", 5_000) + "true",
    repeated("1 + ", 150) + "1",
    "[" + repeated("1, ", 10_000) + "1]",
    repeated("(", 150) + "1" + repeated(")", 150),
    repeated("if 1 > 2 then 3 else ", 60) + "0",
  ]

  @Test(arguments: long)
  func acceptsLongText(text: String) throws {
    var diagnostics = Diagnostics()
    let plan = Plan.expression(Passage(text), in: Scope([]), mode: .strict, into: &diagnostics)
    #expect(diagnostics.isEmpty)
    _ = try #require(plan).run([])
  }

  @Test func saysThatAnExpressionIsTooDeepOrTooLong() throws {
    for (text, name) in [
      (Self.repeated("1+", 300) + "1", "expression-too-deep.txt"),
      (Self.repeated(" ", 200_001) + "1", "expression-too-long.txt"),
    ] {
      var diagnostics = Diagnostics()
      _ = Plan.expression(Passage(text), in: Scope([]), mode: .strict, into: &diagnostics)
      let page = Language.allCases.map {
        DiagnosticRenderer(language: $0).render(diagnostics)
      }.joined(separator: "\n")
      try expectGolden(page, name)
    }
  }

  /// Every cut of a long expression is read without a trap, as somebody types it.
  @Test func readsEveryPrefix() {
    let text =
      "{f: function(a: list<number>) for i in a[item > 1] return i ** 2, r: f([1, 2..3]), "
      + "q: every x in 专职人员 satisfies x.持证 and x in (< 5, not(7)), d: @\"P1D\", s: \"\\u4e2d\"}.r"
    for end in text.indices {
      for mode in [Mode.strict, .lenient] {
        var diagnostics = Diagnostics()
        let passage = Passage(String(text[..<end]))
        _ = Plan.expression(passage, in: Scope([]), mode: mode, into: &diagnostics)
        _ = Plan.unaryTests(passage, over: .any, in: Scope([]), mode: mode, into: &diagnostics)
      }
    }
  }
}
