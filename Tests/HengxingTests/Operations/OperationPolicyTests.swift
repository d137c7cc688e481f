import Diagnostics
import Hengxing
import Reports
import TestSupport
import Testing

/// A policy reads who runs the subject, as a rubric does.
@Suite(.timed) struct OperationPolicyTests {
  private static let rubric = """
    rubric: small
    edition: "1"
    language: en
    title: Small
    subject: station
    facts: {a: {type: boolean}}
    sections:
    - id: s
      title: S
      points: 10
      items:
      - {id: a, title: A, points: 10, says: A., basis: {rule: illustrative, points: illustrative}, score: {check: a}}
    total: {round: {to: 1, mode: half up}, when closed: open}
    grades:
    - {id: good, title: Good, at least: 8}
    - {id: poor, title: Poor}

    """

  private static let policy = """
    policy: renewal
    edition: "1"
    language: en
    title: Renewal
    applies to: [small]
    actions:
    - {id: renew, title: Renew}
    - {id: none, title: There is no contract}
    decide:
      hit policy: first
      inputs: [operation]
      output: string
      rules:
      - ['"internal"', '"none"']
      - ['"external", "composite", "several"', '"renew"']

    """

  @Test(arguments: [
    ("operation: internal", ["There is no contract"]), ("operation: 外包", ["Renew"]),
    ("", ["Renew", "There is no contract"]),
  ])
  func recommendsByIt(said: String, actions: [String]) throws {
    let round = try TemporaryRound([
      "rubric.yaml": Self.rubric, "policy.yaml": Self.policy,
      "a/bundle.yaml": "subject: a\nfacts: {a: yes}\n\(said)\n",
      "round.yaml": """
      round: r
      title: R
      language: en
      period: {from: 2024-01-01, to: 2024-12-31}
      as of: 2025-01-15
      rubrics: [rubric.yaml]
      policies: [policy.yaml]
      subjects: [{id: a, rubric: small, bundle: a}]

      """,
    ])
    let (result, codes) = try round.run()
    let report = try #require(result.reports.first?.report)
    #expect((report.decision?.actions ?? []).map(\.title.en).sorted() == actions)
    // Only the policy asks.
    #expect(codes.contains("operation-not-said") == said.isEmpty)
  }
}
