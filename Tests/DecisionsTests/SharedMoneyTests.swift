import Diagnostics
import Formats
import Rubrics
import Scoring
import TestSupport
import Testing
import Values

@testable import Decisions

/// Amounts that several subjects share, read from YAML as policies write them.
@Suite(.timed) struct SharedMoneyTests {
  static func policy(
    shared: String, define: String = "", money: String = "", facts: String = ""
  ) -> String {
    """
    policy: p
    edition: "1"
    title: P
    language: en
    applies to: [r]
    facts: {\(facts)}
    define:
      share:
        shared: {asks: contract amount, among: town, round: {to: 1, mode: half up}, \(shared)}
    \(define)
    actions: [{id: pay, title: Pay}]
    decide: {hit policy: first, inputs: [status], output: string, rules: [["-", '"pay"']]}
    money:
      - {id: paid, title: Paid, unit: CNY, amount: share\(money)}

    """
  }

  /// What a policy with one shared sum says of the first of several contracts.
  private func decided(
    _ text: String, _ subjects: [(amount: String, from: String, until: String, town: String?)]
  ) throws -> RoundDecision {
    var found = Diagnostics()
    let policy = PolicyReader.read(SourceText(text, path: "p.yaml"), digest: "", into: &found)
    let rendered = DiagnosticRenderer(language: .en).render(found)
    let read = try #require(policy, "\(rendered)")
    return read.decide(
      on: subjects.enumerated().map { number, subject in
        Entrant(
          id: "s\(number + 1)", place: nil,
          result: ResultValues(
            ResultValues.around(
              [],
              [
                ResultValues.Contract(
                  amount: Number(subject.amount), from: CalendarDate(written: subject.from),
                  until: CalendarDate(written: subject.until))
              ], period: nil, asOf: nil
            ).merging([.status: .string("evaluated"), .allegedFindings: .number(.zero)]) { $1 }),
          facts: [], parties: subject.town.map { ["town": $0] } ?? [:])
      })
  }

  private func paid(_ decision: RoundDecision) -> [String] {
    decision.decisions.map { decision in
      switch decision.money.first?.value {
      case .number(let number)?: number.description
      case .unknown(let unknown)?:
        "\(unknown.bounds.interval?.low?.description ?? "?")–"
          + (unknown.bounds.interval?.high?.description ?? "?")
      default: "none"
      }
    }
  }

  private static let year = "each: year, from: contract from, until: contract until, "

  @Test func twoYearsHaveALimitEach() throws {
    let text = Self.policy(shared: Self.year + "at most: 1000, cut: equally")
    // 184 and 182 days of the first, 366 of the second: 1005 and 995 ask beside 600
    let decision = try decided(
      text,
      [("2000", "2023-07-01", "2024-06-30", "t"), ("600", "2024-01-01", "2024-12-31", "t")])
    #expect(decision.sums.map(\.year) == [2023, 2024])
    #expect(decision.sums[0].members.map(\.asked.high) == [Number(1005), .zero])
    #expect(decision.sums[1].members.map(\.share.high) == [Number(500), Number(500)])
    #expect(paid(decision) == ["1500", "500"])
    #expect(decision.diagnostics.all.map(\.code) == ["cut-to-the-limit", "cut-to-the-limit"])
    #expect(decision.diagnostics.all.allSatisfy { $0.severity == .note })
  }

  @Test func aLimitMayDifferFromYearToYear() throws {
    let text = Self.policy(
      shared: Self.year + "at most: if year = 2023 then 100 else 50, cut: equally")
    let decision = try decided(text, [("2000", "2023-07-01", "2024-06-30", "t")])
    #expect(paid(decision) == ["150"])
  }

  @Test func partOfAYearHasItsDaysOfTheLimit() throws {
    let text = Self.policy(
      shared: "each: year by days, from: contract from, until: contract until, at most: 365, "
        + "cut: in order")
    let days = ("2023-01-01", "2023-01-10")
    #expect(paid(try decided(text, [("99", days.0, days.1, "t")])) == ["10"])
    // The days of both together, each counted once.
    let both = try decided(
      text, [("99", days.0, days.1, "t"), ("99", "2023-01-06", "2023-01-15", "t")])
    #expect(paid(both) == ["15", "0"])
  }

  @Test func whatGoesBeyondABudgetMayBeToldAlone() throws {
    let text = Self.policy(
      shared: "each: round, at most: 100, cut: not at all"
    ).replacing("among: town", with: "among: round")
    let decision = try decided(text, [("80", "", "", nil), ("30", "", "", nil)])
    #expect(paid(decision) == ["80", "30"])
    #expect(decision.diagnostics.all.map(\.code) == ["beyond-the-limit"])
    #expect(decision.diagnostics.all.first?.severity == .warning)
    let within = try decided(text, [("80", "", "", nil), ("20", "", "", nil)])
    #expect(within.diagnostics.all.isEmpty)
  }

  @Test func whatIsNotStatedIsToldAndStaysOpen() throws {
    let text = Self.policy(
      shared: Self.year + "at most: 100, cut: in proportion, by: contract amount"
    ).replacing("asks: contract amount", with: "asks: 80")
    let decision = try decided(
      text, [("10", "2024-01-01", "2024-12-31", "t"), ("", "", "", "t")])
    #expect(decision.diagnostics.all.map(\.code) == ["weight-not-stated", "days-not-stated"])
    #expect(paid(decision) == ["20–80", "0–80"])
    let alone = try decided(
      text, [("10", "2024-01-01", "2024-12-31", nil), ("10", "2024-12-31", "2024-01-01", "t")])
    #expect(alone.diagnostics.all.map(\.code) == ["days-backwards", "shared-with-nobody"])
    #expect(paid(alone) == ["0–80", "0–80"])
  }

