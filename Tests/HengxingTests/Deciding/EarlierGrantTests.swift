import Diagnostics
import Hengxing
import Reports
import TestSupport
import Testing

/// What earlier rounds granted, and several contracts of one station.
@Suite(.timed) struct EarlierGrantTests {
  private static let rubric = """
    rubric: NAME
    edition: "1"
    title: T
    language: en
    subject: NAME
    facts: {points: {type: number, must be: "[0..10]"}}
    sections:
    - id: s
      title: S
      points: 10
      items:
      - {id: a, title: A, points: 10, says: a, basis: {rule: illustrative, points: illustrative}, score: {formula: points, from: 0, to: 10}}
    total: {round: {to: 1, mode: half up}, when closed: open}
    grades: [{id: good, title: Good}]

    """

  private static let policy = """
    policy: money
    edition: "1"
    title: Money
    language: en
    applies to: [station]
    define:
      share:
        shared: {asks: 0.4 * contract amount, among: town, each: year, from: contract from, until: contract until, at most: 300, granted: [subsidy], cut: in proportion, by: contract amount, round: {to: 1, mode: half up}}
    actions: [{id: pay, title: Pay}]
    decide: {hit policy: first, inputs: [status], output: string, rules: [["-", '"pay"']]}
    money:
      - {id: subsidy, title: Subsidy, unit: CNY, amount: share, round: {to: 1, mode: half up}}

    """

  private func run(
    town: String, contract: String = "{amount: 1000, from: 2024-01-01, until: 2024-12-31}",
    history: String
  ) throws -> (money: String?, codes: [String], text: String) {
    let round = try TemporaryRound([
      "station.yaml": Self.rubric.replacing("NAME", with: "station"),
      "town.yaml": Self.rubric.replacing("NAME", with: "town"), "money.yaml": Self.policy,
      "t/bundle.yaml": "subject: t\nfacts: {points: 9}\n",
      "a/bundle.yaml": "subject: a\nfacts: {points: 9}\n",
      "round.yaml": """
      round: r
      title: R
      language: en
      period: {from: 2024-07-01, to: 2024-12-31}
      as of: 2025-01-15
      rubrics: [station.yaml, town.yaml]
      policies: [money.yaml]
      subjects:
      - {id: t, rubric: town, bundle: t, history: [\(town)]}
      - {id: a, rubric: station, bundle: a, parties: {town: t}, contract: \(contract), history: [\(history)]}

      """,
    ])
    let (result, codes) = try round.run()
    let report = try #require(result.reports.first { $0.folder == "a" }?.report)
    return (
      report.decision?.money.first?.amount?.text, codes, TextReport.print(report, in: .en)
    )
  }

  @Test(
    arguments: [
      ("", "", "300", []),
      ("", "{period: 2024-H1, granted: {subsidy: 120}}", "180", []),
      ("{period: 2024年上半年, granted: {subsidy: 120}}", "", "180", []),
      // The town's book holds what a station got that is no longer there.
      (
        "{period: 2024-H1, granted: {subsidy: 200}}", "{period: 2024-H1, granted: {subsidy: 120}}",
        "100", []
      ),
      (
        "{period: 2024-H1, granted: {subsidy: 100}}", "{period: 2024-H1, granted: {subsidy: 120}}",
        "180 – 200", ["grants-differ"]
      ),
      ("{period: 2023, granted: {subsidy: 120}}", "", "300", []),
      ("{period: 2024-H1, granted: {prize: 120}}", "", "300", []),
      ("{period: some time, granted: {subsidy: 120}}", "", "180 – 300", ["grant-undated"]),
    ] as [(String, String, String, [String])])
  func whatWasGrantedBeforeCountsAgainstTheYear(
    town: String, station: String, money: String, codes: [String]
  ) throws {
    let found = try run(town: town, history: station)
    #expect(found.money == money)
    #expect(found.codes.filter { $0 != "cut-to-the-limit" } == codes)
    if money == "180" { #expect(found.text.contains("beside 120 granted in earlier rounds")) }
  }

  @Test func severalContractsAreOneAmount() throws {
    let found = try run(
      town: "",
      contract:
        "[{amount: 400, from: 2024-01-01, until: 2024-06-30}, {amount: 300, from: 2024-07-01, until: 2024-12-31}]",
      history: "")
    #expect(found.money == "280")
    #expect(found.codes == [])
    let twice = try run(
      town: "",
      contract:
        "[{amount: 200, from: 2024-01-01, until: 2024-12-31}, {amount: 200, from: 2024-01-01, until: 2024-12-31}]",
      history: "")
    #expect(twice.money == "160")
    #expect(twice.codes == ["contract-twice"])
  }
}
