import Diagnostics
import Formats

/// What `rows:` says about one file, and where.
struct WrittenRowRule {
  let rule: RowRule
  /// Each line that is listed, for messages about those that are not there.
  let lines: [(line: Int, place: Place)]
}

extension BundleReader {
  /// By file name or path: which rows of a table are records, where the bundle says so.
  mutating func readRowRules(_ main: Fields?) -> [HeaderName: WrittenRowRule] {
    guard let main, let node = main.node("rows") else { return [:] }
    guard let mapping = node.mapping else {
      diagnostics.report(.bundleForm(.mapping, at: node.place))
      return [:]
    }
    var rules: [HeaderName: WrittenRowRule] = [:]
    for entry in mapping.entries {
      let written = HeaderName(entry.key.text)
      // A sheet stands behind its workbook: `a.xlsx!明细`.
      let file = HeaderName(String(entry.key.text.prefix { $0 != "!" }))
      let isThere = files.keys.contains { path in
        HeaderName(path) == written || HeaderName(path) == file
          || HeaderName(String(path.split(separator: "/").last ?? "")) == file
      }
      if !isThere { diagnostics.report(.rowsOfNothing(entry.key.text, at: entry.key.place)) }
      if let rule = readRowRule(entry.value) { rules[written] = rule }
    }
    return rules
  }

  private mutating func readRowRule(_ node: Node) -> WrittenRowRule? {
    if let scalar = node.scalar {
      if scalar.text == "all" { return WrittenRowRule(rule: .all, lines: []) }
      diagnostics.report(.rowsForm(at: scalar.place))
      return nil
    }
    guard node.mapping != nil,
      let fields = Fields(node, keys: ["records", "no records"], into: &diagnostics)
    else {
      if node.mapping == nil { diagnostics.report(.rowsForm(at: node.place)) }
      return nil
    }
    let records = readLines("records", fields)
    let noRecords = readLines("no records", fields)
    return WrittenRowRule(
      rule: .listed(
        records: Set(records.map(\.line)), noRecords: Set(noRecords.map(\.line))),
      lines: records + noRecords)
  }

  private mutating func readLines(
    _ key: String, _ fields: Fields
  ) -> [(line: Int, place: Place)] {
    fields.list(key, into: &diagnostics).compactMap { item in
      guard let scalar = item.scalar, let line = Int(scalar.text), line > 0 else {
        diagnostics.report(.rowsForm(at: item.place))
        return nil
      }
      return (line, scalar.place)
    }
  }

  /// Lines that are listed and hold no row.
  mutating func checkLines(_ written: WrittenRowRule, in table: CSVTable) {
    let lines = Set(table.lines)
    for (line, place) in written.lines where !lines.contains(line) {
      diagnostics.report(.rowNotThere(line, at: place))
    }
  }
}
