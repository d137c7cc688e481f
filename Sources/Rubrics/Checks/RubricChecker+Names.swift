import Diagnostics
import FEEL
import Formats
import Values

extension RubricChecker {
  private static let functionNames = Set(Builtins.all.map(\.name))

  /// Sources, facts, tables, surveys, documents and findings.
  mutating func checkNames() {
    sources = root.map("sources").compactMap { Source($0) }
    var declarations = DeclarationChecker(language: syntax.language)
    facts = declarations.facts(of: root)
    tables = root.map("tables").compactMap { table($0, &declarations) }
    surveys = root.map("surveys").compactMap { table($0, &declarations, isSurvey: true) }
    diagnostics.append(declarations.diagnostics)
    reportHeadersAlike()
    documents = root.map("documents").compactMap { document($0) }
    findings = root.map("findings").map {
      FindingDeclaration(
        name: $0.key.text, title: $0.value.record?.wording("title"), place: $0.key.place)
    }
    parties = root.map("parties").compactMap { party($0) }
    for (name, origin, place) in facts.map({ ($0.name, $0.origin, $0.place) })
      + tables.map({ ($0.name, $0.origin, $0.place) })
    {
      if let role = origin.role { reportUndeclared(role, of: name, at: place) }
    }
    for table in tables {
      for role in table.alsoKeptBy { reportUndeclared(role, of: table.name, at: table.place) }
    }
    for fact in facts {
      guard let taken = fact.origin.taken, let own = root.string("rubric"), taken.rubric == own,
        taken.giver == .round(role: nil)
      else { continue }
      diagnostics.report(.takeItself(fact.name, own, at: fact.place))
    }
    for survey in surveys where survey.origin != .bundle {
      diagnostics.report(.surveyFromElsewhere(survey.name, at: survey.place))
    }
    reportSharedNames()
    slots =
      facts.indices.map { .fact($0) } + tables.indices.map { .table($0) }
      + surveys.indices.map { .survey($0) } + documents.indices.map { .document($0) }
    for (index, fact) in facts.enumerated() {
      finder.slots[index] = fact.domain
    }
    for (index, table) in tables.enumerated() {
      finder.columns[facts.count + index] = Dictionary(
        table.columns.compactMap { column in column.domain.map { (column.name, $0) } },
        uniquingKeysWith: { first, _ in first })
    }
  }

  /// Facts of one giver whose headers differ in nothing that files are asked for.
  private mutating func reportHeadersAlike() {
    var seen: [Origin: [HeaderName: (header: String, place: Place)]] = [:]
    for fact in facts {
      for header in Set(fact.headers + [fact.name]) {
        let name = HeaderName(header)
        if let first = seen[fact.origin]?[name], first.header != header,
          first.place.description != fact.place.description
        {
          diagnostics.report(.headerTwice(header, at: fact.place, first: first.place))
        }
        seen[fact.origin, default: [:]][name] = (header, fact.place)
      }
    }
  }

