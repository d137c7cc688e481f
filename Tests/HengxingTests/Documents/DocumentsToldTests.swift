import Diagnostics
import Hengxing
import TestSupport
import Testing

/// A document that does not count is told with its place and why, in a run as in a check.
@Suite(.timed) struct DocumentsToldTests {
  private static func rubric(_ document: String) -> String {
    """
    rubric: small
    edition: "1"
    language: en
    title: Small
    subject: station
    documents: {批复: {\(document)}}
    sections:
      - id: s
        title: S
        points: 10
        items:
          - {id: c, title: C, points: 10, says: s, basis: {rule: illustrative, points: illustrative}, evidence: [批复], score: {check: 1 = 1}}
    total: {round: {to: 1, mode: half up}, when closed: zero}
    grades: [{id: good, title: Good, at least: 8}, {id: poor, title: Poor}]

    """
  }

  private func found(
    _ listed: String, file: String = "a.pdf", declared: String = "title: 批复"
  ) throws -> (told: [Diagnostic], score: String?) {
    let round = try TemporaryRound(
      of: Self.rubric(declared),
      bundle: "documents: [{file: documents/\(file), \(listed)}]",
      more: ["a/documents/\(file)": "x"])
    var diagnostics = Diagnostics()
    let result = try #require(Pipeline.run(round.path, .init(engine: "test"), into: &diagnostics))
    #expect(round.inspected.map(\.code) == (diagnostics.all + result.evidence).map(\.code))
    return (diagnostics.all + result.evidence, result.scores["a"])
  }

  @Test(arguments: ["批复", "批 复", "批　复"])
  func aKindIsComparedAsHeadersAre(kind: String) throws {
    let (told, score) = try found("kind: \"\(kind)\"")
    #expect(told.isEmpty)
    #expect(score == "10")
  }

  @Test func aKindThatNobodyDeclaresIsToldWithTheOneThatIsNear() throws {
    let (told, score) = try found("kind: 批文")
    #expect(told.map(\.code) == ["document-of-unknown-kind"])
    #expect(told.first?.help?.en.contains("批复") == true)
    #expect(told.first?.place?.description.contains("bundle.yaml") == true)
    #expect(score == "0")
  }

  @Test(arguments: [
    ("a.docx", "accept: [pdf, txt]", "kind: 批复"),
    ("a.pdf", "dated: in the period", "kind: 批复"),
    ("a.pdf", "dated: in the period", "kind: 批复, dated: 1999-01-01"),
  ])
  func whatDoesNotCountIsTold(file: String, declared: String, listed: String) throws {
    let (told, score) = try found(listed, file: file, declared: declared)
    #expect(told.map(\.code) == ["document-set-aside"])
    #expect(told.first?.place?.description.contains("bundle.yaml") == true)
    #expect(score == "0")
  }
}
