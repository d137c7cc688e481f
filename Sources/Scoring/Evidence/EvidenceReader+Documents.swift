import Diagnostics
import Rubrics
import Values

/// A file of the manifest, and why it does not count.
struct WeighedDocument {
  let record: DocumentRecord
  let fault: Wording?

  var use: DocumentUse {
    DocumentUse(
      kind: record.kind, state: .seen, file: record.file, digest: record.digest,
      dated: record.dated?.isoText, setAside: fault)
  }
}

extension EvidenceReader {
  /// The files of one kind, each with why it does not count.
  func weigh(
    _ declaration: DocumentDeclaration, _ source: EvidenceSource, _ period: Period?
  ) -> [WeighedDocument] {
    source.documents.filter { $0.kind == declaration.name }.map { record in
      WeighedDocument(record: record, fault: fault(of: record, declaration, period))
    }
  }

  private func fault(
    of record: DocumentRecord, _ declaration: DocumentDeclaration, _ period: Period?
  ) -> Wording? {
    if record.isAssumedInOrder { return nil }
    if !declaration.accept.isEmpty {
      let ending = record.file.split(separator: ".").last?.lowercased() ?? ""
      if !declaration.accept.contains(ending) { return .notAccepted(declaration.accept) }
    }
    guard declaration.mustBeInPeriod, let period else { return nil }
    if let dated = record.dated {
      return period.contains(dated) ? nil : .outsidePeriod
    }
    // Without a date of its own a document is judged by the days that it covers.
    guard record.from != nil || record.to != nil else { return .noDate }
    let startsInTime = record.from.map { !period.end.isBefore($0) } ?? true
    let endsInTime = record.to.map { !$0.isBefore(period.start) } ?? true
    return startsInTime && endsInTime ? nil : .outsidePeriod
  }

  /// The documents of a kind as expressions see them; unknown where there are none.
  func documentTable(
    _ declaration: DocumentDeclaration, _ records: [DocumentRecord], _ source: EvidenceSource
  ) -> Value {
    let doubtful =
      records.isEmpty
      ? [] : source.doubtfulDocuments.filter { $0.kind == declaration.name }
    let certain = Int32(records.count)
    let records = records + doubtful
    if records.isEmpty, !source.emptyDocumentKinds.contains(declaration.name) {
      return .unknown(
        Unknown(Bounds(.any), missing: [Missing(declaration.name, .noDocument)]))
    }
    func date(_ date: CalendarDate?) -> Value { date.map(Value.date) ?? .null }
    let columns = [
      Table.Column("file", records.map { .string($0.file) }),
      Table.Column("dated", records.map { date($0.dated) }),
      Table.Column("from", records.map { date($0.from) }),
      Table.Column("to", records.map { date($0.to) }),
      Table.Column("pages", records.map { $0.pages.map { .number(Number($0)) } ?? .null }),
      Table.Column("stage", records.map { $0.stage.map(Value.string) ?? .null }),
    ]
    return .list(
      .rows(
        Selection(
          Table(
            name: declaration.name, file: declaration.name, columns: columns,
            rowCount: records.count),
          rows: doubtful.isEmpty ? nil : Array(0..<certain),
          openRows: Array(certain..<Int32(records.count)),
          missing: doubtful.map { Missing(declaration.name, .unreadable, place: $0.file) })))
  }
}