  private mutating func table(
    _ entry: Written.Entry, _ checker: inout DeclarationChecker, isSurvey: Bool = false
  ) -> TableDeclaration? {
    if !isExpressionName(entry.key.text) {
      diagnostics.report(.notAName(entry.key.text, at: entry.key.place))
    }
    let entries: [Written.Entry]
    let record = entry.value.record
    switch entry.value {
    case .record(let record): entries = record.map("columns")
    case .map(let columns, _): entries = columns
    default: return nil
    }
    let least = record.flatMap { anonymity($0, isSurvey: isSurvey) }
    let columns = checker.declarations(entries, allPrivate: least != nil)
    if entries.isEmpty, record?.unreadable.contains("columns") != true {
      diagnostics.report(.emptyList("columns", at: entry.key.place))
    }
    var headers: [HeaderName: Place] = [:]
    for column in columns {
      for header in Set(column.headers) {
        if let first = headers[HeaderName(header)] {
          diagnostics.report(.headerTwice(header, at: column.place, first: first))
        }
        headers[HeaderName(header)] = column.place
      }
      if Self.functionNames.contains(column.name) {
        diagnostics.report(.columnHidesFunction(column.name, at: column.place))
      }
    }
    for column in columns where column.origin != .bundle {
      diagnostics.report(.columnFrom(column.name, entry.key.text, at: column.place))
    }
    let file = record?.scalar("file") ?? entry.key
    if file.text.contains(where: { "/\\:\0\n".contains($0) }) || file.text.hasPrefix(".") {
      diagnostics.report(.fileName(file.text, at: file.place))
    }
    if let sheet = record?.scalar("sheet"), !Self.isSheetName(sheet.text) {
      diagnostics.report(.sheetName(sheet.text, at: sheet.place))
    }
    var from = record?.scalar("from")
    if let place = from?.place, from?.text == "history" {
      diagnostics.report(.tableFromHistory(entry.key.text, at: place))
      from = nil
    }
    let keepers = record?.list("also kept by").compactMap(\.scalar) ?? []
    let origin = Origin(from?.text)
    if let from, origin != .bundle, let keeper = keepers.first {
      diagnostics.report(.keptElsewhere(entry.key.text, at: keeper.place, from: from.place))
    }
    return TableDeclaration(
      name: entry.key.text, title: record?.wording("title"),
      origin: origin, fillDown: fillDown(record, columns),
      file: record?.string("file"), sheet: record?.string("sheet"), columns: columns,
      alsoKeptBy: origin == .bundle ? keepers.map(\.text) : [],
      takesAllRows: record?.string("rows") == "all", anonymousFrom: least, place: entry.key.place)
  }

  /// Whether a spreadsheet would take it for the name of a sheet.
  private static func isSheetName(_ name: String) -> Bool {
    !name.isEmpty && name.utf16.count <= 31 && !name.contains { "/\\?*[]:\0\n".contains($0) }
  }

  /// `true` says the key; a list names columns, and the key as the subject calls it or as `subject`.
  private mutating func fillDown(_ record: Record?, _ columns: [Declaration]) -> FillDown {
    guard let record, record.has("fill down") else { return .nothing }
    if let key = record.boolean("fill down") { return FillDown(key: key, columns: []) }
    let keyColumn = root.record("subject")?.string("key")
    var key = false
    var filled: [Int] = []
    for name in record.list("fill down").compactMap(\.scalar) {
      if let index = columns.firstIndex(where: { ([$0.name] + $0.headers).contains(name.text) }) {
        filled.append(index)
      } else if name.text == "subject" || name.text == keyColumn {
        key = true
      } else {
        diagnostics.report(
          .fillDownOfNoColumn(name.text, among: columns.map(\.name), at: name.place))
      }
    }
    return FillDown(key: key, columns: filled)
  }

  private mutating func document(_ entry: Written.Entry) -> DocumentDeclaration? {
    guard let record = entry.value.record else { return nil }
    if !isExpressionName(entry.key.text) {
      diagnostics.report(.notAName(entry.key.text, at: entry.key.place))
    }
    return DocumentDeclaration(
      name: entry.key.text, title: record.wording("title"),
      accept: record.strings("accept").map { $0.lowercased() },
      mustBeInPeriod: record.string("dated") == "in the period", place: entry.key.place)
  }

  /// Names share one scope; columns have one for each table.
  private mutating func reportSharedNames() {
    var seen: [String: Place] = [:]
    let declared =
      facts.filter { $0.origin != .subject }.map { ($0.name, $0.place) }
      + tables.map { ($0.name, $0.place) }
      + surveys.map { ($0.name, $0.place) } + documents.map { ($0.name, $0.place) }
      + root.map("define").map { ($0.key.text, $0.key.place) }
      + cohortFigures.map { ($0.key.text, $0.key.place) }
    for (name, place) in declared {
      if givenNames.contains(name) || hasVisits && Self.namesOfVisits.contains(name) {
        diagnostics.report(.givenName(name, at: place))
      } else if let first = seen[name] {
        diagnostics.report(.declaredTwice(name, at: place, first: first))
      } else {
        seen[name] = place
      }
    }
    for table in tables + surveys {
      for column in table.columns where seen[column.name] != nil {
        diagnostics.report(.columnHides(column.name, table.name, at: column.place))
      }
    }
  }

  // MARK: citations

}
