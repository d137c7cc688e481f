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
      if files[Self.mainFile] == nil { diagnostics.report(.noBundleFile(path)) }
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

  mutating func readFacts(_ main: Fields) -> [BundleFact] {
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
    for file in contents.keys.sorted() where Self.isTable(file, in: folder) {
      guard let bytes = contents[file] else { continue }
      let fileName = String(file.dropFirst(folder.count + 1))
      let encoding = encodings[HeaderName(fileName)] ?? encodings[HeaderName(file)]
      let content = CSVReader.read(
        bytes, path: shown(file), encoding: encoding, limits: .ofBundle, header: .later,
        into: &diagnostics)
      contents[file] = nil
      guard let content else { continue }
      let rule = rules[HeaderName(fileName)] ?? rules[HeaderName(file)]
      if let rule { checkLines(rule, in: content) }
      guard let name = Bundle.tableName(of: file, in: folder) else { continue }
      if let first = tables.first(where: { HeaderName($0.name) == HeaderName(name) }) {
        diagnostics.report(.tableTwice(name, at: shown(file), first: shown(first.file)))
        contradictory.insert(HeaderName(name))
        continue
      }
      tables.append(
        BundleTable(
          name: name, file: file, content: content, rows: rule?.rule ?? .sieved,
          mayLackColumns: columns?.isAllowed(in: file, fileName) ?? false))
    }
    return tables.filter { !contradictory.contains(HeaderName($0.name)) }
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
