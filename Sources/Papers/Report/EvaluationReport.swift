import Diagnostics
import Reports
import Values

/// The evaluation report of one subject, chapter by chapter.
struct EvaluationReport {
  let report: Report
  let standing: Standing
  let losses: [Loss]

  init(_ report: Report) {
    self.report = report
    standing = Standing(report)
    losses = Loss.all(in: report)
  }

  var document: WordDocument {
    let name = "\(Said.words(report.subject.title))\(ReportWording.name)"
    var front = WordDocument.Part()
    writeCover(into: &front)
    front.blocks.append(.pageBreak)
    front.add(.contentsTitle, ReportWording.contents)
    front.blocks.append(.contents)
    front.blocks.append(.pageBreak)
    writeOverview(into: &front)
    writeBasis(into: &front)
    writeResults(into: &front)
    writeDetails(into: &front)
    writeGates(into: &front)
    writeProblems(into: &front)
    writeOpen(into: &front)
    writeDecision(into: &front)
    var annex = WordDocument.Part(isLandscape: true)
    writeAnnex(into: &annex)
    return WordDocument(title: name, marks: standing.marks(of: report), parts: [front, annex])
  }

  private func writeCover(into part: inout WordDocument.Part) {
    part.add(.plain, "")
    part.add(.plain, "")
    part.add(.title, Said.words(report.subject.title))
    part.add(
      .title,
      standing.isDraft ? PapersWording.draftTitle(ReportWording.name) : ReportWording.name)
    if report.subject.isFictional || report.rubric.isFictional {
      part.add(.subtitle, PapersWording.fictional)
    }
    part.add(.plain, "")
    part.add(.plain, "")
    part.add(
      WordDocument.Table(
        [.init("", 28), .init("", 72)],
        [
          [ReportWording.round, Said.words(report.round?.title)],
          [ReportWording.subject, Said.words(report.subject.title)],
          [ReportWording.client, ""], [ReportWording.agency, ""],
          [ReportWording.period, Said.period(report.round?.period)],
          [ReportWording.number, ""], [ReportWording.submitted, ""],
        ].map { WordDocument.Table.Row($0) }, kind: .form))
    part.add(.plain, "")
    part.add(.signature, PapersWording.agencySeal)
  }

  private func writeOverview(into part: inout WordDocument.Part) {
    part.add(.heading1, ReportWording.overview)
    part.add(
      .body,
      ReportWording.overview(
        Said.words(report.subject.title), report.subject.region, Said.period(report.round?.period),
        Said.day(report.seal.asOf)))
    part.add(
      .body,
      ReportWording.counts(
        report.sections.count, ScoredItem.all(in: report).count, "\(report.rubric.points)")
        + ReportWording.mode(isSelf: Standing.isSelfAssessment(report)))
    part.add(.body, VerdictWording(report).text)
    part.add(.body, ReportWording.independence)
  }

  private func writeBasis(into part: inout WordDocument.Part) {
    let rubric = report.rubric
    part.add(.heading1, ReportWording.basis)
    part.add(
      .body,
      ReportWording.rubricLine(Said.words(rubric.title), rubric.edition) + Said.words(rubric.note))
    part.add(
      .body,
      ReportWording.sourced(
        "\(rubric.points)", "\(rubric.pointsWithSourcedRule)", "\(rubric.pointsWithSourcedValue)"))
    part.add(.heading2, ReportWording.sources)
    if report.sources.isEmpty { part.add(.body, ReportWording.noSources) }
    for (index, source) in report.sources.enumerated() {
      part.add(.body, PapersWording.numbered(index + 1, source.text))
    }
    guard !rubric.grades.isEmpty else { return }
    part.add(.heading2, ReportWording.grades)
    for grade in rubric.grades {
      let condition = Said.words(grade.condition)
      part.add(
        .body, Said.grade(grade) + (condition.isEmpty ? "" : "：" + condition)
      )
    }
  }

  private func writeResults(into part: inout WordDocument.Part) {
    part.add(.heading1, ReportWording.results)
    part.add(.heading2, ReportWording.verdict)
    part.add(.body, [WordDocument.Run(VerdictWording(report).text, isBold: true)])
    part.add(.heading2, ReportWording.sections)
    let heads = ReportWording.sectionColumns
    var table = WordDocument.Table([
      .init(heads[0], 46), .init(heads[1], 14, .center), .init(heads[2], 24, .center),
      .init(heads[3], 16, .center),
    ])
    for section in report.sections + report.extras {
      table.rows.append(
        .init([
          Said.words(section.title), "\(section.points)", Said.score(section.earned),
          section.kind == .section ? Said.share(section.share) : PapersWording.none,
        ]))
    }
    let scale = report.rubric.scale.map { Said.number($0.high) } ?? PapersWording.none
    table.rows.append(
      .init(
        [
          ReportWording.total, scale, Said.score(report.verdict.score),
          VerdictWording.gradeCell(report.verdict),
        ], isStrong: true))
    part.add(table)
  }

  private func writeDetails(into part: inout WordDocument.Part) {
    part.add(.heading1, ReportWording.details)
    let heads = ReportWording.itemColumns
    var table = WordDocument.Table([
      .init(heads[0], 24), .init(heads[1], 9, .center), .init(heads[2], 15, .center),
      .init(heads[3], 52),
    ])
    for section in report.sections + report.extras { write(section, into: &table) }
    if ScoredItem.all(in: report).isEmpty { table.rows.append(.init([ReportWording.noItems])) }
    part.add(table)
    let amounts = ScoredItem.all(in: report).compactMap(\.item.earned)
    if amounts.contains(where: Said.isLong) { part.add(.note, ReportWording.rounded) }
  }

  private func write(_ section: Report.SectionLine, into table: inout WordDocument.Table) {
    table.rows.append(
      .init(
        [
          ReportWording.sectionRow(
            Said.words(section.title), "\(section.points)", section.earned)
        ], isStrong: true))
    for inner in section.sections { write(inner, into: &table) }
    for item in section.items {
      table.rows.append(
        .init([
          Said.words(item.title), "\(item.points)", Said.score(item.earned),
          Reasons.remark(on: item, section.kind),
        ]))
    }
  }
}
