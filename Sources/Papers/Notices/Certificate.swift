import Reports

/// One page that proves a result; there is none for a result that may still change.
struct Certificate {
  let report: Report
  private let standing: Standing

  /// - Returns: `nil` where the result is not settled.
  init?(_ report: Report) {
    self.report = report
    standing = Standing(report)
    guard standing.kind == .settled else { return nil }
  }

  var document: WordDocument {
    let subject = Said.words(report.subject.title)
    var page = WordDocument.Part()
    page.add(.title, NoticeWording.certificate)
    page.add(.signature, NoticeWording.certificateNumber)
    page.add(
      .body,
      NoticeWording.certified(
        subject, report.round.map { Said.words($0.title) } ?? NoticeWording.anyRound,
        Said.period(report.round?.period),
        PapersWording.book(Said.words(report.rubric.title), report.rubric.edition)))
    page.add(.body, [WordDocument.Run(VerdictWording(report, isWhole: false).text, isBold: true)])
    page.add(.body, NoticeWording.herebyCertified)
    page.add(.plain, "")
    page.add(.signature, PapersWording.agencySeal)
    page.add(.signature, PapersWording.dateLine)
    let marks = standing.marks(of: report)
    page.add(
      .note, marks.isEmpty ? NoticeWording.certificateNote : NoticeWording.fictionalNote)
    let seal = report.seal
    page.add(
      .note,
      ReportWording.seal + ReportWording.seal(seal.engine, seal.rubricDigest, seal.bundleDigest))
    return WordDocument(
      title: "\(subject)\(NoticeWording.certificate)", marks: marks, parts: [page])
  }
}
