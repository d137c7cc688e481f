import Diagnostics
import Formats
import TestSupport
import Testing

@testable import Rubrics

@Suite(.timed) struct RubricTestSyntaxTests {
  private func read(_ text: String) -> (RubricTestSyntax?, [String]) {
    var diagnostics = Diagnostics()
    let node = YAMLReader.read(SourceText(text, path: "a.tests.yaml"), into: &diagnostics)
    let syntax = node.flatMap { RubricTestSyntax.read($0, into: &diagnostics) }
    return (syntax, diagnostics.all.map(\.code))
  }

  @Test func aCaseKeepsWhatItWrites() throws {
    let (syntax, codes) = read(
      """
      tests: a.yaml
      cases:
        - name: one
          mode: self
          as of: 2025-01-15
          facts: {paid: 45万}
          tables: {staff: [{name: A, certified: 是}], visits: []}
          documents: {contract: 2, plan: [{file: p.pdf, dated: 2024-03-01, pages: 4}]}
          judgements: [{by: A, role: panel, marks: {quality: 8.5, other: {band: high, value: 0.9}}}]
          findings: {fraud: alleged}
          expect: {low: 60, high: 70, items: {a: unknown, b: 6}}
      """)
    #expect(codes == [])
    let test = try #require(syntax?.cases.first)
    #expect(test.mode == .selfView)
    #expect(test.facts.map(\.text) == ["45万"])
    #expect(test.tables.map(\.rows.count) == [1, 0])
    #expect(test.documents.map(\.files.count) == [2, 1])
    #expect(test.documents[1].files[0].pages == 4)
    #expect(test.judgements[0].marks.map(\.band) == [nil, "high"])
    #expect(test.findings.map(\.status) == [.alleged])
    #expect(test.expected.items.map(\.text) == ["unknown", "6"])
  }

  @Test func aDayThatIsNoneIsTold() {
    let (_, codes) = read("tests: a.yaml\ncases: [{name: a, as of: 2025-02-30, expect: {}}]")
    #expect(codes == ["not-a-calendar-date"])
  }

  @Test func twoCasesOfOneNameAreTold() {
    let (_, codes) = read(
      "tests: a.yaml\ncases: [{name: a, expect: {}}, {name: a, expect: {}}]")
    #expect(codes == ["test-twice"])
  }

  @Test func aCaseSaysWhatItExpectsOrWhatTheProgramSaid() {
    let (syntax, codes) = read(
      "tests: a.yaml\ncases: [{name: a, computed: {}}, {name: b, expect: {}}, {name: c}]")
    #expect(codes == ["test-expects-nothing"])
    #expect(syntax?.cases.map(\.isToTick) == [true, false])
    let (both, told) = read("tests: a.yaml\ncases: [{name: a, computed: {}, expect: {}}]")
    #expect(told == ["test-ticked-and-not"])
    #expect(both?.cases.map(\.isToTick) == [false])
  }

  @Test func aFileWithoutTheNameOfARubricIsNotRead() {
    let (syntax, codes) = read("cases: []")
    #expect(syntax == nil)
    #expect(codes == ["missing-key"])
  }
}
