import Reports

/// What stood in the way, what went wrong, what is missing.
extension EvaluationReport {
  /// More problems than this are the score table again.
  private static let mostProblems = 12

  func writeGates(into part: inout WordDocument.Part) {
    part.add(.heading1, ReportWording.gates)
    let gates = Gates(report)
    guard !gates.lines.isEmpty else {
      part.add(.body, ReportWording.noGates)
      return
    }
    part.add(.body, ReportWording.gates(Said.day(report.seal.asOf)))
    let heads = ReportWording.gateColumns
    part.add(
      WordDocument.Table(
        [.init(heads[0], 18), .init(heads[1], 56), .init(heads[2], 26)],
        gates.lines.map {
          .init([$0.title, $0.sentence, $0.effect.isEmpty ? PapersWording.nothing : $0.effect])
        }))
  }

  func writeProblems(into part: inout WordDocument.Part) {
    part.add(.heading1, ReportWording.problems)
    part.add(.heading2, ReportWording.mainProblems)
    if losses.isEmpty {
      part.add(.body, ReportWording.noLoss)
    } else {
      let sum = Loss.sum(losses).map(Said.number) ?? PapersWording.none
      part.add(.body, ReportWording.problems(losses.count, Self.mostProblems, sum))
    }
    for (index, loss) in losses.prefix(Self.mostProblems).enumerated() {
      let title = ReportWording.problem(Said.words(loss.item.title), Said.number(loss.points))
      let advice = loss.item.advice.map { ReportWording.advice(Said.words($0)) } ?? ""
      part.add(
        .body,
        [
          WordDocument.Run(PapersWording.numbered(index + 1, title), isBold: true),
          WordDocument.Run("\(loss.reason)。\(advice)"),
        ])
    }
    writeCharges(into: &part)
  }

  /// What the subject was excused, and who is charged with it.
  private func writeCharges(into part: inout WordDocument.Part) {
    var sentences: [String] = []
    for charge in report.responsibility where charge.side != .charged {
      let party = charge.subject.map { Said.words($0) } ?? PapersWording.nothing
      let sentence = ChargeWording.sentence(
        Said.words(charge.itemTitle), party: party, Said.words(charge.says), isOpen: charge.isOpen)
      if !sentences.contains(sentence) { sentences.append(sentence) }
    }
    guard !sentences.isEmpty else { return }
    part.add(.heading2, ReportWording.otherCharges)
    for (index, sentence) in sentences.enumerated() {
      part.add(.body, PapersWording.numbered(index + 1, sentence))
    }
  }

  func writeOpen(into part: inout WordDocument.Part) {
    part.add(.heading1, ReportWording.open)
    let missing = Missing(report)
    let questions = report.verdict.questions ?? []
    let notices = report.notices.filter { $0.severity != "note" }
    if missing.lines.isEmpty, questions.isEmpty, notices.isEmpty {
      part.add(.body, ReportWording.nothingOpen)
      return
    }
    if !missing.lines.isEmpty {
      part.add(.heading2, ReportWording.missing)
      part.add(.body, ReportWording.closedMissing(isDraft: standing.isDraft))
      let heads = ReportWording.missingColumns
      part.add(
        WordDocument.Table(
          [
            .init(heads[0], 8, .center), .init(heads[1], 38), .init(heads[2], 30),
            .init(heads[3], 24),
          ],
          missing.lines.enumerated().map { index, line in
            .init([
              "\(index + 1)", line.sentence,
              line.items.isEmpty ? PapersWording.none : line.items.joined(separator: "、"),
              PapersWording.name(of: line.responsible),
            ])
          }))
    }
    if !questions.isEmpty {
      part.add(.heading2, ReportWording.questions)
      for (index, question) in questions.enumerated() {
        part.add(.body, PapersWording.numbered(index + 1, Said.words(question)))
      }
    }
    guard !notices.isEmpty else { return }
    part.add(.heading2, ReportWording.notices)
    for (index, notice) in notices.enumerated() {
      let sentence = ReportWording.place(Said.words(notice.headline), notice.place)
      part.add(.body, PapersWording.numbered(index + 1, sentence))
    }
  }
}
