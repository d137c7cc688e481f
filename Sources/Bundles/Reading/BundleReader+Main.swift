import Diagnostics
import Formats
import Values

extension BundleReader {
  private static let mainKeys = [
    "subject", "kind", "title", "fictional", "region", "operation", "period", "operator",
    "relations",
    "facts", "documents", "encoding", "rows", "columns missing",
  ]

  /// What `operation` was called.
  private static let formerMode = "mode"

  mutating func readMain() -> Fields? {
    guard contents[Self.mainFile] != nil else {
      if files[Self.mainFile] == nil, form == nil { diagnostics.report(.noBundleFile(path)) }
      return nil
    }
    guard let node = readYAML(Self.mainFile),
      let fields = Fields(node, keys: Self.mainKeys, former: [Self.formerMode], into: &diagnostics)
    else { return nil }
    if fields.node("subject") == nil {
      diagnostics.report(.bundleMissingKey("subject", at: fields.mapping.place))
    }
    return fields
  }

  mutating func readPeriod(_ main: Fields) -> BundlePeriod? {
    guard let node = main.node("period"),
      let fields = Fields(node, keys: ["from", "to"], into: &diagnostics)
    else { return nil }
    _ = fields.required("from", into: &diagnostics)
    _ = fields.required("to", into: &diagnostics)
    guard let from = fields.date("from", into: &diagnostics),
      let to = fields.date("to", into: &diagnostics)
    else { return nil }
    guard (from.year, from.month, from.day) <= (to.year, to.month, to.day) else {
      diagnostics.report(.bundlePeriodBackwards(at: node.place))
      return nil
    }
    return BundlePeriod(from: from, to: to)
  }

  /// Who runs the subject, under the key of today or the former one.
  mutating func readOperation(_ main: Fields) -> BundleFact? {
    let isSaid = main.node(Operation.name) != nil
    if let former = main.mapping.entries.first(where: { $0.key.text == Self.formerMode }) {
      diagnostics.report(.formerMode(beside: isSaid, at: former.key.place))
    }
    let key = isSaid ? Operation.name : Self.formerMode
    guard let text = main.text(key, into: &diagnostics), let place = main.node(key)?.place else {
      return nil
    }
    if Operation(written: text) == nil {
      // The former key took any words.
      diagnostics.report(.unknownOperation(text, isSaid ? .error : .warning, at: place))
    }
    return BundleFact(name: key, text: text, place: place)
  }

  /// Those of `bundle.yaml` and of a sheet; which of two values holds, nobody can tell.
  mutating func readFacts(_ main: Fields?) -> [BundleFact] {
    let written = main.map { readWrittenFacts($0) } ?? []
    guard !sheetFacts.isEmpty else { return written }
    var seen = Set(written.map { HeaderName($0.name) })
    var contradictory: Set<HeaderName> = []
    for fact in sheetFacts where !seen.insert(HeaderName(fact.name)).inserted {
      diagnostics.report(.bundleFactTwice(fact.name, at: fact.place))
      contradictory.insert(HeaderName(fact.name))
    }
    return (written + sheetFacts).filter { !contradictory.contains(HeaderName($0.name)) }
  }

  private mutating func readWrittenFacts(_ main: Fields) -> [BundleFact] {
    guard let node = main.node("facts") else { return [] }
    guard let mapping = node.mapping else {
      diagnostics.report(.bundleForm(.mapping, at: node.place))
      return []
    }
    var seen: Set<HeaderName> = []
    var contradictory: Set<HeaderName> = []
    let facts = mapping.entries.compactMap { entry -> BundleFact? in
      guard let scalar = entry.value.scalar else {
        diagnostics.report(.bundleForm(.text, at: entry.value.place))
        return nil
      }
      // `年薪（元）` and `年薪(元)` are one name; YAML's own check has seen two.
      guard seen.insert(HeaderName(entry.key.text)).inserted else {
        diagnostics.report(.bundleFactTwice(entry.key.text, at: entry.key.place))
        contradictory.insert(HeaderName(entry.key.text))
        return nil
      }
      let place = scalar.isAbsent ? entry.key.place : scalar.place
      return BundleFact(name: entry.key.text, text: scalar.text, place: place)
    }
    // Which of two values holds, nobody can tell.
    return facts.filter { !contradictory.contains(HeaderName($0.name)) }
  }

