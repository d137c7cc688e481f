import Bundles
import Diagnostics
import Formats
import Rubrics
import TestSupport
import Testing
import Values
import WorkbookWriting

@testable import Scoring
@testable import WorkingPapers

/// What is private stands in no sheet, and what begins like a formula is a text.
@Suite(.timed) struct PrivacyTests {
  private static let rubric = """
    rubric: drawn
    edition: "1"
    language: en
    title: Staff
    subject: station
    facts:
      phone: {type: string, private: true}
      rooms: {type: number, whole: true}
      name: {type: string}
    tables:
      staff:
        columns:
          who: {type: string, private: true}
          pay: {type: number, private: true}
          certified: {type: boolean}
    define:
      well paid: count(staff[pay > 50])
    sections:
    - id: s
      title: All
      points: 4
      items:
      - id: certified
        title: Certified
        points: 2
        says: certified staff
        basis: {rule: illustrative, points: illustrative}
        score: {each: "count(staff[certified])", base: {at: 0, points: 0}, step: {every: 1, points: 1, units: full}, cap: 2, below base: 0}
      - id: paid
        title: Paid
        points: 2
        says: well paid staff
        basis: {rule: illustrative, points: illustrative}
        score: {each: well paid, base: {at: 0, points: 0}, step: {every: 1, points: 1, units: full}, cap: 2, below base: 0}
    total: {round: {to: 1, mode: half up}, when closed: zero}
    grades:
    - {id: good, title: Good, at least: 3}
    - {id: rest, title: Rest}
    """

  private func texts(_ draft: WorkbookDraft) -> [String] {
    draft.sheets.flatMap { sheet in
      sheet.cells.flatMap { cell -> [String] in
        switch cell.content {
        case .text(let text), .number(let text): [text]
        case .formula(let formula, .text(let text)): [formula, text]
        case .formula(let formula, .number): [formula]
        case .date, .blank: []
        }
      }
    }
  }

  private func draft() throws -> WorkbookDraft {
    var diagnostics = Diagnostics()
    let rubric = try #require(
      Rubric.read(
        SourceText(Self.rubric, path: "drawn.yaml"), digest: "", into: &diagnostics),
      "\(diagnostics.all.map(\.headline.en))")
    var source = EvidenceSource()
    source.facts[HeaderName("phone")] = EvidenceSource.Fact("555-0199", at: nil)
    source.facts[HeaderName("rooms")] = EvidenceSource.Fact("3", at: nil)
    source.facts[HeaderName("name")] = EvidenceSource.Fact("=1+1", at: nil)
    let evidence = EvidenceReader(rubric).read(
      source, in: EvidenceSetting(subject: EvaluatedSubject(id: "x", title: Wording("=2+2"))))
    return SubjectWorkbook(
      Scorer(rubric).score(evidence, mode: .final), evidence, engine: "test", language: .en
    ).draft
  }

  @Test func privateFactsStandNowhere() throws {
    for text in texts(try draft()) { #expect(!text.contains("555-0199")) }
  }

  @Test func whatBeginsLikeAFormulaIsAText() throws {
    let cells = try draft().sheets.flatMap(\.cells)
    #expect(cells.contains { $0.content == .text("=1+1") })
  }

  @Test func namesOfSheetsAreClean() throws {
    for sheet in try draft().sheets {
      #expect(!sheet.name.contains { "[]:*?/\\".contains($0) } && sheet.name.utf16.count <= 31)
    }
  }
}