  @Test func lessThanNothingIsNoShare() throws {
    let text = Self.policy(shared: "each: round, at most: 100, cut: equally")
    let decision = try decided(text, [("-5", "", "", "t"), ("80", "", "", "t")])
    #expect(decision.diagnostics.all.map(\.code) == ["asks-below-nothing"])
    #expect(paid(decision) == ["none", "80"])
  }

  @Test func twoBooksThatDifferAreTold() throws {
    let text = Self.policy(shared: "each: round, at most: contract amount, cut: equally")
      .replacing("asks: contract amount", with: "asks: 80")
    let decision = try decided(text, [("100", "", "", "t"), ("120", "", "", "t")])
    #expect(decision.diagnostics.all.map(\.code).contains("limits-differ"))
    #expect(paid(decision) == ["50–60", "50–60"])
  }

  @Test func instalmentsAddUpToTheYuan() throws {
    let text = Self.policy(
      shared: "each: round, at most: 1001, cut: equally",
      money:
        ", round: {to: 1, mode: half up}, instalments: [{id: a, title: A, part: 0.3}, {id: b, title: B, part: 0.3, when: status = \"open\"}, {id: c, title: C, part: 40%}]"
    )
    let decision = try decided(text, [("1001", "", "", "t")])
    let instalments = try #require(decision.decisions.first?.money.first?.instalments)
    #expect(instalments.map(\.state) == [.due, .withheld, .due])
    #expect(
      instalments.map {
        if case .number(let number) = $0.value { number.description } else { "?" }
      } == ["300", "300", "401"])
  }

  // MARK: what is wrong with a file

  static let mistakes: [(code: String, text: String)] = [
    ("year-without-days", policy(shared: "each: year, at most: 1, cut: equally")),
    (
      "days-of-one-limit",
      policy(shared: "each: round, from: contract from, at most: 1, cut: equally")
    ),
    (
      "weight-without-proportion",
      policy(shared: "each: round, at most: 1, cut: equally, by: contract amount")
    ),
    (
      "shared-figure-form",
      policy(shared: "each: round, at most: 1, cut: equally")
        .replacing("    shared: {", with: "    value: 1\n    shared: {")
    ),
    (
      "amount-name-taken",
      policy(shared: "each: round, at most: 1, cut: equally")
        .replacing("id: paid", with: "id: share")
    ),
    (
      "instalments-do-not-add-up",
      policy(
        shared: "each: round, at most: 1, cut: equally",
        money: ", instalments: [{id: a, title: A, part: 0.5}, {id: b, title: B, part: 0.4}]")
    ),
    (
      "instalment-twice",
      policy(
        shared: "each: round, at most: 1, cut: equally",
        money: ", instalments: [{id: a, title: A, part: 0.5}, {id: a, title: B, part: 0.5}]")
    ),
    (
      "instalment-not-a-part",
      policy(
        shared: "each: round, at most: 1, cut: equally",
        money: ", instalments: [{id: a, title: A, part: 1.5}, {id: b, title: B, part: -0.5}]")
    ),
    (
      "missing-key",
      policy(shared: "each: round, cut: equally")
    ),
    (
      "unknown-key",
      policy(shared: "each: round, at most: 1, cut: equally, ceiling: 3")
    ),
    (
      "unknown-name",
      policy(shared: "each: round, at most: 1, cut: equally", define: "  later: year")
    ),
  ]

  @Test(arguments: mistakes.indices)
  func aMistakeHasItsPlaceAndItsRemedy(number: Int) throws {
    let (code, text) = Self.mistakes[number]
    var found = Diagnostics()
    let policy = PolicyReader.read(SourceText(text, path: "p.yaml"), digest: "", into: &found)
    #expect(policy == nil)
    let told = try #require(found.all.first { $0.code == code }, "\(found.all.map(\.code))")
    #expect(told.place != nil)
    #expect(told.help != nil)
  }

  // MARK: periods in a row

  @Test(arguments: [
    (["2023", "2022", "2020"], ["2023", "2022"]), (["2022"], []), ([], []),
    // An earlier look at the same period is none of those before it.
    (["2024", "2023"], ["2023"]), (["2023年下半年", "2023年上半年"], ["2023年下半年", "2023年上半年"]),
    (["2023", "?", "2021"], ["2023", "unknown", "unknown"]), (["?"], ["unknown"]),
  ])
  func gradesInARowEndAtTheFirstGap(periods: [String], expected: [String]) throws {
    let start = try #require(CalendarDate(year: 2024, month: 1, day: 1))
    let end = try #require(CalendarDate(year: 2024, month: 12, day: 31))
    let values = ResultValues.around(
      periods.map { ResultValues.Past(grade: $0, score: nil, period: $0) },
      [ResultValues.Contract(amount: nil, from: nil, until: nil)], period: .init(start, end),
      asOf: nil)
    guard case .list(let list)? = values[.consecutiveGrades] else {
      Issue.record("no list")
      return
    }
    let cursor = ListCursor(list)
    let found = (0..<cursor.count).map { index -> String in
      switch cursor[index] {
      case .string(let grade): grade
      case .unknown: "unknown"
      default: "none"
      }
    }
    #expect(found == expected)
  }
}
