import Diagnostics
import Formats
package import Rubrics
import Values

extension RubricTestSyntax.Case {
  /// The evidence of the case; whose it would be does not matter here.
  package var source: EvidenceSource {
    var source = EvidenceSource()
    for cell in facts {
      source.facts[HeaderName(cell.name)] = EvidenceSource.Fact(cell.text, at: cell.place)
    }
    for rows in tables { source.tables[HeaderName(rows.name)] = WrittenTable(rows) }
    for rows in surveys { source.surveys[HeaderName(rows.name)] = WrittenTable(rows) }
    for kind in documents {
      if kind.files.isEmpty { source.emptyDocumentKinds.insert(kind.kind) }
      source.documents += kind.files.map { file in
        DocumentRecord(
          file: file.name, kind: kind.kind, dated: file.dated, from: file.from, to: file.to,
          pages: file.pages, stage: file.stage, isAssumedInOrder: kind.isCounted)
      }
    }
    for judgement in judgements {
      for mark in judgement.marks {
        guard let value = mark.value ?? mark.mark else { continue }
        source.marks[mark.item, default: []].append(
          AssessorMark(
            by: judgement.by, role: judgement.role, stage: judgement.stage,
            date: judgement.date?.isoText, value: value,
            percentText: mark.percentText, band: mark.band, reason: mark.reason?.zh,
            standsInFor: judgement.standsInFor, place: mark.place))
      }
      source.ties += judgement.relations.map {
        Tie(of: judgement.by, to: $0.to, kind: $0.kind, until: $0.until)
      }
      source.judgements.append(
        JudgementRecord(
          by: judgement.by, role: judgement.role, stage: judgement.stage, date: judgement.date,
          markCount: judgement.marks.count,
          reasonCount: judgement.marks.count { !($0.reason?.zh ?? "").isEmpty },
          file: "judgements", place: judgement.place))
    }
    source.faults = judgements.flatMap { judgement in
      judgement.faults.map { fault in
        FaultRecord(
          id: fault.id, item: fault.item, says: Wording(fault.id), due: fault.due,
          by: judgement.by, stage: judgement.stage, date: judgement.date, paper: "judgements",
          place: fault.place,
          followUps: judgements.flatMap { later in
            later.followUps.filter { $0.fault == fault.id }.compactMap { followUp in
              FaultRecord.State(rawValue: followUp.state).map {
                FaultRecord.FollowUp(state: $0, says: nil, by: later.by, date: later.date)
              }
            }
          })
      }
    }
    for finding in findings {
      source.findings.append(
        FindingRecord(
          id: finding.what, what: finding.what, about: nil,
          status: FindingRecord.Status(rawValue: finding.status.rawValue) ?? .alleged))
    }
    return source
  }

  /// Without a round: every fact and table is read from the case itself.
  package var setting: EvidenceSetting {
    var period: Period?
    if let periodStart, let periodEnd { period = Period(periodStart, periodEnd) }
    var setting = EvidenceSetting(
      subject: EvaluatedSubject(id: name), period: period, asOf: asOf)
    setting.ignoresOrigins = true
    setting.isReEvaluation = isReEvaluation
    setting.history = (history?.sequence?.items ?? []).compactMap { node in
      node.mapping.map { past in
        func date(_ key: String) -> CalendarDate? {
          past[key]?.scalar.flatMap { CalendarDate(written: $0.text) }
        }
        func text(_ key: String) -> String? { past[key]?.scalar?.text }
        return PastResult(
          rubric: text("rubric"), edition: text("edition"), period: text("period"),
          grade: past["grade"]?.scalar?.text,
          score: past["score"]?.scalar.flatMap { Number(written: $0.text) }, date: date("date"),
          until: date("until"), place: node.place)
      }
    }
    return setting
  }
}

extension WrittenTable {
  /// Rows written as mappings; a column that a row does not name is an empty cell.
  fileprivate init(_ rows: RubricTestSyntax.Rows) {
    var header: [String] = []
    for row in rows.rows {
      for cell in row where !header.contains(cell.name) { header.append(cell.name) }
    }
    self.init(
      file: rows.place.path, header: header,
      rows: rows.rows.map { row in
        header.map { name in row.first { $0.name == name }?.text ?? "" }
      },
      lines: rows.rows.map { $0.first?.place.line ?? rows.place.line })
  }
}

extension Place {
  /// The line of the file, counted from 1.
  var line: Int {
    switch self {
    case .text(let source, let span): source.line(at: span.start) + 1
    case .cell(_, let line, _): line
    case .sheet(let place): place.row ?? 1
    case .file: 1
    }
  }
}
