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

  /// Names of items beside a file; the rest is counted.
  private static let mostItems = 3

  func writeAnnex(into part: inout WordDocument.Part) {
    part.add(.heading1, ReportWording.annex)
    let titles = Dictionary(
      ScoredItem.all(in: report).map { ($0.item.id, Said.words($0.item.title)) },
      uniquingKeysWith: { first, _ in first })
    // Files of marks are called after those who gave them.
    let files = report.files.filter { $0.kind != .judgement && !$0.items.isEmpty }
    let names = documentNames
    var rows: [WordDocument.Table.Row] = files.enumerated().map { index, file in
      let items = file.items.map { titles[$0] ?? $0 }
      return .init([
        "\(index + 1)", names[file.name] ?? file.name, FileWording.kind(file.kind, file.rowCount),
        file.path,
        ReportWording.and(
          Array(items.prefix(Self.mostItems)), max(0, items.count - Self.mostItems)), "", "", "",
      ])
    }
    for document in absentDocuments {
      rows.append(
        .init([
          "\(rows.count + 1)", document.title, FileWording.document, ReportWording.absent,
          document.item, "", "", "",
        ]))
    }
    if rows.isEmpty { rows = [.init([PapersWording.nothing])] }
    let heads = ReportWording.fileColumns
    part.add(
      WordDocument.Table(
        [
          .init(heads[0], 6, .center), .init(heads[1], 22), .init(heads[2], 12),
          .init(heads[3], 24), .init(heads[4], 20), .init(heads[5], 6, .center),
          .init(heads[6], 6, .center), .init(heads[7], 8, .center),
        ], rows))
    let marks = report.files.count { $0.kind == .judgement }
    if marks > 0 { part.add(.note, ReportWording.judgements(marks)) }
    let seal = report.seal
    part.add(
      .note,
      ReportWording.seal
        + ReportWording.seal(seal.engine, seal.rubricDigest, seal.bundleDigest))
  }

  /// Kinds of documents by the titles that the rubric gives them.
  private var documentNames: [String: String] {
    let documents = ScoredItem.all(in: report).flatMap(\.item.documents)
    return Dictionary(
      documents.map { ($0.kind, Said.words($0.title)) }, uniquingKeysWith: { first, _ in first })
  }

  /// Documents that were asked for and not shown, each once.
  private var absentDocuments: [(title: String, item: String)] {
    var seen = Set<String>()
    return ScoredItem.all(in: report).flatMap { scored in
      scored.item.documents.filter {
        $0.files.isEmpty && !$0.isOptional && seen.insert($0.kind).inserted
      }.map { (Said.words($0.title), Said.words(scored.item.title)) }
    }
  }
}
