import Formats
import Values

/// Values as JSON that says the type of each: the encoding of the FEEL conformance records.
///
///     {"t": "number", "v": "12.50"}   {"t": "date", "v": "2024-01-31"}   {"t": "list", "v": […]}
enum TaggedValue {
  /// Deeper values are refused: the reader goes down one call for each level.
  private static let maximumDepth = 100

  /// - Returns: `nil` where the JSON is not of this encoding.
  static func value(of json: JSON, zones: ZoneRules, depth: Int = 0) -> Value? {
    guard depth < maximumDepth, let type = json["t"]?.string else { return nil }
    let content = json["v"]
    switch type {
    case "null": return .null
    case "boolean": return content?.boolean.map { .boolean($0) }
    case "number":
      return (content?.string).flatMap { Number($0) }.map { .number($0) }
    case "string": return (content?.string).map { .string($0) }
    case "date", "time", "dateTime", "dayTimeDuration", "yearMonthDuration":
      return (content?.string).flatMap { Value(temporal: $0, zones: zones) }
    case "list":
      var members: [Value] = []
      for member in content?.array ?? [] {
        guard let value = value(of: member, zones: zones, depth: depth + 1) else { return nil }
        members.append(value)
      }
      return .list(.values(members))
    case "context":
      var entries: [Context.Entry] = []
      for pair in content?.array ?? [] {
        guard let pair = pair.array, pair.count == 2, let name = pair[0].string,
          let value = value(of: pair[1], zones: zones, depth: depth + 1)
        else { return nil }
        entries.append(Context.Entry(name, value))
      }
      return .context(Context(entries))
    default: return nil
    }
  }

  /// The value as tagged JSON; what the encoding has no type for (ranges, functions) is null.
  static func json(of value: Value, depth: Int = 0) -> JSON {
    guard depth < maximumDepth else { return tagged("null", nil) }
    switch value {
    case .null, .unknown, .range, .function: return tagged("null", nil)
    case .boolean(let flag): return tagged("boolean", .boolean(flag))
    case .number(let number): return tagged("number", .string(number.description))
    case .string(let text): return tagged("string", .string(text))
    case .date(let date): return tagged("date", .string(date.description))
    case .time(let time): return tagged("time", .string(time.description))
    case .dateTime(let moment): return tagged("dateTime", .string(moment.description))
    case .dayTimeDuration(let span): return tagged("dayTimeDuration", .string(span.description))
    case .yearMonthDuration(let span):
      return tagged("yearMonthDuration", .string(span.description))
    case .list(let list):
      let members = ListCursor(list)
      return tagged(
        "list", .array((0..<members.count).map { json(of: members[$0], depth: depth + 1) }))
    case .context(let context):
      let entries = context.entries.map { entry in
        JSON.array([.string(entry.name), json(of: entry.value, depth: depth + 1)])
      }
      return tagged("context", .array(entries))
    }
  }

  private static func tagged(_ type: String, _ content: JSON?) -> JSON {
    var members = [JSON.Member("t", .string(type))]
    if let content { members.append(JSON.Member("v", content)) }
    return .object(members)
  }
}
