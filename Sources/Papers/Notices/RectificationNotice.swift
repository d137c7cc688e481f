import Reports

/// The order to put right what cost points, and the ledger in which that is followed up.
struct RectificationNotice {
  let report: Report
  private let losses: [Loss]
  private let gates: [Gates.Line]

  /// - Returns: `nil` where there is nothing to put right.
  init?(_ report: Report) {
    self.report = report
    switch Standing(report).kind {
    case .settled, .open: break
    case .notHandedIn, .notEvaluated, .rejected: return nil
    }
    losses = Loss.all(in: report)
    gates = Gates(report).fired
    if losses.isEmpty, gates.isEmpty { return nil }
  }

  var document: WordDocument {
    let standing = Standing(report)
    let name = NoticeWording.rectification
    var notice = WordDocument.Part()
    notice.add(.title, standing.isDraft ? PapersWording.draftTitle(name) : name)
    let subject = Said.words(report.subject.title)
    notice.add(.plain, PapersWording.addressee(subject))
    let rubric = PapersWording.book(Said.words(report.rubric.title), report.rubric.edition)
    let round = report.round.map { Said.words($0.title) } ?? NoticeWording.anyRound
    notice.add(.body, NoticeWording.opening(round, rubric) + VerdictWording(report).text)
    writeTime(into: &notice)
    writeContent(into: &notice)
    notice.add(.heading1, NoticeWording.demands)
    let conditions = report.decision?.conditions.map { Said.words($0.says) } ?? []
    for (index, demand) in (conditions + NoticeWording.demandLines).enumerated() {
      notice.add(.body, PapersWording.numbered(index + 1, demand))
    }
    notice.add(.plain, "")
    notice.add(.signature, PapersWording.clientSeal)
    notice.add(.signature, PapersWording.dateLine)
    notice.add(.plain, NoticeWording.receipt)
    notice.add(.signature, PapersWording.subjectSeal)
    var ledger = WordDocument.Part(isLandscape: true)
    ledger.add(.title, NoticeWording.ledger)
    ledger.add(.plain, PapersWording.addressee(ReportWording.subject) + subject)
    ledger.add(table)
    return WordDocument(
      title: "\(subject)\(name)", marks: standing.marks(of: report), parts: [notice, ledger])
  }

  private func writeTime(into part: inout WordDocument.Part) {
    part.add(.heading1, NoticeWording.time)
    part.add(.body, NoticeWording.time(report.decision?.conditions.isEmpty == false))
  }

  private func writeContent(into part: inout WordDocument.Part) {
    part.add(.heading1, NoticeWording.content)
    for gate in gates { part.add(.body, NoticeWording.gate(gate.sentence)) }
    guard !losses.isEmpty else { return }
    part.add(
      .body,
      NoticeWording.lost(losses.count, Loss.sum(losses).map(Said.number) ?? PapersWording.none))
    for (index, loss) in losses.prefix(NoticeWording.itemsShown).enumerated() {
      part.add(
        .body,
        NoticeWording.item(
          index + 1, Said.words(loss.item.title), Said.number(loss.points), loss.reason))
    }
    let more = losses.count - NoticeWording.itemsShown
    if more > 0 { part.add(.body, NoticeWording.more(more)) }
  }

  /// The item with its reason; a rule that is all the reason stands among the demands already.
  private func problem(_ loss: Loss) -> String {
    let title = Said.words(loss.item.title)
    let rule = PapersWording.byRule(Said.clause(loss.item.says))
    return loss.reason == rule ? title : "\(title)：\(loss.reason)"
  }

  /// Where the rule stands, without the words that are quoted from there.
  private static func basis(_ loss: Loss) -> String {
    guard let citation = loss.item.citation else { return Said.words(loss.section) }
    let place = citation.prefix { $0 != "「" }
    return place.isEmpty ? citation : String(place)
  }

  private var table: WordDocument.Table {
    let weights = [5, 21, 16, 6, 20, 6, 6, 7, 7, 6]
    let rows =
      gates.map { [$0.sentence, $0.title, PapersWording.none, ""] }
      + losses.map { loss in
        [
          problem(loss), Self.basis(loss), Said.number(loss.points),
          loss.item.advice.map { Said.words($0) } ?? Said.words(loss.item.says),
        ]
      }
    return WordDocument.Table(
      zip(NoticeWording.ledgerColumns, weights).enumerated().map { index, column in
        .init(column.0, column.1, index == 0 || index == 3 ? .center : .left)
      },
      rows.enumerated().map { index, cells in
        .init(["\(index + 1)"] + cells + ["", "", "", "", ""])
      })
  }
}
