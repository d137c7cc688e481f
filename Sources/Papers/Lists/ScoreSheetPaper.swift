import Reports

/// The score sheet of one subject, filled in: points, what was lost and why, and lines to sign.
struct ScoreSheetPaper {
  let report: Report
  private let standing: Standing

  /// - Returns: `nil` where nothing was scored.
  init?(_ report: Report) {
    guard !ScoredItem.all(in: report).isEmpty else { return nil }
    self.report = report
    standing = Standing(report)
  }

  var document: WordDocument {
    let subject = Said.words(report.subject.title)
    var part = WordDocument.Part(isLandscape: true)
    part.add(.title, Said.words(report.rubric.title))
    part.add(.title, ListWording.sheet)
    part.add(
      .plain,
      ListWording.head(subject, Said.period(report.round?.period), Said.day(report.seal.asOf)))
    part.add(table)
    part.add(.plain, "")
    part.add(.plain, ListWording.sheetSignatures)
    part.add(.plain, ListWording.sheetDates)
    return WordDocument(
      title: "\(subject)\(ListWording.sheet)", marks: standing.marks(of: report), parts: [part])
  }

  private var table: WordDocument.Table {
    let heads = ListWording.sheetColumns
    var table = WordDocument.Table([
      .init(heads[0], 5, .center), .init(heads[1], 13, merges: true), .init(heads[2], 18),
      .init(heads[3], 27), .init(heads[4], 6, .center), .init(heads[5], 8, .center),
      .init(heads[6], 23),
    ])
    for (index, scored) in ScoredItem.all(in: report).enumerated() {
      let (section, item) = (scored.section, scored.item)
      table.rows.append(
        .init([
          "\(index + 1)", "\(Said.words(section.title))（\(section.points)）",
          Said.words(item.title), Said.words(item.says), "\(item.points)",
          Said.score(item.earned), Reasons.remark(on: item, section.kind),
        ]))
    }
    let scale = report.rubric.scale.map { Said.number($0.high) } ?? PapersWording.none
    table.rows.append(
      .init(
        [
          "", ReportWording.total, "", "", scale, Said.score(report.verdict.score),
          VerdictWording.gradeCell(report.verdict),
        ], isStrong: true))
    return table
  }
}
