import Reports

/// What is recommended, where people decide, and what everything rests on.
extension EvaluationReport {
  func writeDecision(into part: inout WordDocument.Part) {
    part.add(.heading1, ReportWording.decision)
    if let decision = report.decision {
      part.add(.heading2, ReportWording.recommendation)
      part.add(
        .body,
        ReportWording.recommends(
          Said.words(decision.title), decision.edition,
          decision.actions.map { Said.words($0.title) }
        ))
      write(ReportWording.reasons, decision.reasons.map { Said.words($0.says) }, into: &part)
      write(ReportWording.conditions, decision.conditions.map { Said.words($0.says) }, into: &part)
      write(
        ReportWording.money,
        decision.money.map { "\(Said.words($0.title))：\(Money.words($0))。" }, into: &part)
      let waits = (decision.missing + decision.money.flatMap(\.missing)).map {
        Said.clause($0.sentence)
      }
      write(
        ReportWording.waits,
        waits.enumerated().filter { !waits[..<$0.offset].contains($0.element) }.map(\.element),
        into: &part)
      part.add(.heading2, ReportWording.decided)
      part.add(.body, ReportWording.agrees)
    } else {
      part.add(.body, ReportWording.noPolicy)
    }
    part.add(
      WordDocument.Table(
        [.init("", 42), .init("", 58)],
        ReportWording.decisionLabels(recommended: report.decision != nil).map {
          WordDocument.Table.Row([$0, ""])
        }, kind: .form))
    if report.decision != nil { part.add(.note, ReportWording.decisionNote) }
    part.add(.plain, "")
    part.add(.signature, PapersWording.clientSeal)
    part.add(.signature, PapersWording.signedBy)
    part.add(.signature, PapersWording.dateLine)
  }

  /// A label, and one sentence behind it or several below.
  private func write(_ label: String, _ sentences: [String], into part: inout WordDocument.Part) {
    guard sentences.count > 1 else {
      if let only = sentences.first { part.add(.body, label + only) }
      return
    }
    part.add(.body, label)
    for (index, sentence) in sentences.enumerated() {
      part.add(.body, PapersWording.numbered(index + 1, sentence))
    }
  }

  func writeAnnex(into part: inout WordDocument.Part) {
    part.add(.heading1, ReportWording.annex)
    MaterialList(report).write(into: &part)
    let seal = report.seal
    part.add(
      .note,
      ReportWording.seal
        + ReportWording.seal(seal.engine, seal.rubricDigest, seal.bundleDigest))
  }
}
