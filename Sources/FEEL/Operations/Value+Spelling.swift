package import Values

extension Value {
  /// The value as an expression of FEEL that gives it; what cannot be written so is described.
  package var spelling: String {
    var text = ""
    spell(into: &text)
    return text
  }

  private func spell(into text: inout String) {
    switch self {
    case .null: text += "null"
    case .boolean(let flag): text += flag ? "true" : "false"
    case .number(let number): text += number.description
    case .string(let string): Self.quote(string, into: &text)
    case .date(let date): text += "@\"\(date.description)\""
    case .time(let time): text += "@\"\(time.description)\""
    case .dateTime(let moment): text += "@\"\(moment.description)\""
    case .dayTimeDuration(let span): text += "@\"\(span.description)\""
    case .yearMonthDuration(let span): text += "@\"\(span.description)\""
    case .list(let list):
      let members = ListCursor(list)
      text += "["
      for index in 0..<members.count {
        if index > 0 { text += ", " }
        members[index].spell(into: &text)
      }
      text += "]"
    case .context(let context):
      text += "{"
      for (index, entry) in context.entries.enumerated() {
        if index > 0 { text += ", " }
        Self.spellName(entry.name, into: &text)
        text += ": "
        entry.value.spell(into: &text)
      }
      text += "}"
    case .range(let range): range.spell(into: &text)
    case .function(let function):
      text += "function(\(function.parameterNames.joined(separator: ", "))) …"
    case .unknown: text += "?"
    }
  }

  /// A plain name stands bare; any other needs quotes to be read again.
  private static func spellName(_ name: String, into text: inout String) {
    let isPlain =
      !NameCharacters.keywords.contains(name)
      && name.unicodeScalars.first.map(NameCharacters.startsName) == true
      && name.unicodeScalars.allSatisfy(NameCharacters.continuesName)
    if isPlain { text += name } else { quote(name, into: &text) }
  }

  private static func quote(_ string: String, into text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }

  fileprivate static func spelling(of end: Value?) -> String { end?.spelling ?? "null" }
}

extension ValueRange {
  fileprivate func spell(into text: inout String) {
    if let excluded { return text += "(!= \(excluded.spelling))" }
    if isPoint, let low { return text += "(= \(low.spelling))" }
    switch (low, high) {
    case (nil, let high?): text += "(\(includesHigh ? "<=" : "<") \(high.spelling))"
    case (let low?, nil): text += "(\(includesLow ? ">=" : ">") \(low.spelling))"
    case (let low, let high):
      text += includesLow ? "[" : "("
      text += Value.spelling(of: low) + ".." + Value.spelling(of: high)
      text += includesHigh ? "]" : ")"
    }
  }
}
