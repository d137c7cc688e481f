package import Diagnostics
package import Formats
import Values

/// Reads YAML by the key table: every key known, every value of the kind that its key expects.
///
/// What does not fit is reported and left out; reading goes on, so that one run tells all mistakes.
package struct WrittenReader {
  let vocabulary: Vocabulary
  let language: Language
  var diagnostics = Diagnostics()

  /// Reads a file whose root is the construct `root`.
  ///
  /// - Returns: `nil` only when the root is not a mapping.
  package static func read(
    _ node: Node, as root: String, by vocabulary: Vocabulary,
    into diagnostics: inout Diagnostics
  ) -> Record? {
    let language = node.mapping?["language"]?.scalar.flatMap { Language(rawValue: $0.text) } ?? .zh
    var reader = WrittenReader(vocabulary: vocabulary, language: language)
    let record = reader.record(node, vocabulary[root], for: root)
    diagnostics.append(reader.diagnostics)
    return record
  }

  mutating func read(_ node: Node, as kind: Kind, for key: String) -> Written? {
    switch kind {
    case .feel, .tests: expression(node, for: key)
    case .text, .cell: scalar(node, for: key).map { .text($0) }
    case .identifier: identifier(node, for: key)
    case .wording: wording(node, for: key)
    case .number: number(node, for: key)
    case .count: count(node, for: key)
    case .boolean: boolean(node, for: key)
    case .date: date(node, for: key)
    case .choice(let words): choice(node, among: words, for: key)
    case .record(let name): record(node, vocabulary[name], for: key).map { .record($0) }
    case .variant(let names): variant(node, among: names, for: key)
    case .list(let kind): list(node, of: kind, for: key)
    case .map(let kind): map(node, of: kind, for: key)
    case .either(let kinds): either(node, kinds, for: key)
    case .anything: .anything(node)
    }
  }

  // MARK: mappings

  mutating func record(_ node: Node, _ construct: Construct, for key: String) -> Record? {
    guard let mapping = mapping(node, for: key) else { return nil }
    var fields: [String: Record.Field] = [:]
    var unreadable: Set<String> = []
    var flawed: Set<String> = []
    for entry in mapping.entries {
      // A comma ended a value inside braces; the YAML reader told that.
      if mapping.isFlow, entry.value.isAbsent { continue }
      guard let known = construct.key(entry.key.text) else {
        diagnostics.report(
          .unknownKey(entry.key.text, of: construct, at: entry.key.place))
        continue
      }
      if fields[known.name] != nil || unreadable.contains(known.name) {
        diagnostics.report(
          .keyTwice(known.name, at: entry.key.place, first: fields[known.name]?.key.place))
      } else if entry.value.isAbsent {
        diagnostics.report(.emptyValue(entry.key.text, at: entry.key.place))
        unreadable.insert(known.name)
      } else {
        let errorsBefore = diagnostics.errorCount
        if let value = read(entry.value, as: known.kind, for: known.name) {
          fields[known.name] = Record.Field(key: entry.key, value: value)
        } else {
          unreadable.insert(known.name)
        }
        if diagnostics.errorCount > errorsBefore { flawed.insert(known.name) }
      }
    }
    for known in construct.keys {
      guard case .required = known.presence, fields[known.name] == nil,
        !unreadable.contains(known.name)
      else { continue }
      let place = mapping.entries.first?.key.place ?? mapping.place
      diagnostics.report(.missingKey(known, of: construct, at: place))
    }
    return Record(
      construct: construct, place: mapping.entries.first?.key.place ?? mapping.place,
      fields: fields, unreadable: unreadable, flawed: flawed)
  }

  /// The construct whose first key is written.
  private mutating func variant(_ node: Node, among names: [String], for key: String) -> Written? {
    guard let mapping = mapping(node, for: key) else { return nil }
    let found = mapping.entries.filter { entry in
      names.contains { vocabulary[$0].keys[0].name == entry.key.text }
    }
    // `table` and `survey` are never keys of another form, and no other form's name is.
    guard let first = found.first else {
      diagnostics.report(.noForm(names, at: mapping.entries.first?.key.place ?? mapping.place))
      return nil
    }
    if let second = found.dropFirst().first {
      diagnostics.report(.twoForms(first.key.text, second.key.text, at: second.key.place))
      return nil
    }
    return record(node, vocabulary[first.key.text], for: key).map { .record($0) }
  }

  private mutating func map(_ node: Node, of kind: Kind, for key: String) -> Written? {
    guard let mapping = mapping(node, for: key) else { return nil }
    var entries: [Written.Entry] = []
    for entry in mapping.entries {
      if let value = read(entry.value, as: kind, for: entry.key.text) {
        entries.append(Written.Entry(key: entry.key, value: value))
      }
    }
    return .map(entries, mapping.place)
  }

  private mutating func mapping(_ node: Node, for key: String) -> NodeMapping? {
    if let mapping = node.mapping { return mapping }
    if let scalar = node.scalar, scalar.style == .plain, let colon = scalar.fullWidthColon {
      diagnostics.report(.fullWidthColon(at: .text(scalar.source, colon)))
    } else {
      diagnostics.report(.wrongForm(.mapping, for: key, found: node))
    }
    return nil
  }

  // MARK: lists and alternatives

  private mutating func list(_ node: Node, of kind: Kind, for key: String) -> Written? {
    guard let sequence = node.sequence else {
      diagnostics.report(.wrongForm(.list, for: key, found: node))
      return nil
    }
    var members: [Written] = []
    var isWhole = true
    for item in sequence.items {
      if let member = read(item, as: kind, for: key) {
        members.append(member)
      } else {
        isWhole = false
      }
    }
    // A rule with a cell that cannot be read would look like a rule with a cell too few.
    if case .feel = kind, !isWhole { return nil }
    return .list(members, sequence.place)
  }

  private mutating func either(_ node: Node, _ kinds: [Kind], for key: String) -> Written? {
    let fitting = kinds.filter { fits(node, $0) }
    let mostKeys = fitting.map { knownKeys(of: node, in: $0) }.max() ?? 0
    let nearest = fitting.first { knownKeys(of: node, in: $0) == mostKeys }
    return read(node, as: nearest ?? kinds[0], for: key)
  }

  /// How many keys of a mapping a construct knows; where several constructs fit, the one with the most is meant.
  private func knownKeys(of node: Node, in kind: Kind) -> Int {
    guard case .record(let name) = kind, let mapping = node.mapping else { return 0 }
    return mapping.entries.count { vocabulary[name].key($0.key.text) != nil }
  }

  /// Whether `node` has the form of `kind`; a record also shows its first key.
  private func fits(_ node: Node, _ kind: Kind) -> Bool {
    switch kind {
    case .choice(let words): return node.scalar.map { words.contains($0.text) } ?? false
    case .number: return node.scalar.flatMap { Number(written: $0.text) } != nil
    case .feel, .tests, .text, .cell, .identifier, .count, .boolean, .date:
      return node.scalar != nil
    case .wording: return node.scalar != nil || node.mapping != nil
    case .list: return node.sequence != nil
    case .map, .variant: return node.mapping != nil
    case .record(let name):
      guard let mapping = node.mapping else { return false }
      let required = vocabulary[name].keys.filter {
        if case .required = $0.presence { true } else { false }
      }
      // `columns:` of a table is a mapping of mappings; a column of that name would be a declaration.
      return required.isEmpty
        || required.contains {
          mapping[$0.name]?.mapping?["type"] == nil && mapping[$0.name] != nil
        }
    case .either(let kinds): return kinds.contains { fits(node, $0) }
    case .anything: return true
    }
  }
}

extension Node {
  /// Nothing was written behind a key.
  var isAbsent: Bool { scalar?.isAbsent ?? false }
}
