import Diagnostics
import Foundation
import Hengxing
import Reports
import TestSupport
import Testing

/// Money of a town and a year, over all its stations of a round.
@Suite(.timed) struct TownMoneyTests {
  private static let rubric = """
    rubric: station
    edition: "1"
    title: Station
    language: en
    subject: station
    facts: {points: {type: number, must be: "[0..10]", from: bundle}}
    findings: {fraud: {title: Fraud}}
    sections:
    - id: s
      title: S
      points: 10
      items:
      - {id: a, title: A, points: 10, says: a, basis: {rule: illustrative, points: illustrative}, score: {formula: points, from: 0, to: 10}}
    total: {round: {to: 0.1, mode: half up}, when closed: open}
    grades: [{id: good, title: Good, at least: 6}, {id: poor, title: Poor}]

    """

  private static let town = """
    rubric: town
    edition: "1"
    title: Town
    language: en
    subject: town
    facts: {paid: {type: number, must be: "[0..10]", from: bundle}}
    sections:
    - id: s
      title: S
      points: 10
      items:
      - {id: a, title: A, points: 10, says: a, basis: {rule: illustrative, points: illustrative}, score: {formula: paid, from: 0, to: 10}}
    total: {round: {to: 0.1, mode: half up}, when closed: open}
    grades: [{id: good, title: Good, at least: 6}, {id: poor, title: Poor}]

    """

  private static let policy = """
    policy: money
    edition: "1"
    title: Money
    language: en
    applies to: [station]
    facts: {spent: {type: number, unit: CNY, must be: ">= 0", from: bundle}, ceiling: {type: number, unit: CNY, from: town}}
    define:
      share:
        title: Share of the ceiling
        shared: {asks: 0.4 * spent, among: town, each: year, from: period start, until: period end, at most: ceiling, cut: in proportion, by: contract amount, held while: alleged findings > 0, round: {to: 1, mode: half up}}
    actions: [{id: pay, title: Pay}]
    decide: {hit policy: first, inputs: [status], output: string, rules: [["-", '"pay"']]}
    money:
      - {id: subsidy, title: Subsidy, unit: CNY, amount: share, held while: alleged findings > 0, round: {to: 1, mode: half up}}
      - {id: rest, title: Rest, unit: CNY, amount: spent - subsidy}

    """

  private static func files(
    _ stations: [String: (facts: String, more: String)], towns: [String] = ["t"],
    findings: String = ""
  ) -> [String: String] {
    let subjects =
      towns.map { "- {id: \($0), rubric: town, bundle: \($0)}" }
      + stations.sorted { $0.key < $1.key }.map { id, station in
        "- {id: \(id), rubric: station, bundle: \(id), \(station.more)}"
      }
    var files = [
      "station.yaml": rubric, "town.yaml": town, "money.yaml": policy,
      "round.yaml": """
      round: r
      title: R
      language: en
      period: {from: 2024-01-01, to: 2024-12-31}
      as of: 2025-01-15
      rubrics: [station.yaml, town.yaml]
      policies: [money.yaml]
      findings: [\(findings)]
      subjects:
      \(subjects.joined(separator: "\n"))

      """,
    ]
    for town in towns {
      files["\(town)/bundle.yaml"] = "subject: \(town)\nfacts: {paid: 10, ceiling: 300}\n"
    }
    for (id, station) in stations where !station.facts.isEmpty {
      files["\(id)/bundle.yaml"] = "subject: \(id)\nfacts: {\(station.facts)}\n"
    }
    return files
  }

  /// The policy looks at findings, and the rubric does not.
  private func told(_ codes: [String]) -> [String] { codes.filter { $0 != "nothing-looks-at" } }

  private func subsidies(_ result: RoundResult) -> [String: String] {
    Dictionary(
      result.reports.compactMap { filed in
        filed.report.decision.map { ($0.money.first?.amount?.text ?? "none") }
          .map { (filed.folder, $0) }
      }, uniquingKeysWith: { first, _ in first })
  }

