import Diagnostics
import Values

extension Builtins {
  /// Stands apart from the other functions over ranges: it reads text.
  static let readRange = Builtin(
    "range", [.one("from", .string)], gives: .optional(.range(.any)),
    summary: Wording(
      en: "The range that a text spells, with literal ends; an end that is open may be left out.",
      zh: "把文本读作区间；两端须为字面值，开端可以不写。"),
    examples: [
      (#"range("[18..21)")"#, "[18..21)"), (#"range("[2..)")"#, "(>= 2)"),
      (#"range("[@\"2024-01-01\"..@\"2024-12-31\"]").end"#, #"@"2024-12-31""#),
      (#"range("[3..1]")"#, "null"), (#"range(">= 10")"#, "null"),
    ]
  ) { call in
    guard let text = call.string(0) else { return call.null() }
    var reader = Reader(Passage(text), in: Scope([]), mode: .lenient)
    let written = reader.readWholeRangeLiteral()
    guard reader.diagnostics.isEmpty, let written else { return call.null() }
    let low = written.low.map { literal($0, in: call.setting) }
    let high = written.high.map { literal($0, in: call.setting) }
    // An end that is written has to be a literal.
    if case .some(.none) = low { return call.null() }
    if case .some(.none) = high { return call.null() }
    let range = ValueRange(
      low: low ?? nil, high: high ?? nil, includesLow: written.includesLow,
      includesHigh: written.includesHigh)
    guard let from = range.low, let to = range.high else { return .range(range) }
    guard let order = from.order(to: to), order <= 0 else { return call.null() }
    return .range(range)
  }

  /// The value of an end: a number, a text, `@"…"`, or a call such as `date("…")` of a literal text.
  private static func literal(_ syntax: Syntax, in setting: Call.Setting) -> Value? {
    switch syntax.form {
    case .number(let number): return .number(number)
    case .string(let text): return .string(text)
    case .negation(let inner):
      guard case .number(let number) = inner.form else { return nil }
      return .number(number.negated)
    case .at(let text):
      return ["date", "time", "date and time", "duration"].lazy
        .compactMap { named($0)?.call([.string(text)], in: setting) }
        .first { if case .null = $0 { false } else { true } }
    case .call(let callee, .positional(let arguments)):
      guard case .name(let name) = callee.form, constructors.contains(name),
        arguments.count == 1, case .string(let text)? = arguments.first?.form
      else { return nil }
      return named(name)?.call([.string(text)], in: setting)
    default: return nil
    }
  }

  private static let constructors = ["date", "time", "date and time", "duration"]
}
