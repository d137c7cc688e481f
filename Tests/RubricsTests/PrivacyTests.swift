import Diagnostics
import FEEL
import TestSupport
import Testing

@testable import Rubrics

/// What is tested or counted is shown, what is a cell is not, and a sum is shown over enough rows.
@Suite(.timed) struct PrivacyTests {
  private static func rubric(_ figure: String, from: String = "") -> String {
    """
    rubric: r
    edition: "1"
    language: en
    title: R
    subject: s
    \(from)
    facts:
      wage: {type: number, private: true}
      open: {type: boolean}
    tables:
      staff:
        name: {type: string, private: true}
        pay: {type: number, private: true}
        hours: {type: number}
        ok: {type: boolean}
    define:
      figure: |
        \(figure)
    sections:
      - id: all
        title: A
        points: 1
        items:
          - id: item
            title: I
            points: 1
            says: i
            basis: {rule: illustrative, points: illustrative}
            score: {check: open}
    total: {round: {to: 1, mode: half up}, when closed: zero}
    grades: [{id: a, title: a, at least: 1}, {id: b, title: b}]
    """
  }

  private static func figure(_ text: String) throws -> (Rubric, Figure) {
    let (rubric, found) = CheckerTests.check(rubric(text))
    let checked = try #require(rubric, "\(text): \(found.all.map(\.headline.en))")
    return (checked, try #require(checked.figures.first))
  }

  private static func disclosure(_ text: String) throws -> Disclosure {
    let (rubric, figure) = try figure(text)
    return rubric.privacy.disclosure(of: figure)
  }

  @Test(arguments: [
    "count(staff)", "count(staff.name)", "count(staff[ok])", "sum(staff.hours)",
    "some w in staff satisfies w.pay > 5", "every w in staff satisfies w.name = \"a\"",
    "list contains(staff.name, \"a\")", "wage > 5", "if wage > 5 then 1 else 2",
    "wage in [1..5]", "max(staff[ok].hours)", "staff.hours",
    "count(for w in staff return w.pay)",
  ])
  func aTestLetsNothingOut(text: String) throws {
    #expect(try Self.disclosure(text) == .nothing)
  }

  @Test(arguments: [
    "sum(staff.pay)", "mean(staff[ok].pay)", "sum(staff[name = \"a\"].hours)",
    "count(staff[pay > 5])", "sum(for w in staff return w.pay * 2)", "mean(staff.pay) / 2 + 1",
    "count(distinct values(staff[pay > 5].hours))", "stddev(staff.pay)",
  ])
  func anAggregateIsAsOpenAsItsRowsAreMany(text: String) throws {
    #expect(try Self.disclosure(text) == .aggregate)
  }

  @Test(arguments: [
    "max(staff.pay)", "min(staff.pay)", "median(staff.pay)", "mode(staff.pay)", "staff.pay",
    "staff[1].pay", "staff[ok].pay[1]", "distinct values(staff.name)", "wage", "wage * 2",
    "string join(staff.name, \",\")", "sum([staff[1].pay])", "sum(staff[1].pay, staff[2].pay)",
    "for w in staff return w.pay", "if open then wage else 0", "[wage]", "{a: wage}.a",
    "substring(staff[1].name, 1, 1)", "sum(sublist(staff.pay, 1, 1))", "sort(staff.pay)",
    "sum(staff.pay) - max(staff.pay)", "for w in staff return {n: w.name}", "staff[1]",
    "string(wage)", "concatenate(staff.name, [\"x\"])",
  ])
  func aCellIsGiven(text: String) throws {
    #expect(try Self.disclosure(text) == .given)
  }

  @Test func figuresOverCellsHaveNoColumnWhereNobodyCountsRows() throws {
    for (text, from, isShown) in [
      ("sum(staff.hours)", "", true), ("sum(staff.pay)", "", false),
      ("sum(staff.pay)", "private from: 1", true), ("max(staff.pay)", "private from: 1", false),
    ] {
      let rubric = try #require(CheckerTests.check(Self.rubric(text, from: from)).rubric)
      #expect(rubric.privacy.shownFigures.isEmpty != isShown, "\(text) \(from)")
    }
  }
}
