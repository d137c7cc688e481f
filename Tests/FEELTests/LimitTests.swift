import Diagnostics
import TestSupport
import Testing
import Values

@testable import FEEL

/// Every limit that has a name is met by an expression, and ends in a null with its reason.
///
/// Those of reading are in `ReadingLimitsTests`, steps and depth in `RunningLimitTests`, the stack in
/// `SmallStackTests`.
@Suite(.timed) struct LimitTests {
  private static let inputs = Inputs(
    ("text", .string, .string(String(repeating: "a", count: 9 << 20))),
    ("word", .string, .string(String(repeating: "a", count: 20_000))))

  @Test(arguments: [
    // Limits.listLength
    ("for i in 1..10000001 return i", "null(limitExceeded)"),
    ("for i in [0..10000001] return i", "null(limitExceeded)"),
    // Limits.textLength
    ("text + text", "null(limitExceeded)"),
    ("string join([text, text])", "null(limitExceeded)"),
    ("replace(word, \"a\", word)", "null(limitExceeded)"),
    // PatternProgram.maximumLength, PatternReader.maximumDepth, PatternMatcher.maximumPairs
    ("matches(\"a\", \"(.{1000}){1000}\")", "null(limitExceeded)"),
    ("matches(word, \"a{19000}b\")", "null(limitExceeded)"),
    // The greatest and the least exponent of a number
    ("10 ** 6145", "null(numberTooLarge)"), ("9e6144 * 10", "null(numberTooLarge)"),
    ("9e6144 + 9e6144", "null(numberTooLarge)"), ("1 / 1e-6176", "null(numberTooLarge)"),
    ("exp(20000)", "null(numberTooLarge)"), ("1e-6176 / 10", "0"), ("10 ** -7000", "0"),
    // Years of the calendar, offsets of zones
    ("date(999999999, 12, 31)", "@\"999999999-12-31\""),
    ("date(1000000000, 1, 1) = null", "true"),
    ("@\"999999999-12-31\" + @\"P1D\" = null", "true"),
    ("time(\"12:00:00+18:01\") = null", "true"),
  ])
  func endsInANullWithItsReason(text: String, answer: String) throws {
    #expect(try Self.inputs.run(text, mode: .lenient) == answer, "\(text)")
  }

  /// `PatternReader.maximumDepth`.
  @Test func refusesPatternsThatNestTooDeep() throws {
    let pattern = String(repeating: "(", count: 101) + "a" + String(repeating: ")", count: 101)
    #expect(try Self.inputs.run("matches(\"a\", \"\(pattern)\")", mode: .lenient) != "true")
    let fine = String(repeating: "(", count: 90) + "a" + String(repeating: ")", count: 90)
    #expect(try Self.inputs.run("matches(\"a\", \"\(fine)\")", mode: .lenient) == "true")
  }

  /// `Planner.maximumMistakes`.
  @Test func stopsComplainingAfterFiftyMistakes() {
    var diagnostics = Diagnostics()
    let text = "[" + (0..<200).map { "n\($0)" }.joined(separator: ", ") + "]"
    _ = Plan.expression(Passage(text), in: Scope([]), mode: .strict, into: &diagnostics)
    #expect(diagnostics.all.count == 50)
  }

  /// Limits.maximumCombinations: nine times nine words are too many to be counted out.
  @Test func givesUpCountingCombinations() throws {
    let words = "abcdefghi".map { Value.string(String($0)) }
    let inputs = Inputs(
      ("a", .string, unknown(.oneOf(words), named: "a")),
      ("b", .string, unknown(.oneOf(words), named: "b")))
    #expect(try inputs.run("a + b") == "unknown(string, null)")
    #expect(try inputs.run("a = b") == "unknown(true, false)")
  }
}
