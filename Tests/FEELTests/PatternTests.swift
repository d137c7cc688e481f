import TestSupport
import Testing

@testable import FEEL

@Suite(.timed) struct PatternTests {
  @Test(arguments: [
    ("abracadabra", "bra", "", true),
    ("abracadabra", "^a.*a$", "", true),
    ("abracadabra", "^bra", "", false),
    ("foobar", "^fo*b", "", true),
    ("a\nb", "a.b", "", false),
    ("a\rb", "a.b", "", false),
    ("a\nb", "a.b", "s", true),
    ("\nabcd\ndefg\n", "^$", "m", true),
    ("abcd\n", "^$", "m", false),
    ("hello world", "he ll o[ ]worl d", "x", true),
    ("hello world", "\\p{ IsBasicLatin}+", "x", true),
    ("a.b", "a.b", "q", true),
    ("axb", "a.b", "q", false),
    ("\u{212A}", "k", "i", true),
    ("k", "[\u{212A}]", "i", true),
    ("ß", "ẞ", "i", true),
    ("x", "[A-Z-[OI]]", "i", true),
    ("o", "[A-Z-[OI]]", "i", false),
    ("Q", "[^q]", "i", false),
    ("a", "\\p{Lu}", "i", false),
    ("aA", "(a)\\1", "i", true),
    ("abab", "^(ab)\\1$", "", true),
    ("社工站", "^\\p{Lo}{3}$", "", true),
    ("社工站", "^\\p{IsCJKUnifiedIdeographs}+$", "", true),
    ("A1", "\\P{IsGreek}\\d", "", true),
    ("x:y-1", "^\\i\\c*$", "", true),
    ("-x", "^\\i", "", false),
    ("a_b", "^\\w+$", "", false),
    ("a-b", "^[\\w-]+$", "", true),
    ("a]b", "[\\]]", "", true),
    ("aaa", "^a{2}$", "", false),
    ("aaa", "^a{2,}$", "", true),
    ("aaaa", "^a{1,3}$", "", false),
    ("", "^(a*)*$", "", true),
    ("b", "^(a*)+b$", "", true),
    ("ab", "(?:a|b){2}", "", true),
    ("b", "(a)?\\1b", "", true),
    ("", "()*", "", true),
    ("a b", "a\\sb", "", true),
    ("🐎", "^.$", "", true),
    ("e\u{301}", "^.$", "", false),
    ("a", "a|", "", true),
  ])
  func finds(text: String, pattern: String, flags: String, isFound: Bool) throws {
    #expect(try Pattern(pattern, flags: flags).isFound(in: text) == isFound)
  }

  @Test(arguments: [
    "(", ")", "a)", "[", "[]", "[a", "a{", "a{2", "a{2,1}", "a{,2}", "*", "a**", "+a", "?", "]",
    "}",
    "\\", "\\q", "\\0", "\\1", "(a\\1)", "(a)\\2", "(asd)[\\1]", "[z-a]", "[a-\\d]", "\\p", "\\p{}",
    "\\p{X}", "\\p{Lx}", "\\p{IsNowhere}", "[[a]]", "(?=a)", "(?i)a", "[a-c-e]",
  ])
  func refusesWhatIsNoPattern(pattern: String) {
    #expect(throws: PatternFault.notAPattern) { try Pattern(pattern) }
  }

  @Test(arguments: ["p", " ", "ig", "I"])
  func refusesLettersThatAreNoFlags(flags: String) {
    #expect(throws: PatternFault.notAPattern) { try Pattern("a", flags: flags) }
  }

  @Test(arguments: [
    String(repeating: "(", count: 100_000), "(.{1000}){1000}", "a{99999999999999999999}",
    String(repeating: "[a-", count: 5_000), String(repeating: "a?", count: 50_000),
  ])
  func refusesPatternsThatAreTooLarge(pattern: String) {
    #expect(throws: PatternFault.tooLarge) { try Pattern(pattern) }
  }

  @Test func staysLinearWhereOthersExplode() throws {
    let text = String(repeating: "a", count: 5_000)
    #expect(try !Pattern("^(a+)+$").isFound(in: text + "b"))
    #expect(try !Pattern("(a|aa)+c").isFound(in: text))
    #expect(try !Pattern("(.*)(.*)(.*)(.*)c").isFound(in: text))
  }

  @Test func givesUpOnReferencesThatExplode() {
    let text = String(repeating: "a", count: 200)
    #expect(throws: PatternMatcher.LimitExceeded.self) {
      try Pattern("^(a+)+(a+)+\\2\\1b$").isFound(in: text)
    }
  }

  @Test(arguments: [
    ("abracadabra", "a.*a", "*", "*"),
    ("abracadabra", "a.*?a", "*", "*c*bra"),
    ("abracadabra", "a(.)", "a$1$1", "abbraccaddabbra"),
    ("darted", "^(.*?)d(.*)$", "$1c$2", "carted"),
    ("banana", "[aeiouy]", "[$0]", "b[a]n[a]n[a]"),
    ("abc", "b", "\\$", "a$c"),
    ("abc", "b", "\\\\", "a\\c"),
    ("abc", "(b)", "$12", "ab2c"),
    ("abc", "b", "$1", "ac"),
    ("abc", "a|(b)", "<$1>", "<><b>c"),
    ("社会工作站", "工作", "x", "社会x站"),
  ])
  func replaces(text: String, pattern: String, by replacement: String, gives: String) throws {
    let pattern = try Pattern(pattern)
    let replacement = try #require(Replacement(replacement, for: pattern))
    #expect(try pattern.replaceMatches(in: text, by: replacement) == gives)
  }

  @Test(arguments: ["$", "$x", "\\", "\\n", "a\\"])
  func refusesWhatIsNoReplacement(replacement: String) throws {
    #expect(Replacement(replacement, for: try Pattern("a")) == nil)
  }

  @Test(arguments: [
    ("John Doe", "\\s", ["John", "Doe"]),
    ("a;b;c;;", ";", ["a", "b", "c", "", ""]),
    ("", ";", [""]),
    ("abc", ";", ["abc"]),
  ])
  func splits(text: String, at pattern: String, into parts: [String]) throws {
    #expect(try Pattern(pattern).split(text) == parts)
  }
}
