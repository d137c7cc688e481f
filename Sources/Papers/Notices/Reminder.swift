import Reports
import Values

/// What is still to be brought, apart for each who can bring it.
struct Reminder {
  let report: Report
  private let standing: Standing
  private let lines: [Missing.Line]

  /// - Returns: `nil` where nothing that is brought could still change the result.
  init?(_ report: Report) {
    self.report = report
    standing = Standing(report)
    let isSelf = Standing.isSelfAssessment(report)
    // What is missing of a closed file and moves nothing any more is not asked for.
    lines = Missing(report).lines.filter {
      isSelf || $0.stake.isPositive || $0.items.isEmpty
    }
    guard standing.isDraft, !lines.isEmpty || !faults.isEmpty else { return nil }
  }

  private var faults: [Report.Notice] { report.notices.filter { $0.severity != "note" } }

  var document: WordDocument {
    let subject = Said.words(report.subject.title)
    let name = NoticeWording.reminder
    var part = WordDocument.Part()
    part.add(.title, name)
    part.add(.plain, PapersWording.addressee(subject))
    let round = report.round.map { Said.words($0.title) } ?? NoticeWording.anyRound
    part.add(.body, NoticeWording.asks(round, Said.day(report.seal.asOf)))
    part.add(.body, VerdictWording(report).text)
    for responsible in Missing.responsibles(of: lines) {
      part.add(.heading1, PapersWording.responsible(responsible))
      part.add(table(lines.filter { $0.responsible == responsible }))
    }
    if !lines.isEmpty { part.add(.note, NoticeWording.stakeNote) }
    if !faults.isEmpty {
      part.add(.heading1, NoticeWording.notices)
      for (index, notice) in faults.enumerated() {
        let help = notice.help.map { "。\(Said.words($0))" } ?? ""
        part.add(
          .body,
          PapersWording.numbered(
            index + 1, ReportWording.place(Said.words(notice.headline), notice.place) + help + "。"))
      }
    }
    part.add(.plain, "")
    part.add(.signature, PapersWording.agencySeal)
    part.add(.signature, PapersWording.dateLine)
    return WordDocument(
      title: "\(subject)\(name)", marks: standing.marks(of: report), parts: [part])
  }

  private func table(_ lines: [Missing.Line]) -> WordDocument.Table {
    let heads = NoticeWording.columns
    return WordDocument.Table(
      [
        .init(heads[0], 9, .center), .init(heads[1], 43), .init(heads[2], 34),
        .init(heads[3], 14, .center),
      ],
      lines.enumerated().map { index, line in
        .init([
          "\(index + 1)", line.sentence,
          line.items.isEmpty ? PapersWording.none : line.items.joined(separator: "、"),
          line.stake.isZero ? PapersWording.none : Said.number(line.stake),
        ])
      })
  }
}
