import Archives
import Bundles
import Diagnostics
import Formats
import Rubrics
import TestSupport
import Testing
import WorkbookWriting
import Workbooks
import WorkingPapers

@testable import Scoring

/// Working papers of drawn rubrics: what their formulas come to is what the engine found.
@Suite(.timed) struct DrawnWorkbookTests {
  private struct Drawn {
    let yaml: String
    let workbook: SubjectWorkbook
    let isDecided: Bool
  }

  private func drawn(_ count: Int) -> [Drawn] {
    var all: [Drawn] = []
    var seed: UInt64 = 0
    while all.count < count {
      seed += 1
      var numbers = SeededNumbers(seed: seed + 9_000)
      let naive = NaiveRubric(&numbers)
      var diagnostics = Diagnostics()
      let text = SourceText(naive.yaml, path: "drawn.yaml")
      guard let rubric = Rubric.read(text, digest: "", into: &diagnostics) else { continue }
      var source = EvidenceSource()
      for index in 0..<4 where !numbers.flip(4) {
        let fact = Int.random(in: 0...4, using: &numbers)
        source.facts[HeaderName("f\(index)")] = EvidenceSource.Fact("\(fact)", at: nil)
      }
      let evidence = EvidenceReader(rubric).read(
        source, in: EvidenceSetting(subject: EvaluatedSubject(id: "x")))
      let evaluation = Scorer(rubric).score(evidence, mode: .final)
      all.append(
        Drawn(
          yaml: naive.yaml,
          workbook: SubjectWorkbook(evaluation, evidence, engine: "test", language: .en),
          isDecided: evaluation.status.isDecided))
    }
    return all
  }

  /// Everything that an office finds in the same file, once it calculates anew.
  @Test(
    .enabled(if: Office.isThere, "skipped: formulas calculated anew, for there is no LibreOffice"))
  func anOfficeFindsTheSame() throws {
    let drawn = drawn(Volume.count(12, long: 200))
    let bytes = try drawn.map { try $0.workbook.draft.bytes() }
    let anew = try Office.recalculated(bytes)
    for (one, pair) in zip(drawn, zip(bytes, anew)) {
      let ours = try FormulaCells(pair.0)
      let theirs = try FormulaCells(pair.1)
      #expect(ours.differences(from: theirs).isEmpty, "\(one.yaml)")
    }
  }

  @Test func mostOfItIsFormulasAndNoneDisagrees() throws {
    var (checked, values) = (0, 0)
    for one in drawn(60) {
      let cells = try FormulaCells(try one.workbook.draft.bytes())
      #expect(!cells.texts.contains("✗"), "\(one.yaml)")
      checked += cells.texts.count { $0 == "✓" }
      values += cells.texts.count { $0 == "—" }
    }
    #expect(checked > 3 * values, "\(checked) formulas, \(values) values")
  }
}
