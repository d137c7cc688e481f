import Values

extension Value {
  /// A scalar as a sentence names it.
  var shortText: String {
    switch self {
    case .null: "null"
    case .boolean(let holds): holds ? "true" : "false"
    case .number(let number): number.description
    case .string(let text): text
    case .date(let date): date.isoText
    case .time, .dateTime, .dayTimeDuration, .yearMonthDuration, .list, .context, .range,
      .function, .unknown:
      "…"
    }
  }
}
