import Diagnostics
import Formats
import Values

extension WrittenReader {
  mutating func scalar(_ node: Node, for key: String) -> Scalar? {
    if let scalar = node.scalar { return scalar }
    diagnostics.report(.wrongForm(.text, for: key, found: node))
    return nil
  }

  /// FEEL, with the traps that YAML sets for it.
  mutating func expression(_ node: Node, for key: String) -> Written? {
    switch node {
    case .scalar(let scalar):
      if let comment = scalar.trailingComment {
        diagnostics.report(.commentAfterExpression(at: .text(scalar.source, comment)))
      }
      return .text(scalar)
    case .sequence(let sequence):
      let text = sequence.isFlow ? String(sequence.source.slice(sequence.span)) : nil
      diagnostics.report(.listForExpression(text, for: key, at: node.place))
    case .mapping(let mapping):
      let text = mapping.isFlow ? String(mapping.source.slice(mapping.span)) : nil
      diagnostics.report(.mappingForExpression(text, for: key, at: node.place))
    }
    return nil
  }

  mutating func wording(_ node: Node, for key: String) -> Written? {
    switch node {
    case .scalar(let scalar): return .wording(Wording(scalar.text), scalar.place)
    case .sequence:
      diagnostics.report(.wrongForm(.text, for: key, found: node))
      return nil
    case .mapping(let mapping):
      var texts: [Language: String] = [:]
      for entry in mapping.entries where !(mapping.isFlow && entry.value.isAbsent) {
        guard let language = Language(rawValue: entry.key.text) else {
          diagnostics.report(.notALanguage(entry.key.text, at: entry.key.place))
          continue
        }
        if let scalar = scalar(entry.value, for: entry.key.text) { texts[language] = scalar.text }
      }
      guard let any = texts[language] ?? texts[.zh] ?? texts[.en] else {
        if mapping.entries.isEmpty {
          diagnostics.report(.wrongForm(.text, for: key, found: node))
        }
        return nil
      }
      return .wording(Wording(en: texts[.en] ?? any, zh: texts[.zh] ?? any), mapping.place)
    }
  }

  mutating func number(_ node: Node, for key: String) -> Written? {
    guard let scalar = scalar(node, for: key) else { return nil }
    if let number = Number(written: scalar.text) { return .number(number, scalar) }
    diagnostics.report(.notANumber(scalar.text, for: key, at: scalar.place))
    return nil
  }

  mutating func count(_ node: Node, for key: String) -> Written? {
    guard let scalar = scalar(node, for: key) else { return nil }
    if let number = Number(written: scalar.text), let count = number.intValue, count >= 0 {
      return .number(number, scalar)
    }
    diagnostics.report(.notACount(scalar.text, for: key, at: scalar.place))
    return nil
  }

  mutating func boolean(_ node: Node, for key: String) -> Written? {
    guard let scalar = scalar(node, for: key) else { return nil }
    switch scalar.text {
    case "true": return .boolean(true, scalar)
    case "false": return .boolean(false, scalar)
    default:
      diagnostics.report(.notTrueOrFalse(scalar.text, for: key, at: scalar.place))
      return nil
    }
  }

  mutating func date(_ node: Node, for key: String) -> Written? {
    guard let scalar = scalar(node, for: key) else { return nil }
    if let date = CalendarDate(written: scalar.text) { return .date(date, scalar) }
    diagnostics.report(.notADate(scalar.text, for: key, at: scalar.place))
    return nil
  }

  mutating func choice(_ node: Node, among words: [String], for key: String) -> Written? {
    guard let scalar = scalar(node, for: key) else { return nil }
    if words.contains(scalar.text) {
      return .text(scalar)
    }
    diagnostics.report(.notAChoice(scalar.text, among: words, for: key, at: scalar.place))
    return nil
  }

  mutating func identifier(_ node: Node, for key: String) -> Written? {
    guard let scalar = scalar(node, for: key) else { return nil }
    if isIdentifier(scalar.text) { return .text(scalar) }
    diagnostics.report(.notAnIdentifier(scalar.text, for: key, at: scalar.place))
    return nil
  }
}

/// Letters of any script, digits, `_`, `-`, `.`; 1 to 80 of them, and not dots alone: `..` is a way, not a name.
package func isIdentifier(_ text: String) -> Bool {
  let scalars = text.unicodeScalars
  guard !scalars.isEmpty, scalars.count <= 80, scalars.contains(where: { $0 != "." }) else {
    return false
  }
  return scalars.allSatisfy {
    $0 == "_" || $0 == "-" || $0 == "." || $0.properties.isAlphabetic
      || ("0"..."9").contains($0)
  }
}

extension Number {
  /// A decimal as rubrics write it: `6`, `0.10`, `-2`, `80%`.
  package init?(written text: String) {
    let trimmed = text.hasSuffix("%") ? String(text.dropLast()) : text
    guard let number = Number(trimmed) else { return nil }
    guard text.hasSuffix("%") else {
      self = number
      return
    }
    guard let share = number.divided(by: Number(100)) else { return nil }
    self = share
  }
}

extension CalendarDate {
  /// `2024-12-31`.
  package init?(written text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
      parts[2].utf8.count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}
