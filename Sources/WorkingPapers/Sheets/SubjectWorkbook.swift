package import Diagnostics
import Rubrics
package import Scoring
import Values
package import WorkbookWriting

/// The working paper of one result: evidence, what items make of it, and how their points become a grade, as formulas beside the
/// engine's figures.
package struct SubjectWorkbook {
  package let draft: WorkbookDraft
  /// How many figures a formula gives.
  package let checkedCount: Int

  /// `engine` is what calculated the result, as its version says.
  package init(
    _ evaluation: Evaluation, _ evidence: Evidence, engine: String, language: Language
  ) {
    let names = [Wording.resultName, .itemsName, .quantitiesName, .notesName].map {
      $0.text(in: language)
    }
    let sheets = EvidenceSheets(evaluation, evidence, language: language, besides: names)
    let subject = evaluation.subject.title.text(in: language)
    func ledger(_ index: Int, _ heads: [Wording], _ widths: [Int], _ column: Int) -> Ledger {
      Ledger(
        names[index], title: "\(subject) · \(names[index])",
        heads: heads.map { $0.text(in: language) }, widths: widths, column: column,
        language: language)
    }
    var items = ItemSheets(
      evaluation, sheets.cells,
      quantities: ledger(
        2, [.itemHead, .expressionHead] + Wording.figureHeads, [28, 40, 14, 10, 12, 12, 6, 40], 3),
      items: ledger(
        1, [.idHead, .itemHead, .fullHead, .countsHead] + Wording.figureHeads,
        [18, 34, 8, 6, 14, 10, 12, 12, 6, 40], 5))
    let rubric = evaluation.rubric
    let scale = Self.scale(of: rubric)
    items.add(evaluation.sections.flatMap(\.items) + (evaluation.bonus?.items ?? []), scale: scale)
    items.add(
      evaluation.deductions, scale: scale,
      caps: Dictionary(
        rubric.deductions.map { ($0.item.id, $0.cap) }, uniquingKeysWith: { first, _ in first }))
    var result = ResultSheet(
      evaluation,
      ledger: ledger(
        0, [.stepHead, .aboutHead] + Wording.figureHeads, [12, 40, 14, 10, 12, 12, 6, 40], 3),
      items: items)
    result.fill()
    checkedCount =
      result.ledger.checked + result.items.items.checked + result.items.quantities.checked
    var draft = WorkbookDraft(
      title: "\(Wording.workingPaper.text(in: language)) \(subject)")
    for page in [
      result.ledger.page, result.items.items.page, result.items.quantities.page,
      Self.notes(names[3], evaluation, engine, checkedCount, language),
    ] {
      draft.add(page)
    }
    for page in sheets.sheets { draft.add(page) }
    self.draft = draft
  }

  /// A power of ten over which all points that the rubric writes are whole.
  private static func scale(of rubric: Rubric) -> Int {
    let written =
      rubric.everyItem.flatMap { item in
        [item.points, item.rounding?.step].compactMap(\.self)
      } + [rubric.resultPlan.total.rounding.step]
    return written.compactMap { try? LiveRatio($0) }.map(\.below.value).max() ?? 1
  }

  private static func notes(
    _ name: String, _ evaluation: Evaluation, _ engine: String, _ checked: Int,
    _ language: Language
  ) -> SheetDraft {
    var page = SheetDraft(name: name)
    page.setColumn(1, width: 100)
    let rubric = evaluation.rubric
    let lines: [Wording] =
      [
        .about(evaluation, engine, digest: rubric.digest), .howToRead, .greenIsLive,
        .integersOnly, .whatIsNoFormula, .counted(checked),
      ] + (evaluation.subject.isFictional || rubric.isFictional ? [.fictional] : [])
    page.set(1, 1, Wording.workingPaper.text(in: language), .title)
    for (index, line) in lines.enumerated() {
      page.set(index + 3, 1, line.text(in: language), .given)
    }
    return page
  }
}
