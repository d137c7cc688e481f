import Diagnostics
import Values

extension Builtins {
  static let conversions: [Builtin] = [
    Builtin(
      "number", [.one("from", .string, .number)], gives: { numberShape($0) },
      summary: Wording(en: "The number that a text spells.", zh: "文本所写的数。"),
      examples: [(#"number("1500.5")"#, "1500.5"), (#"number("a few")"#, "null")]
    ) { call in
      switch call[0] {
      case .number: call[0]
      case .string(let text): Number(text).map { .number($0) } ?? call.null(.notANumber)
      default: call.null()
      }
    },
    Builtin(
      "number",
      [
        .one("from", .string), .one("grouping separator", .string, .null),
        .one("decimal separator", .string, .null),
      ], gives: .optional(.number),
      summary: Wording(
        en: "The number that a text spells with separators of its own.",
        zh: "按所给分组符和小数点读出文本所写的数。"),
      examples: [
        (#"number("1 000,50", " ", ",")"#, "1000.5"), (#"number("1,000.5", ",", ".")"#, "1000.5"),
        (#"number("1,000.5", ",", ",")"#, "null"),
      ]
    ) { call in
      guard let grouping = call.separator(1, among: [" ", ",", "."]),
        let point = call.separator(2, among: [",", "."])
      else { return call.null() }
      guard let text = call.string(0), grouping == nil || grouping != point else {
        return call.null()
      }
      return Number(plain(text, grouping: grouping, point: point ?? ".")).map { .number($0) }
        ?? call.null(.notANumber)
    },
    Builtin(
      "string", [.one("from", .any)], gives: .optional(.string),
      summary: Wording(
        en: "A value as text; lists and contexts as FEEL would write them.",
        zh: "把值变成文本；列表与上下文按 FEEL 的写法。"),
      examples: [
        ("string(1.10)", #""1.1""#), (#"string("a")"#, #""a""#), ("string(true)", #""true""#),
        (#"string(@"2012-12-25")"#, #""2012-12-25""#),
        (#"string([1, "a"])"#, #""[1, \"a\"]""#), ("string(null)", "null"),
      ]
    ) { call in
      call[0].text.map { .string($0) } ?? call.null()
    },
    Builtin(
      "is", [.optional("value1", .any), .optional("value2", .any)], gives: .boolean,
      summary: Wording(
        en: "Whether two values are the same in every part, the zone of a time included.",
        zh: "两个值是否处处相同，时间的时区也算在内。"),
      examples: [
        (#"is(@"23:00:50Z", @"23:00:50+00:00")"#, "true"),
        (#"is(@"20:00:50+00:00", @"21:00:50+01:00")"#, "false"), ("is(1, 1.0)", "true"),
        (#"is(@"2012-12-25", @"2012-12-25T00:00:00Z")"#, "false"),
      ]
    ) { call in
      // Either may be left out, and is then null; with neither there is nothing to tell.
      call.arguments.isEmpty
        ? call.null(.wrongArgumentCount) : .boolean(call[0].isSame(as: call[1]))
    },
  ]

  private static func numberShape(_ arguments: [Shape]) -> Shape {
    if case .number = arguments.first { .number } else { .optional(.number) }
  }

  /// The text without grouping and with a point.
  ///
  /// A separator that is neither leaves a text that is no number.
  private static func plain(_ text: String, grouping: Character?, point: Character) -> String {
    String(
      text.compactMap { character -> Character? in
        if character == grouping { return nil }
        if character == point { return "." }
        return character == "." ? "x" : character
      })
  }
}

extension Call {
  /// One character out of some, or none where the argument is null.
  ///
  /// - Returns: an inner `nil` for null, an outer one for anything else.
  fileprivate func separator(_ index: Int, among some: [Character]) -> Character?? {
    if case .null = self[index] { return .some(nil) }
    guard let text = string(index), text.count == 1, let only = text.first, some.contains(only)
    else { return nil }
    return only
  }
}

extension Value {
  /// The value as a text of its own: a string stands without quotes, a date without `@`.
  ///
  /// - Returns: `nil` for null and for what is not known.
  package var text: String? {
    switch self {
    case .null, .unknown: nil
    case .string(let text): text
    case .date(let date): date.description
    case .time(let time): time.description
    case .dateTime(let moment): moment.description
    case .dayTimeDuration(let duration): duration.description
    case .yearMonthDuration(let duration): duration.description
    case .boolean, .number, .list, .context, .range, .function: spelling
    }
  }
}