  @Test func stationsOfATownShareItsCeilingByContract() throws {
    let round = try TemporaryRound(
      Self.files([
        "a": ("points: 9, spent: 1050", "parties: {town: t}, contract: {amount: 1000}"),
        "b": ("points: 9, spent: 900", "parties: {town: t}, contract: {amount: 500}"),
      ]))
    let (result, codes) = try round.run()
    #expect(subsidies(result) == ["a": "200", "b": "100"])
    #expect(told(codes) == ["cut-to-the-limit"])
    let report = try #require(result.reports.first { $0.folder == "a" }?.report)
    let text = TextReport.print(report, in: .en)
    #expect(text.contains("2 ask for 780, at most 300"))
    #expect(text.contains("Rest: 850 CNY"))
    #expect(HTMLPage.print(report, in: .zh).contains("2 个对象合计应得 780，上限 300"))
    #expect(ReportJSON.print(report).contains("\"ownShare\""))
  }

  @Test func aStationThatWasRejectedStillAsks() throws {
    let round = try TemporaryRound(
      Self.files([
        "a": ("points: 9, spent: 1050", "parties: {town: t}, contract: {amount: 1000}"),
        "b": ("", "parties: {town: t}, contract: {amount: 500}"),
      ]))
    let (result, _) = try round.run()
    #expect(subsidies(result) == ["a": "200 – 300"])
    let missing = result.reports.first { $0.folder == "a" }?.report.decision?.money.first?.missing
    #expect(missing?.first?.sentence.en.contains("`b`") == true)
  }

  @Test func whatIsHeldIsUpTo() throws {
    let round = try TemporaryRound(
      Self.files(
        [
          "a": ("points: 9, spent: 1050", "parties: {town: t}, contract: {amount: 1000}"),
          "b": ("points: 9, spent: 900", "parties: {town: t}, contract: {amount: 500}"),
        ], findings: "{id: f, what: fraud, about: b, status: alleged}"))
    let (result, _) = try round.run()
    #expect(subsidies(result) == ["a": "200 – 300", "b": "0 – 100"])
    let report = try #require(result.reports.first { $0.folder == "b" }?.report)
    #expect(TextReport.print(report, in: .en).contains("up to 100 CNY, held until it is settled"))
    #expect(TextReport.print(report, in: .zh).contains("最高 100 CNY，查清之前暂缓"))
  }

  @Test func aTownWithoutAContractIsTold() throws {
    let round = try TemporaryRound(
      Self.files(
        ["a": ("points: 9, spent: 100", "parties: {town: t}, contract: {amount: 1000}")],
        towns: ["t", "u"]))
    let (result, codes) = try round.run()
    #expect(subsidies(result) == ["a": "40"])
    #expect(told(codes) == ["party-without-subjects"])
    let notice = try #require(
      result.index.notices.first { $0.code == "party-without-subjects" })
    #expect(notice.headline.en.contains("`u`"))
  }

  @Test func aStationWithoutATownIsTold() throws {
    let round = try TemporaryRound(
      Self.files(["a": ("points: 9, spent: 100", "contract: {amount: 1000}")]))
    let (result, codes) = try round.run()
    #expect(codes.contains("shared-with-nobody"))
    #expect(subsidies(result) == ["a": "0 – 40"])
  }

  @Test func oneSubjectOfTheRoundGivesTheSameBytes() throws {
    let round = try TemporaryRound(
      Self.files([
        "a": ("points: 9, spent: 1050", "parties: {town: t}, contract: {amount: 1000}"),
        "b": ("points: 9, spent: 900", "parties: {town: t}, contract: {amount: 500}"),
      ]))
    let (result, _) = try round.run()
    var diagnostics = Diagnostics()
    let alone = try #require(
      Pipeline.score(
        subject: "a", ofRound: round.path, .init(engine: "test"), into: &diagnostics))
    let whole = try #require(result.reports.first { $0.folder == "a" })
    #expect(ReportJSON.print(alone[0].report) == ReportJSON.print(whole.report))
  }
}
