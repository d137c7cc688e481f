package import Bundles
import Diagnostics
import Formats
import Values

extension EvidenceSource {
  /// What a bundle holds, still as written.
  package init(_ bundle: Bundle) {
    self.init()
    for fact in bundle.facts {
      facts[HeaderName(fact.name)] = Fact(fact.text, at: fact.place)
    }
    for table in bundle.tables {
      tables[HeaderName(table.fileName)] = WrittenTable(table.content, file: table.file)
    }
    for survey in bundle.surveys {
      surveys[HeaderName(survey.fileName)] = WrittenTable(survey.content, file: survey.file)
    }
    documents = bundle.documents.map { document in
      DocumentRecord(
        file: document.file, kind: document.kind, dated: document.dated, from: document.from,
        to: document.to, pages: document.pages, digest: document.digest)
    }
    for judgement in bundle.judgements {
      for mark in judgement.marks {
        guard let value = mark.mark ?? mark.value else { continue }
        marks[mark.item, default: []].append(
          AssessorMark(
            by: judgement.by, role: judgement.role, date: judgement.date.map { "\($0)" },
            value: value, band: mark.band, reason: mark.reason, place: mark.place))
      }
    }
    findings = bundle.findings.compactMap { finding in
      FindingRecord.Status(rawValue: finding.status.rawValue).map {
        FindingRecord(id: finding.id, what: finding.what, about: finding.about, status: $0)
      }
    }
  }
}
