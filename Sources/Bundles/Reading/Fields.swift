import Diagnostics
import Formats
import Values

/// The keys of a mapping in a bundle, read one by one.
///
/// What cannot be read is reported at its place, without its content, and is absent.
struct Fields {
  let mapping: NodeMapping

  /// `former` keys are known and no longer offered.
  ///
  /// - Returns: `nil`, reported, where the node is not a mapping.
  init?(
    _ node: Node, keys: [String], former: [String] = [], into diagnostics: inout Diagnostics
  ) {
    guard let mapping = node.mapping else {
      diagnostics.report(.bundleForm(.mapping, at: node.place))
      return nil
    }
    self.mapping = mapping
    for entry in mapping.entries where !(keys + former).contains(entry.key.text) {
      diagnostics.report(.bundleUnknownKey(entry.key.text, among: keys, at: entry.key.place))
    }
  }

  /// What was written for a key; a key without a value is as good as none.
  func node(_ key: String) -> Node? {
    guard let node = mapping[key], node.scalar?.isAbsent != true else { return nil }
    return node
  }

  func text(_ key: String, into diagnostics: inout Diagnostics) -> String? {
    guard let node = node(key) else { return nil }
    guard let scalar = node.scalar else {
      diagnostics.report(.bundleForm(.text, at: node.place))
      return nil
    }
    let text = scalar.text.withoutBlanksAround
    return text.isEmpty ? nil : text
  }

  func required(_ key: String, into diagnostics: inout Diagnostics) -> String? {
    if node(key) == nil { diagnostics.report(.bundleMissingKey(key, at: mapping.place)) }
    return text(key, into: &diagnostics)
  }

  func wording(_ key: String, into diagnostics: inout Diagnostics) -> Wording? {
    guard let node = node(key), case .mapping = node else {
      return text(key, into: &diagnostics).map { Wording($0) }
    }
    guard let fields = Fields(node, keys: ["en", "zh"], into: &diagnostics) else { return nil }
    let en = fields.text("en", into: &diagnostics)
    let zh = fields.text("zh", into: &diagnostics)
    guard let any = zh ?? en else { return nil }
    return Wording(en: en ?? any, zh: zh ?? any)
  }

  func boolean(_ key: String, into diagnostics: inout Diagnostics) -> Bool? {
    guard let value = cell(key, .boolean, into: &diagnostics), case .boolean(let boolean) = value
    else { return nil }
    return boolean
  }

  func number(_ key: String, into diagnostics: inout Diagnostics) -> Number? {
    guard let value = cell(key, .number, into: &diagnostics), case .number(let number) = value
    else { return nil }
    return number
  }

  /// The text of a key, where it bears a percent sign.
  func percentText(_ keys: [String]) -> String? {
    keys.lazy.compactMap { node($0)?.scalar?.text }.first(where: Self.isPercent)
  }

  static func isPercent(_ text: String) -> Bool {
    guard case .value(_, let notes) = CellReader(.number).read(text) else { return false }
    return notes.contains(.percent)
  }

  func date(_ key: String, into diagnostics: inout Diagnostics) -> CalendarDate? {
    guard let value = cell(key, .date, into: &diagnostics), case .date(let date) = value
    else { return nil }
    return date
  }

  private func cell(
    _ key: String, _ kind: CellKind, into diagnostics: inout Diagnostics
  ) -> Value? {
    guard let node = node(key) else { return nil }
    guard let scalar = node.scalar else {
      diagnostics.report(.bundleForm(.text, at: node.place))
      return nil
    }
    switch CellReader(kind).read(scalar.text) {
    case .blank: return nil
    case .value(let value, _): return value
    case .mismatch(let mismatch):
      diagnostics.report(.bundleMismatch(mismatch, key: key, at: scalar.place))
      return nil
    }
  }

  /// The items of a list; one item alone may stand without its brackets.
  func list(_ key: String, into diagnostics: inout Diagnostics) -> [Node] {
    guard let node = node(key) else { return [] }
    if let sequence = node.sequence { return sequence.items }
    diagnostics.report(.bundleForm(.list, at: node.place))
    return []
  }

  func texts(_ key: String, into diagnostics: inout Diagnostics) -> [String] {
    if let scalar = node(key)?.scalar { return [scalar.text] }
    return list(key, into: &diagnostics).compactMap { item in
      if item.scalar == nil { diagnostics.report(.bundleForm(.text, at: item.place)) }
      return item.scalar?.text
    }
  }

  /// Declared ties; in a judgement they are those of its `assessor`, unless they name somebody else.
  func relations(of assessor: String? = nil, into diagnostics: inout Diagnostics) -> [Relation] {
    let keys = ["who", "to", "employed by", "kind", "until"]
    return list("relations", into: &diagnostics).compactMap { item in
      guard let fields = Fields(item, keys: keys, into: &diagnostics),
        let who = assessor == nil
          ? fields.required("who", into: &diagnostics)
          : fields.text("who", into: &diagnostics) ?? assessor
      else { return nil }
      let employer = fields.text("employed by", into: &diagnostics)
      return Relation(
        who: who,
        to: employer ?? fields.text("to", into: &diagnostics),
        kind: employer == nil ? fields.text("kind", into: &diagnostics) : Relation.employment,
        until: fields.date("until", into: &diagnostics)
      )
    }
  }
}

extension String {
  /// Without white space, and the space without width, at both ends.
  fileprivate var withoutBlanksAround: String {
    func isBlank(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.isWhitespace || scalar == "\u{200B}"
    }
    guard let first = unicodeScalars.firstIndex(where: { !isBlank($0) }),
      let last = unicodeScalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(unicodeScalars[first...last])
  }
}