  /// Tables of one folder, by the order of their paths.
  mutating func readTables(
    in folder: String, _ main: Fields?, _ rules: [HeaderName: WrittenRowRule]
  ) -> [BundleTable] {
    let encodings = main.map { readEncodings($0) } ?? [:]
    let columns = main.map(MissingColumns.init)
    var tables: [BundleTable] = []
    var contradictory: Set<HeaderName> = []
    let files = form == nil ? contents.keys.sorted() : [Self.mainWorkbook] + contents.keys.sorted()
    for file in files {
      let found =
        if form != nil, file == Self.mainWorkbook {
          readFormTables(in: folder, columns, rules)
        } else if Self.isWorkbook(file, in: folder) {
          readWorkbook(file, in: folder, columns, rules)
        } else if Self.isTable(file, in: folder) {
          [readTable(file, in: folder, encodings, columns, rules)].compactMap(\.self)
        } else {
          [BundleTable]()
        }
      for table in found {
        let names = Set(table.names)
        if let first = tables.first(where: { !names.isDisjoint(with: $0.names) }) {
          diagnostics.report(
            .tableTwice(table.name, at: shown(table.file), first: shown(first.file)))
          contradictory.formUnion(names.intersection(first.names))
        } else {
          tables.append(table)
        }
      }
    }
    return tables.filter { contradictory.isDisjoint(with: $0.names) }
  }

  private mutating func readTable(
    _ file: String, in folder: String, _ encodings: [HeaderName: TextEncoding],
    _ columns: MissingColumns?, _ rules: [HeaderName: WrittenRowRule]
  ) -> BundleTable? {
    guard let bytes = contents[file], let name = Bundle.tableName(of: file, in: folder) else {
      return nil
    }
    let fileName = String(file.dropFirst(folder.count + 1))
    let encoding = encodings[HeaderName(fileName)] ?? encodings[HeaderName(file)]
    let content = CSVReader.read(
      bytes, path: shown(file), encoding: encoding, limits: .ofBundle, header: .later,
      into: &diagnostics)
    contents[file] = nil
    guard let content else { return nil }
    let rule = rules[HeaderName(fileName)] ?? rules[HeaderName(file)]
    if let rule { checkLines(rule, in: content) }
    return BundleTable(
      name: name, file: file, path: file, fileNames: [fileName], content: content,
      rows: rule?.rule ?? .sieved, mayLackColumns: columns?.isAllowed(in: file, fileName) ?? false)
  }

  private mutating func readEncodings(_ main: Fields) -> [HeaderName: TextEncoding] {
    guard let node = main.node("encoding"), let mapping = node.mapping else { return [:] }
    var encodings: [HeaderName: TextEncoding] = [:]
    for entry in mapping.entries {
      if let name = entry.value.scalar?.text, let encoding = TextEncoding(named: name) {
        encodings[HeaderName(entry.key.text)] = encoding
      }
    }
    return encodings
  }

  /// Reports once what `readEncodings` passes over for each folder.
  mutating func checkEncodings(_ main: Fields) {
    guard let node = main.node("encoding") else { return }
    guard let mapping = node.mapping else {
      diagnostics.report(.bundleForm(.mapping, at: node.place))
      return
    }
    for entry in mapping.entries {
      guard let name = entry.value.scalar?.text, TextEncoding(named: name) != nil else {
        diagnostics.report(.unknownEncoding(at: entry.value.place))
        continue
      }
      let written = HeaderName(entry.key.text)
      let isThere = files.keys.contains { file in
        HeaderName(file) == written
          || HeaderName(String(file.split(separator: "/").last ?? "")) == written
      }
      if !isThere { diagnostics.report(.encodingOfNothing(entry.key.text, at: entry.key.place)) }
    }
  }
}
