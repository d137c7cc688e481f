import Diagnostics
import Hengxing
import Reports
import TestSupport
import Testing

/// Who runs a subject is said by the round or by the bundle, and nobody supposes it.
@Suite(.timed) struct OperationTests {
  private static let rubric = """
    rubric: small
    edition: "1"
    language: en
    title: Small
    subject: station
    facts:
      tender: {type: boolean}
      recruitment: {type: boolean}
    sections:
    - id: s
      title: S
      points: 10
      items:
      - id: chosen
        title: Chosen
        points: 10
        says: Openly recruited or openly tendered.
        basis: {rule: illustrative, points: illustrative}
        score: {check: if operation = "internal" then recruitment else tender}
    total: {round: {to: 1, mode: half up}, when closed: open}
    grades:
    - {id: good, title: Good, at least: 8}
    - {id: poor, title: Poor}

    """

  struct Said: Sendable {
    let inRound: String
    let inBundle: String
    let score: String
    let operation: String?
    let codes: [String]
  }

  static let said: [Said] = [
    Said(
      inRound: "", inBundle: "operation: external", score: "10", operation: "external", codes: []),
    Said(
      inRound: "", inBundle: "operation: 内设", score: "0", operation: "internal", codes: []),
    Said(
      inRound: "operation: composite", inBundle: "", score: "10", operation: "composite", codes: []),
    Said(
      inRound: "operation: external", inBundle: "operation: 购买服务", score: "10",
      operation: "external", codes: []),
    Said(
      inRound: "operation: external", inBundle: "operation: internal", score: "0 – 10",
      operation: nil, codes: ["operations-differ"]),
    Said(
      inRound: "", inBundle: "", score: "0 – 10", operation: nil, codes: ["operation-not-said"]),
    Said(
      inRound: "", inBundle: "operation: extrenal", score: "0 – 10", operation: nil,
      codes: ["unknown-operation"]),
    Said(
      inRound: "operation: extrenal", inBundle: "operation: external", score: "0 – 10",
      operation: nil, codes: ["unknown-operation"]),
    Said(
      inRound: "", inBundle: "mode: outsourced", score: "10", operation: "external",
      codes: ["former-mode"]),
    Said(
      inRound: "", inBundle: "mode: somehow", score: "0 – 10", operation: nil,
      codes: ["former-mode", "unknown-operation"]),
  ]

  /// What the bundle says among its facts, and in its own line; what is told.
  static let facts: [(fact: String, line: String, codes: [String])] = [
    ("运营方式: 内设", "", ["operation-among-facts"]),
    ("operation: external", "", ["operation-among-facts"]),
    ("运营方式: 其他", "", ["operation-among-facts"]),
    ("运营方式: 外包", "operation: external", []),
    ("运营方式: 内设", "operation: external", ["operation-fact-differs"]),
    ("运营方式: 其他", "operation: external", []),
  ]

  @Test(arguments: facts.indices, [true, false])
  func aFactThatNobodyReadsIsPointedAt(index: Int, isDeclared: Bool) throws {
    let own = Self.facts[index]
    var rubric = Self.rubric.replacing(
      "if operation = \"internal\" then recruitment else tender", with: "tender and recruitment")
    if isDeclared {
      rubric = rubric.replacing(
        "facts:\n", with: "facts:\n  how: {type: string, header: [operation, 运营方式]}\n")
    }
    let round = try TemporaryRound(
      of: rubric,
      bundle: "facts: {tender: yes, recruitment: yes, \(own.fact)}\n\(own.line)")
    let found = try round.run().result.evidence
    #expect(found.map(\.code) == (isDeclared ? [] : own.codes))
    if let first = found.first {
      #expect(first.place?.description.contains("bundle.yaml:2:") == true)
    }
  }

  @Test(arguments: said.indices)
  func isReadWhereItIsSaidAndOpenWhereItIsNot(index: Int) throws {
    let said = Self.said[index]
    let line = said.inRound.isEmpty ? "" : ", \(said.inRound)"
    let round = try TemporaryRound(
      of: Self.rubric,
      bundle: "facts: {tender: yes, recruitment: no}\n\(said.inBundle)",
      more: [
        "round.yaml": """
        round: r
        title: R
        language: en
        period: {from: 2024-01-01, to: 2024-12-31}
        as of: 2025-01-15
        rubrics: [rubric.yaml]
        subjects: [{id: a, rubric: small, bundle: a\(line)}]

        """
      ])
    let (result, codes) = try round.run()
    #expect(result.scores == ["a": said.score])
    #expect(Set(codes + result.evidence.map(\.code)).sorted() == said.codes)
    let report = try #require(result.reports.first?.report)
    #expect(
      (report.subject.operation?.en).map { String($0.prefix { $0 != " " }) } == said.operation)
    if let operation = report.subject.operation {
      #expect(HTMLPage.print(report, in: .zh).contains("<dd>\(operation.zh)</dd>"))
      #expect(TextReport.print(report, in: .en).contains("Run by: \(operation.en)\n"))
    }
  }

  @Test func aRubricThatDoesNotAskIsNotToldOfSilence() throws {
    let rubric = Self.rubric.replacing(
      "if operation = \"internal\" then recruitment else tender", with: "tender and recruitment")
    let round = try TemporaryRound(of: rubric, bundle: "facts: {tender: yes, recruitment: yes}")
    let (result, codes) = try round.run()
    #expect(codes + result.evidence.map(\.code) == [])
  }

  @Test func aMisspeltWayIsMendedByItsEdit() throws {
    let round = try TemporaryRound(of: Self.rubric, bundle: "operation: extrenal")
    let found = try #require(round.inspected.first { $0.code == "unknown-operation" })
    #expect(found.edits.map(\.text) == ["external"])
    let former = try TemporaryRound(of: Self.rubric, bundle: "mode: outsourced")
    let told = try #require(former.inspected.first { $0.code == "former-mode" })
    #expect(told.edits.map(\.text) == ["operation"])
  }
}
