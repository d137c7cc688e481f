import TestSupport
import Testing
import Values

@testable import FEEL

@Suite(.timed) struct RunningUnknownTests {
  let inputs = Inputs(
    ("x", .number, unknownNumber(2, 5)),
    ("n", .number, unknownNumber(0, 3, whole: true)),
    ("open", .number, unknownNumber(0, nil)),
    ("perhaps", .optional(.number), unknownNumber(1, 2, mayBeNull: true)),
    ("flag", .boolean, unknown(.boolean)),
    ("kind", .string, unknown(.oneOf([.string("个案"), .string("小组")]))),
    ("day", .date, unknown(.shaped(.date))),
    ("absent", .optional(.number), .null))

  @Test(arguments: [
    ("x + 1", "unknown(3..6)"),
    ("x - x", "unknown(-3..3)"),
    ("x * -2", "unknown(-10..-4)"),
    ("10 / x", "unknown(2..5)"),
    ("10 / n", "unknown(3.333333333333333333333333333333333.., null)"),
    ("1 / (x - 3)", "unknown(.., null)"),
    ("open / 4", "unknown(0..)"),
    ("x ** 2", "unknown(4..25)"),
    ("(x - 4) ** 2", "unknown(0..4)"),
    ("-x", "unknown(-5..-2)"),
    ("perhaps + 1", "unknown(2..3, null)"),
    ("x * 0", "0"),
    ("n + n", "unknown(0..6 whole)"),
  ])
  func reckonsWithBounds(text: String, expected: String) throws {
    #expect(try inputs.run(text) == expected)
  }

  @Test(arguments: [
    ("x > 1", "true"),
    ("x > 5", "false"),
    ("x >= 5", "unknown(true, false)"),
    ("x = 7", "false"),
    ("n = 2.5", "false"),
    ("x between 0 and 10", "true"),
    ("x in [1..9]", "true"),
    ("x in (6..9)", "false"),
    ("x in [3..9]", "unknown(true, false)"),
    ("kind = \"小组\"", "unknown(true, false)"),
    ("kind = \"社区\"", "false"),
    ("kind in (\"个案\", \"小组\")", "true"),
    ("string length(kind)", "2"),
    ("perhaps > 0", "unknown(true, null)"),
    ("perhaps = null", "unknown(true, false)"),
    ("day < @\"2024-01-01\"", "unknown(true, false)"),
    ("x instance of number", "true"),
  ])
  func comparesBounds(text: String, expected: String) throws {
    #expect(try inputs.run(text) == expected)
  }

  @Test(arguments: [
    ("false and flag", "false"),
    ("flag and false", "false"),
    ("true or flag", "true"),
    ("flag or true", "true"),
    ("true and flag", "unknown(true, false)"),
    ("flag and flag", "unknown(true, false)"),
    ("not(flag)", "unknown(true, false)"),
    ("x > 5 and flag", "false"),
    ("if flag then 1 else 4", "unknown(1..4 whole)"),
    ("if flag then 4 else 4", "4"),
    ("if flag then \"a\" else \"b\"", "unknown(\"a\", \"b\")"),
    ("if flag then {a: 1, b: 2} else {a: 1, b: 3}", "{a: 1, b: unknown(2..3 whole)}"),
    ("if flag then [1, 2] else [1, 5]", "[1, unknown(2..5 whole)]"),
    ("if absent > 1 then 0 else 3", "unknown(0..3 whole)"),
    ("if x > 1 then \"sure\" else kind", "\"sure\""),
  ])
  func decidesWhatCanBeDecided(text: String, expected: String) throws {
    #expect(try inputs.run(text) == expected)
  }

  @Test(arguments: [
    ("[1, 2, 3][item > n]", "[1?, 2?, 3?]"),
    ("count([1, 2, 3][item > n])", "unknown(0..3 whole)"),
    ("count([1, 2, 9][item > n])", "unknown(1..3 whole)"),
    ("sum([1, 2, 9][item > n])", "unknown(9..12 whole)"),
    ("max([1, 2, 9][item > n])", "9"),
    ("min([1, 2, 9][item > n])", "unknown(1..9 whole)"),
    ("sum([1, x])", "unknown(3..6)"),
    ("[10, 20, 30][n]", "unknown(10..30 whole, null)"),
    ("some i in [1, 9] satisfies i > x", "true"),
    ("some i in [1, 3] satisfies i > x", "unknown(true, false)"),
    ("every i in [6, 9] satisfies i > x", "true"),
    ("every i in [1, 9] satisfies i > x", "false"),
    ("every i in [0, 9][item > n] satisfies i > 5", "true"),
    ("for i in [1, 2] return i * n", "[unknown(0..3 whole), unknown(0..6 whole)]"),
    ("[1, x] = [2, x]", "false"),
    ("[1, x] = [1, 9]", "false"),
    ("[1, x] = [1, 3]", "unknown(true, false)"),
  ])
  func keepsListsAsKnownAsTheyAre(text: String, expected: String) throws {
    #expect(try inputs.run(text) == expected)
  }

  @Test func saysEachThingThatIsMissingOnce() throws {
    let inputs = Inputs(
      ("a", .number, unknownNumber(0, 1, named: "a")),
      ("b", .number, unknownNumber(0, 1, named: "b")))
    let value = try inputs.plan("a + b + a").run(inputs.slots)
    #expect(value.missing.map(\.name) == ["a", "b"])
  }

  @Test func missesOnlyWhatStillMatters() throws {
    let inputs = Inputs(
      ("a", .boolean, unknown(.boolean, named: "a")), ("b", .boolean, .boolean(false)))
    #expect(try inputs.plan("a and b").run(inputs.slots).missing.isEmpty)
  }
}
