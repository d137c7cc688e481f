import Values

/// How a value stands in a report.
enum ValueText {
  /// More decimals than this tell a reader nothing; `result.json` has the exact number.
  private static let mostDecimals = 6
  private static let mostMembers = 12

  static func text(_ value: Value) -> String {
    switch value {
    case .null: return "null"
    case .boolean(let boolean): return boolean ? "true" : "false"
    case .number(let number): return short(number)
    case .string(let string): return "\"\(string)\""
    case .date(let date): return "\(date)"
    case .time(let time): return "\(time)"
    case .dateTime(let dateTime): return "\(dateTime)"
    case .dayTimeDuration(let duration): return "\(duration)"
    case .yearMonthDuration(let duration): return "\(duration)"
    case .list(let list): return text(list)
    case .context(let context):
      let entries = context.entries.prefix(mostMembers).map { "\($0.name): \(text($0.value))" }
      return "{" + entries.joined(separator: ", ") + "}"
    case .range(let range):
      let low = range.low.map(text) ?? ""
      let high = range.high.map(text) ?? ""
      return (range.includesLow ? "[" : "(") + low + ".." + high + (range.includesHigh ? "]" : ")")
    case .function: return "function"
    case .unknown(let unknown): return text(unknown.bounds)
    }
  }

  /// The number with a few decimals; `…` where more follow.
  static func short(_ number: Number, decimals mostDecimals: Int = mostDecimals) -> String {
    let text = number.description
    guard let point = text.firstIndex(of: "."), !text.contains("E") else { return text }
    let decimals = text[text.index(after: point)...]
    guard decimals.count > mostDecimals else { return text }
    return text[...point] + decimals.prefix(mostDecimals) + "…"
  }

  /// White space of a block scalar becomes one space.
  static func oneLine(_ expression: String) -> String {
    expression.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func text(_ list: List) -> String {
    switch list {
    case .values(let values):
      let shown = values.prefix(mostMembers).map(text).joined(separator: ", ")
      return "[" + shown + (values.count > mostMembers ? ", …" : "") + "]"
    case .rows(let selection), .column(let selection, _): return "[… \(selection.count)]"
    case .partial(let partial): return "[… \(partial.members.count)]"
    }
  }

  private static func text(_ bounds: Bounds) -> String {
    let orNull = bounds.mayBeNull ? " | null" : ""
    switch bounds.kind {
    case .any, .shaped: return "?"
    case .boolean: return "true | false" + orNull
    case .number(let low, let high, _):
      return (low.map { short($0) } ?? "−∞") + " .. " + (high.map { short($0) } ?? "∞") + orNull
    case .oneOf(let values):
      return values.prefix(mostMembers).map(text).joined(separator: " | ") + orNull
    }
  }
}
