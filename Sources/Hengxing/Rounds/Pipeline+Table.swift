import Diagnostics
import Reports
import Scoring
import WorkingPapers

extension Pipeline {
  /// The table of all subjects; `nil` where nobody was scored, or it cannot be made, which is reported.
  func table(
    of index: RoundIndex, _ filed: [RoundResult.Filed], _ evaluations: [Evaluation?],
    into diagnostics: inout Diagnostics
  ) -> HandedFile? {
    let entries = zip(evaluations, zip(filed, index.rows)).compactMap {
      evaluation, pair -> RoundWorkbook.Entry? in
      evaluation.map {
        RoundWorkbook.Entry($0, gates: pair.1.desk?.gates ?? [], actions: pair.1.actions)
      }
    }
    let workbook = RoundWorkbook(
      entries, title: index.round.title, engine: options.engine, language: index.language)
    return workbook.flatMap {
      HandedFile(WorkbookNames.round.text(in: index.language), $0.draft, into: &diagnostics)
    }
  }
}
