package import Bundles
import Formats
import Values

extension EvidenceSource {
  /// What a bundle holds, for rubrics to read.
  package init(_ bundle: Bundle) {
    self.init()
    for fact in bundle.facts {
      facts[HeaderName(fact.name)] = Fact(fact.text, at: fact.place)
    }
    for table in bundle.tables {
      for name in table.fileNames { tables[HeaderName(name)] = WrittenTable(table) }
    }
    for survey in bundle.surveys {
      for name in survey.fileNames { surveys[HeaderName(name)] = WrittenTable(survey) }
    }
    documents = bundle.documents.map(DocumentRecord.init)
    doubtfulDocuments = bundle.doubtfulDocuments.map(DocumentRecord.init)
    for judgement in bundle.judgements {
      for mark in judgement.marks {
        guard let value = mark.value ?? mark.mark else { continue }
        marks[mark.item, default: []].append(
          AssessorMark(
            by: judgement.by, role: judgement.role, stage: judgement.stage,
            date: judgement.date?.isoText, value: value,
            percentText: mark.percentText, band: mark.band, reason: mark.reason,
            standsInFor: judgement.standsInFor, place: mark.place))
      }
      judgements.append(
        JudgementRecord(
          by: judgement.by, role: judgement.role, stage: judgement.stage, date: judgement.date,
          markCount: judgement.marks.count,
          reasonCount: judgement.marks.count { !($0.reason ?? "").isEmpty }, file: judgement.file,
          place: judgement.place))
    }
    faults = bundle.faults.map { fault in
      FaultRecord(fault, bundle.followUps.filter { $0.fault == fault.id })
    }
    advice = bundle.advice.map(AdviceRecord.init)
    ties = (bundle.relations + bundle.judgements.flatMap(\.relations)).map {
      Tie(of: $0.who, to: $0.to, kind: $0.kind, until: $0.until)
    }
    operatorName = bundle.operatorName
    lostMarks = bundle.lostMarks.map {
      LostMark(item: $0.item, role: $0.role, place: $0.place)
    }
    hasWholeFindings = bundle.hasWholeFindings
    findings = bundle.findings.map { finding in
      FindingRecord(
        id: finding.id, what: finding.what, about: finding.about ?? bundle.subject,
        status: FindingRecord.Status(rawValue: finding.status.rawValue) ?? .alleged)
    }
  }
}

extension WrittenTable {
  fileprivate init(_ table: BundleTable) {
    self.init(table.content, file: table.file)
    rule = table.rows
    mayLackColumns = table.mayLackColumns
  }
}

extension DocumentRecord {
  fileprivate init(_ document: Document) {
    self.init(
      file: document.file, kind: document.kind, dated: document.dated, from: document.from,
      to: document.to, pages: document.pages, stage: document.stage, digest: document.digest,
      place: document.place)
  }
}
