import Diagnostics
import TestSupport
import Testing

@testable import Rubrics

/// What `check` asks about there being nothing: no rows, a zero below, a declared null.
@Suite(.timed) struct NothingTests {
  private func codes(_ score: String, facts: String = "", define: String = "", item: String = "")
    -> [String]
  {
    found(score, facts: facts, define: define, item: item).map(\.code)
  }

  private func found(_ score: String, facts: String = "", define: String = "", item: String = "")
    -> [Diagnostic]
  {
    let text = """
      rubric: nothing
      edition: "1"
      language: en
      title: Nothing
      subject: s
      facts:
        paid: {type: number, unit: CNY, must be: ">= 0"}
        budget: {type: number, unit: CNY, must be: ">= 0"}
        full: {type: number, must be: "> 0"}
        mark: {type: number, must be: ">= 0", absent: "null"}
        word: {type: string, absent: "null"}
        kind: {type: string, one of: [a, b], absent: "null"}
        free: {type: string}
      \(facts)
      tables:
        fines:
          amount: {type: number, unit: CNY, must be: ">= 0"}
          size: {type: string, one of: [small, great]}
      define:
        none: 0
      \(define)
      sections:
        - id: all
          title: All
          points: 3
          items:
            - id: i
              title: I
              points: 3
              says: S.
              basis: {rule: illustrative, points: illustrative}
      \(item)
              score: \(score)
      total: {round: {to: 1, mode: half up}, when closed: zero}
      grades:
        - {id: some, title: Some}

      """
    return CheckerTests.check(text).diagnostics.all.filter { $0.code != "nothing-looks-at" }
  }

  @Test(arguments: [
    "{steps: sum(fines.amount), at least: {10: 3}, else: 0}",
    "{steps: sum(fines.amount), at most: {10: 3}, else: 0}",
    "{steps: max(fines.amount), lines: {\"< 5\": 3, \">= 5\": 0}}",
    "{lose: 'sum(fines[size = \"small\"].amount)', step: {every: 1, points: 1, units: full}, floor: 0}",
    "{each: sum(fines.amount), base: {at: 0, points: 1}, step: {every: 1, points: 1, units: full}, cap: 3, below base: 0}",
    "{formula: 3 - sum(fines.amount) / 1000, from: 0, to: 3}",
    "{formula: 'max(0, 3 - mean(fines.amount))', from: 0, to: 3}",
    "{formula: 3 * product(fines.amount), from: 0, to: 3}",
    "{formula: 3 * median(fines.amount), from: 0, to: 3}",
    "{formula: 3 * stddev(fines.amount), from: 0, to: 3}",
    "{formula: 'fines.amount[1]', from: 0, to: 3}",
    "{formula: sum(fines.amount) / count(fines), from: 0, to: 3}",
    "{formula: 3 * paid / budget, from: 0, to: 3}",
    "{check: sum(fines.amount) <= 5000}",
    "{check: paid / budget >= 0.9}",
    "{parts: [{id: a, points: 3, when: sum(fines.amount) < 5, says: A}]}",
    "{table: {hit policy: collect sum, inputs: [full], output: number, rules: [[\"> 5\", 1], [\"> 8\", 2]]}}",
    "{table: {hit policy: collect max, inputs: [full], output: number, rules: [[\"> 5\", 1], [\"> 8\", 3]]}}",
    "{table: {hit policy: first, inputs: [sum(fines.amount)], output: number, rules: [[\"> 5\", 1], [\"<= 5\", 3]]}}",
  ])
  func whereThereMayBeNothingTheItemSaysWhatThatGives(score: String) {
    #expect(codes(score) == ["if-empty"], "\(score)")
    guard !score.hasPrefix("{parts") else { return }
    let word = score.hasPrefix("{check") ? "pass" : "full"
    let answered = score.dropLast() + ", if empty: \(word)}"
    #expect(codes(String(answered)) == [], "\(answered)")
  }

  @Test(arguments: [
    "{formula: if count(fines) = 0 then 3 else 3 - max(fines.amount), from: 0, to: 3}",
    "{formula: if budget = 0 then 0 else 3 * paid / budget, from: 0, to: 3}",
    "{check: budget > 0 and paid / budget >= 0.9}",
    "{formula: 3 * paid / full, from: 0, to: 3}",
    "{check: count(fines) > 0 and sum(fines.amount) < 5}",
    "{table: {hit policy: collect sum, inputs: [full], output: number, rules: [[\"-\", 0], [\"> 8\", 2]]}}",
    "{table: {hit policy: collect count, inputs: [full], output: number, rules: [[\"> 5\", 1], [\"> 8\", 2]]}}",
  ])
  func whoAsksWhetherThereIsAnyNeedsNoMore(score: String) {
    #expect(codes(score) == [], "\(score)")
  }

