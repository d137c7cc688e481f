import Formats

extension Record {
  /// Whether a name stands in one of the expressions below, outside quotes; perhaps as a part of a longer name.
  func names(inExpressions name: String) -> Bool {
    fields.contains { key, field in
      guard let kind = construct.key(key)?.kind else { return false }
      return field.value.mentions(name, kind.holdsExpressions)
    }
  }
}

extension Kind {
  /// Whether a scalar behind a key of this kind may be an expression.
  fileprivate var holdsExpressions: Bool {
    switch self {
    case .feel, .tests, .anything: true
    case .list(let kind), .map(let kind): kind.holdsExpressions
    case .either(let kinds): kinds.contains(where: \.holdsExpressions)
    case .text, .wording, .number, .count, .boolean, .date, .identifier, .cell, .choice, .record,
      .variant:
      false
    }
  }
}

extension Written {
  fileprivate func mentions(_ name: String, _ holdsExpressions: Bool) -> Bool {
    switch self {
    case .text(let scalar): holdsExpressions && scalar.text.names(name)
    // Where there is a party is asked when nobody is scored.
    case .record(let record): record.construct.name != "party" && record.names(inExpressions: name)
    case .list(let members, _): members.contains { $0.mentions(name, holdsExpressions) }
    case .map(let entries, _):
      // Keys may be tests; a key that is the name itself is what the author calls something.
      entries.contains {
        $0.value.mentions(name, holdsExpressions)
          || $0.key.text != name && $0.key.text.names(name)
      }
    case .anything(let node): node.mentions(name)
    case .wording, .number, .boolean, .date: false
    }
  }
}

extension Node {
  fileprivate func mentions(_ name: String) -> Bool {
    if let scalar { return scalar.text.names(name) }
    if let sequence { return sequence.items.contains { $0.mentions(name) } }
    return mapping?.entries.contains { $0.key.text.names(name) || $0.value.mentions(name) } ?? false
  }
}

extension String {
  /// Whether `name` stands in an expression as a word of its own, outside quotes.
  fileprivate func names(_ name: String) -> Bool {
    guard holds(name) else { return false }
    var isQuoted = false
    var word = ""
    for character in self {
      if character == "\"" { isQuoted.toggle() }
      if !isQuoted, character.isLetter || character.isNumber || character == "_" {
        word.append(character)
      } else {
        if word == name { return true }
        word = ""
      }
    }
    return word == name
  }

  /// Whether the bytes of `name` stand somewhere: every expression of a rubric is asked.
  private func holds(_ name: String) -> Bool {
    var (text, name) = (self, name)
    return name.withUTF8 { name in
      text.withUTF8 { text in
        guard let first = name.first, text.count >= name.count else { return false }
        return (0...text.count - name.count).contains { start in
          text[start] == first && text[start..<start + name.count].elementsEqual(name)
        }
      }
    }
  }
}
