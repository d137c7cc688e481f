import Reports

/// What was shown and what is missing, in the order of the score sheet, with room for copies and pages.
struct MaterialList {
  let report: Report

  /// Names of items beside a file; the rest is counted.
  private static let mostItems = 3

  init(_ report: Report) { self.report = report }

  /// The list as a paper of its own; `nil` where nothing was shown and nothing is missing.
  var document: WordDocument? {
    guard !rows.isEmpty else { return nil }
    let subject = Said.words(report.subject.title)
    var part = WordDocument.Part(isLandscape: true)
    part.add(.title, ListWording.materials)
    part.add(
      .plain,
      ListWording.head(subject, Said.period(report.round?.period), Said.day(report.seal.asOf)))
    write(into: &part)
    part.add(.plain, "")
    part.add(.plain, ListWording.materialSignatures)
    return WordDocument(
      title: "\(subject)\(ListWording.materials)", marks: Standing(report).marks(of: report),
      parts: [part])
  }

  /// The table, and how many marks are kept elsewhere.
  func write(into part: inout WordDocument.Part) {
    let heads = ReportWording.fileColumns
    part.add(
      WordDocument.Table(
        [
          .init(heads[0], 6, .center), .init(heads[1], 22), .init(heads[2], 12),
          .init(heads[3], 24), .init(heads[4], 20), .init(heads[5], 6, .center),
          .init(heads[6], 6, .center), .init(heads[7], 8, .center),
        ], rows.isEmpty ? [.init([PapersWording.nothing])] : rows))
    let marks = report.files.count { $0.kind == .judgement }
    if marks > 0 { part.add(.note, ReportWording.judgements(marks)) }
  }

  private var rows: [WordDocument.Table.Row] {
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
    return rows
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
