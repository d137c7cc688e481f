import Reports

/// The list that is put up for the public: organisations with score and grade, and nothing of how they came to it.
struct PublicList {
  let round: RoundPapers
  /// Who was left out: people are not put up for the public.
  let people: [Report]

  init(_ reports: [Report]) {
    people = reports.filter { PublicEdition.isPerson($0.subject.kind) }
    round = RoundPapers(reports.filter { !PublicEdition.isPerson($0.subject.kind) })
  }

  var document: WordDocument {
    let isDraft = round.marks.contains(PapersWording.draft)
    let name = RoundWording.publicList
    var part = WordDocument.Part()
    part.add(.title, round.title)
    part.add(.title, isDraft ? PapersWording.draftTitle(name) : name)
    part.add(.body, RoundWording.publicOpening(round.title, round.period))
    if isDraft { part.add(.body, RoundWording.publicDraft) }
    if round.groups.isEmpty { part.add(.body, RoundWording.nobody) }
    for group in round.groups {
      part.add(.heading1, group.title)
      part.add(table(group))
    }
    part.add(.plain, "")
    part.add(.body, RoundWording.publicTime)
    part.add(.body, RoundWording.objections)
    part.add(.plain, "")
    part.add(.signature, PapersWording.clientSeal)
    part.add(.signature, PapersWording.dateLine)
    return WordDocument(title: "\(round.title)\(name)", marks: round.marks, parts: [part])
  }

  private func table(_ group: RoundPapers.Group) -> WordDocument.Table {
    let heads = RoundWording.publicColumns
    return WordDocument.Table(
      [
        .init(heads[0], 9, .center), .init(heads[1], 40), .init(heads[2], 14, .center),
        .init(heads[3], 23, .center), .init(heads[4], 14),
      ],
      group.reports.enumerated().map { index, report in
        .init(["\(index + 1)", Said.words(report.subject.title)] + cells(report) + [""])
      })
  }

  /// Score and grade; bounds of an open result tell what is under inquiry, and are not published.
  private func cells(_ report: Report) -> [String] {
    switch Standing(report).kind {
    case .settled: [Said.score(report.verdict.score), VerdictWording.gradeCell(report.verdict)]
    case .notEvaluated: [PapersWording.none, VerdictWording.gradeCell(report.verdict)]
    case .open, .notHandedIn, .rejected: [RoundWording.waiting, RoundWording.waiting]
    }
  }
}
