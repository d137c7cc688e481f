import Diagnostics
import Formats
import Rubrics
import Values

/// A file of the manifest, and why it does not count.
struct WeighedDocument {
  let record: DocumentRecord
  let fault: Wording?

  func use(as kind: String) -> DocumentUse {
    DocumentUse(
      kind: kind, state: .seen, file: record.file, digest: record.digest,
      dated: record.dated?.isoText, setAside: fault)
  }
}

extension EvidenceReader {
  /// The files of one kind, each with why it does not count.
  func weigh(
    _ declaration: DocumentDeclaration, _ source: EvidenceSource, _ period: Period?
  ) -> [WeighedDocument] {
    let kind = HeaderName(declaration.name)
    return source.documents.filter { HeaderName($0.kind) == kind }.map { record in
      WeighedDocument(record: record, fault: fault(of: record, declaration, period))
    }
  }

  /// Tells of files that do not count, and of those whose kind nobody declares where one of that name is lacking.
  func report(
    _ weighed: [[WeighedDocument]], _ source: EvidenceSource, into diagnostics: inout Diagnostics
  ) {
    for (declaration, files) in zip(rubric.documents, weighed) {
      for file in files {
        guard let fault = file.fault else { continue }
        diagnostics.report(
          .documentSetAside(file.record.file, declaration.name, fault, at: file.record.place))
      }
    }
    let lacking = zip(rubric.documents, weighed).filter { $1.isEmpty }.map(\.0.name)
    let known = Set(rubric.documents.map { HeaderName($0.name) })
    for record in source.documents where !known.contains(HeaderName(record.kind)) {
      guard !namesNear(record.kind, in: lacking).isEmpty else { continue }
      diagnostics.report(
        .documentOfUnknownKind(record.file, record.kind, among: lacking, at: record.place))
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
    _ declaration: DocumentDeclaration, _ weighed: [WeighedDocument], _ source: EvidenceSource
  ) -> Value {
    let counted = weighed.filter { $0.fault == nil }.map(\.record)
    let doubtful =
      counted.isEmpty
      ? [] : source.doubtfulDocuments.filter { HeaderName($0.kind) == HeaderName(declaration.name) }
    let certain = Int32(counted.count)
    let records = counted + doubtful
    if records.isEmpty, !source.emptyDocumentKinds.contains(declaration.name) {
      return .unknown(
        Unknown(
          Bounds(.any),
          missing: [
            Missing(declaration.name, weighed.isEmpty ? .noDocument : .documentSetAside)
          ]))
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
