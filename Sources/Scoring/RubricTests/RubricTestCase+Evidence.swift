import Diagnostics
import Formats
import Rubrics
import Values

extension RubricTestCase {
  /// The evidence of the case; whose it would be does not matter here.
  package var source: EvidenceSource {
    var source = EvidenceSource()
    for entry in record.map("facts") {
      guard let cell = entry.value.scalar else { continue }
      source.facts[HeaderName(entry.key.text)] = EvidenceSource.Fact(cell.cellText, at: cell.place)
    }
    for entry in record.map("tables") {
      source.tables[HeaderName(entry.key.text)] = table(entry)
    }
    for entry in record.map("surveys") {
      source.surveys[HeaderName(entry.key.text)] = table(entry)
    }
    for entry in record.map("documents") { add(entry, to: &source) }
    for judgement in record.records("judgements") { add(judgement, to: &source) }
    for entry in record.map("findings") {
      guard let status = entry.value.scalar.flatMap({ FindingRecord.Status(rawValue: $0.text) })
      else { continue }
      source.findings.append(
        FindingRecord(id: entry.key.text, what: entry.key.text, about: nil, status: status))
    }
    return source
  }

  package var setting: EvidenceSetting {
    var setting = EvidenceSetting(
      subject: EvaluatedSubject(id: name), period: period, asOf: record.date("as of"))
    setting.ignoresOrigins = true
    return setting
  }

  private func table(_ entry: Written.Entry) -> WrittenTable {
    var header: [String] = []
    var rows: [[String]] = []
    var lines: [Int] = []
    var file = ""
    guard case .list(let members, let place) = entry.value else {
      return WrittenTable(file: "", header: [], rows: [], lines: [])
    }
    file = place.path
    for member in members {
      guard case .map(let cells, let place) = member else { continue }
      for cell in cells where !header.contains(cell.key.text) { header.append(cell.key.text) }
      rows.append(
        header.map { name in
          cells.first { $0.key.text == name }?.value.scalar?.cellText ?? ""
        })
      lines.append(place.line)
    }
    return WrittenTable(file: file, header: header, rows: rows, lines: lines)
  }

  private func add(_ entry: Written.Entry, to source: inout EvidenceSource) {
    let kind = entry.key.text
    switch entry.value {
    case .number(let number, _):
      let count = min(max(0, number.intValue ?? 0), 10_000)
      if count == 0 { source.emptyDocumentKinds.insert(kind) }
      // A count says nothing of dates and types: those files are taken to be in order.
      source.documents += (0..<count).map {
        DocumentRecord(file: "\(kind)-\($0 + 1)", kind: kind, isAssumedInOrder: true)
      }
    case .list(let files, _):
      if files.isEmpty { source.emptyDocumentKinds.insert(kind) }
      source.documents += files.compactMap(\.record).map { file in
        DocumentRecord(
          file: file.string("file") ?? "", kind: kind, dated: file.date("dated"),
          from: file.date("from"), to: file.date("to"), pages: file.count("pages"))
      }
    default: break
    }
  }

  private func add(_ judgement: Record, to source: inout EvidenceSource) {
    for entry in judgement.map("marks") {
      let item = entry.key.text
      let mark: AssessorMark? =
        switch entry.value {
        case .number(let number, let scalar):
          assessorMark(judgement, value: number, band: nil, reason: nil, at: scalar.place)
        case .record(let record):
          (record.number("value") ?? record.number("mark")).map {
            assessorMark(
              judgement, value: $0, band: record.string("band"),
              reason: record.wording("reason")?.zh, at: record.place)
          }
        default: nil
        }
      if let mark { source.marks[item, default: []].append(mark) }
    }
  }

  private func assessorMark(
    _ judgement: Record, value: Number, band: String?, reason: String?, at place: Place
  ) -> AssessorMark {
    AssessorMark(
      by: judgement.string("by") ?? "", role: judgement.string("role") ?? "",
      date: judgement.date("date")?.isoText, value: value, band: band, reason: reason,
      place: place)
  }
}

extension Scalar {
  /// The text as a cell would hold it: a plain `null` or `~` is an empty one.
  var cellText: String {
    style == .plain && (text == "null" || text == "~") ? "" : text
  }
}

extension Place {
  /// The line of the file, counted from 1.
  var line: Int {
    switch self {
    case .text(let source, let span): source.line(at: span.start) + 1
    case .cell(_, let line, _): line
    case .file: 1
    }
  }
}