  @Test func aFigureThatAnswersIsAnswerEnough() {
    let lose = "{lose: total fines, step: {every: 1, points: 1, units: full}, floor: 0}"
    #expect(codes(lose, define: "  total fines: sum(fines.amount)") == ["if-empty"])
    #expect(
      codes(lose, define: "  total fines: {value: sum(fines.amount), if empty: 0}") == [])
  }

  @Test func noPointsWhereNothingWasLostAreAsked() {
    let lose = "{lose: max(fines.amount), step: {every: 1, points: 1, units: full}, floor: 0}"
    #expect(codes(lose, item: "        \"null\": 0") == ["if-empty"])
    #expect(codes(lose, item: "        \"null\": not applicable") == [])
    #expect(
      codes(
        "{steps: max(fines.amount), at least: {5: 3}, else: 0}", item: "        \"null\": 0") == [])
  }

  @Test func whatIsNeverEmptyNeedsNoAnswer() {
    #expect(
      codes("{steps: full, at least: {5: 3}, else: 0, if empty: 0}")
        == ["if-empty-without-table"])
  }

  @Test(arguments: [
    // A rule that decides on null is never in vain.
    ("[mark]", "[[\"<= 2\", 1], [\"> 2\", 2], [\"null\", 3]]", []),
    ("[mark]", "[[\"not(null)\", 1], [\"null\", 2]]", []),
    ("[mark]", "[[\"? = null\", 3], [\"<= 2\", 1], [\"> 2\", 2]]", []),
    ("[kind]", "[['\"a\"', 1], ['\"b\"', 2], [\"null\", 3]]", []),
    // The gap that null leaves is told, and so is that of a text that can be anything.
    ("[mark]", "[[\"<= 2\", 1], [\"> 2\", 2]]", ["null-not-taken"]),
    ("[kind]", "[['\"a\"', 1], ['\"b\"', 2]]", ["null-not-taken"]),
    ("[free]", "[['\"p\"', 1]]", ["table-gap"]),
    ("[free]", "[['\"p\"', 1], ['not(\"p\")', 2]]", []),
    // What never occurs is told as ever.
    ("[full]", "[[\"> 2\", 1], [\"<= 2\", 2], [\"null\", 3]]", ["rule-never-holds"]),
  ])
  func proofsOfTablesKnowNull(inputs: String, rules: String, found: [String]) {
    let table = "{table: {hit policy: unique, inputs: \(inputs), output: number, rules: \(rules)}}"
    #expect(codes(table) == found, "\(table)")
  }

  @Test func noNumberStandsForWhatIsChosenBy() throws {
    let chosen = "choose: 'fines[1].size', options: {small: 3, great: 0}"
    let told = try #require(found("{\(chosen)}").first { $0.code == "if-empty" })
    #expect(told.headline.zh == "没有说明 `fines` 为空时怎么算")
    #expect(told.help?.en.contains("to choose by") == true)
    #expect(told.help?.en.contains("0") == false)
    #expect(!codes("{\(chosen), if empty: not applicable}").contains("if-empty"))
    let summed = found("{steps: sum(fines.amount), at least: {10: 3}, else: 0}")
    #expect(summed.first?.help?.en.contains("for a value of 0") == true)
  }

  @Test func aRuleThatDecidesOnNullStandsWhereItIs() {
    let rules = "[[\"null\", 3], [\">= 0\", 1]]"
    #expect(
      codes("{table: {hit policy: first, inputs: [mark], output: number, rules: \(rules)}}") == [])
    let last = "[[\">= 0\", 1], [\"-\", 2]]"
    #expect(
      codes("{table: {hit policy: first, inputs: [mark], output: number, rules: \(last)}}") == [])
  }

  @Test func aFormThatTakesNoNullSaysWhatItMeans() {
    let lines = "{steps: mark, lines: {\"< 5\": 3, \">= 5\": 0}}"
    #expect(codes(lines) == ["null-not-taken"])
    #expect(codes(lines, item: "        \"null\": not applicable") == [])
    #expect(
      codes("{choose: kind, options: {a: 3, b: 1}}") == ["null-not-taken"])
  }

  @Test(arguments: [
    (
      "{steps: paid / budget, at least: {90: 3, 80: 1}, else: 0, if empty: 0}",
      ["share-never-reaches"]
    ),
    ("{steps: paid / budget, at least: {90%: 3, 80%: 1}, else: 0, if empty: 0}", []),
    ("{check: budget > 0 and paid / budget >= 90}", ["share-never-reaches"]),
    (
      "{steps: 'count(fines[size = \"small\"]) / count(fines)', at least: {90: 3}, else: 0, if empty: 0}",
      ["line-never-holds"]
    ),
    ("{steps: full / count(fines), at least: {90: 3}, else: 0, if empty: 0}", []),
  ])
  func aShareIsNotAskedForNinety(score: String, found: [String]) {
    #expect(codes(score) == found, "\(score)")
  }

  @Test(arguments: [
    ("kind = \"c\"", ["option-never-occurs"]),
    ("kind in (\"a\", \"c\")", ["option-never-occurs"]),
    ("count(fines[size = \"middle\"]) > 1", ["option-never-occurs"]),
    ("some f in fines satisfies f.size = \"middle\"", ["option-never-occurs"]),
    ("list contains(fines.size, \"middle\")", ["option-never-occurs"]),
    ("count(fines[size = \"small\"]) > 1", []),
    ("contains(free, \"x\")", []),
    ("contains(\"x\", free)", ["swapped-arguments"]),
    ("starts with(\"x\", free)", ["swapped-arguments"]),
    ("round half up(2, full) > 1", ["swapped-arguments"]),
    ("date(2026, 13, 1) > date(2026, 1, 1)", ["impossible-constant"]),
    ("duration(\"x\") > duration(\"P1D\")", ["unreadable-literal"]),
  ])
  func whatIsNeverMeantIsTold(condition: String, found: [String]) {
    let empty = condition.hasPrefix("some") ? "\n                if empty: fail" : ""
    #expect(codes("\n                check: \(condition)\(empty)") == found, "\(condition)")
  }
}
