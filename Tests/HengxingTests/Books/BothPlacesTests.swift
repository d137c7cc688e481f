import Diagnostics
import Hengxing
import TestSupport
import Testing

/// What does not fit together in a round is told with both places, where there are two.
@Suite(.timed) struct BothPlacesTests {
  private static let rubric = """
    rubric: small
    edition: "1"
    language: en
    title: Small
    subject: station
    facts:
      paid: {type: boolean, from: town}
      tender: {type: boolean}
    sections:
    - id: s
      title: S
      points: 10
      items:
      - {id: a, title: A, points: 10, says: a, basis: {rule: illustrative, points: illustrative}, score: {check: 'paid and (operation = "internal" or tender)'}}
    total: {round: {to: 1, mode: half up}, when closed: open}
    grades: [{id: good, title: Good, at least: 8}, {id: poor, title: Poor}]

    """

  private static let duty = """
    rubric: duty
    edition: "1"
    language: en
    title: Duty
    subject: town
    facts: {ceiling: {type: number, must be: ">= 0"}}
    sections:
    - id: s
      title: S
      points: 10
      items:
      - {id: a, title: A, points: 10, says: a, basis: {rule: illustrative, points: illustrative}, score: {check: ceiling > 0}}
    total: {round: {to: 1, mode: half up}, when closed: open}
    grades: [{id: good, title: Good, at least: 8}, {id: poor, title: Poor}]

    """

  private static let policy = """
    policy: money
    edition: "1"
    title: Money
    language: en
    applies to: [small]
    facts: {spent: {type: number, unit: CNY, must be: ">= 0", from: bundle}}
    define:
      share:
        title: Share of the ceiling
        shared: {asks: spent, among: town, each: year, from: contract from, until: contract until, at most: 300, cut: in proportion, by: contract amount, round: {to: 1, mode: half up}}
    actions: [{id: pay, title: Pay}]
    decide: {hit policy: first, inputs: [status], output: string, rules: [["-", '"pay"']]}
    money: [{id: subsidy, title: Subsidy, unit: CNY, amount: share}]

    """

  struct Fault: Sendable, CustomTestStringConvertible {
    let what: String
    /// What the round says of the station, and its bundle besides its name.
    let inRound: String
    var bundle = "operation: external"
    let code: String
    /// Parts of the descriptions of the places, the first of the message itself.
    let places: [String]

    var testDescription: String { what }
  }

  private static let contract = "contract: {from: 2024-01-01, until: 2024-12-31, amount: 500}"

  static let faults: [Fault] = [
    Fault(
      what: "a mode that nobody declared", inRound: "parties: {town: t}, \(contract)",
      bundle: "operation: somehow", code: "unknown-operation", places: ["a/bundle.yaml:2:"]),
    Fault(
      what: "a mode of which nobody says anything", inRound: "parties: {town: t}, \(contract)",
      bundle: "", code: "operation-not-said", places: ["round.yaml:"]),
    Fault(
      what: "round and bundle say different modes",
      inRound: "parties: {town: t}, \(contract), operation: internal", code: "operations-differ",
      places: ["round.yaml:", "a/bundle.yaml:2:"]),
    Fault(
      what: "a party is missing", inRound: contract, code: "party-missing",
      places: ["round.yaml:", "rubric.yaml:7:"]),
    Fault(
      what: "a town without a contract", inRound: "parties: {town: t}, \(contract)",
      code: "party-without-subjects", places: ["round.yaml:", "money.yaml:"]),
    Fault(
      what: "a contract whose days nobody states",
      inRound: "parties: {town: t}, contract: {amount: 500}", code: "days-not-stated",
      places: ["money.yaml:", "round.yaml:"]),
    Fault(
      what: "a contract over two years that is beyond the limit of both",
      inRound:
        "parties: {town: t}, contract: {from: 2023-07-01, until: 2024-06-30, amount: 500}",
      code: "cut-to-the-limit", places: ["money.yaml:"]),
  ]

  @Test(arguments: faults)
  func isToldWithBothPlaces(fault: Fault) throws {
    let facts = "facts: {tender: yes, spent: 2000}"
    let files = [
      "rubric.yaml": Self.rubric, "duty.yaml": Self.duty, "money.yaml": Self.policy,
      "round.yaml": """
      round: r
      title: R
      language: en
      period: {from: 2024-01-01, to: 2024-12-31}
      as of: 2025-01-15
      rubrics: [rubric.yaml, duty.yaml]
      policies: [money.yaml]
      subjects:
      - {id: t, rubric: duty, bundle: t}
      - {id: u, rubric: duty, bundle: u}
      - {id: a, rubric: small, bundle: a, \(fault.inRound)}

      """,
      "a/bundle.yaml": "subject: a\n\(fault.bundle)\n\(facts)\n",
      "t/bundle.yaml": "subject: t\nfacts: {paid: yes, ceiling: 300}\n",
      "u/bundle.yaml": "subject: u\nfacts: {paid: yes, ceiling: 300}\n",
    ]
    let round = try TemporaryRound(files)
    var found = Diagnostics()
    let result = try #require(
      Pipeline.run(round.path, .init(engine: "test"), into: &found))
    let told = (found.all + result.evidence + round.inspected).filter { $0.code == fault.code }
    let first = try #require(told.first, "\(found.all.map(\.code))")
    let places = [first.place] + first.related.map(\.place)
    for (place, part) in zip(places, fault.places) {
      #expect(place?.description.contains(part) == true, "\(places.map { $0?.description ?? "–" })")
    }
    #expect(places.count >= fault.places.count, "\(places.map { $0?.description ?? "–" })")
    // Both languages, and a remedy where somebody has to do something.
    #expect(!first.headline.zh.isEmpty && first.headline.zh != first.headline.en)
    #expect(first.severity == .note || first.help != nil)
  }
}
