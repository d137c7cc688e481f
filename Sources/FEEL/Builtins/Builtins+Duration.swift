import Diagnostics
import Values

extension Builtins {
  static let durations: [Builtin] = [
    Builtin(
      "duration", [.one("from", .string, .dayTimeDuration, .yearMonthDuration)],
      gives: { durationShape($0) },
      summary: Wording(
        en: "The duration that a text spells: of days and time, or of years and months.",
        zh: "文本所写的时长：日与时间，或年与月。"),
      examples: [
        (#"duration("P1DT26H")"#, #"@"P2DT2H""#), (#"duration("P26M")"#, #"@"P2Y2M""#),
        (#"duration("P1Y1D")"#, "null"),
      ]
    ) { call in
      switch call[0] {
      case .dayTimeDuration, .yearMonthDuration: return call[0]
      case .string(let text):
        if let duration = DayTimeDuration(text) { return .dayTimeDuration(duration) }
        return YearMonthDuration(text).map { .yearMonthDuration($0) } ?? call.null(.notADuration)
      default: return call.null()
      }
    },
    Builtin(
      "years and months duration", [.one("from", .date, .dateTime), .one("to", .date, .dateTime)],
      gives: .yearMonthDuration,
      summary: Wording(
        en: "The whole months from one date to another.", zh: "两个日期之间相隔的整月数。"),
      examples: [
        (#"years and months duration(@"2011-12-22", @"2013-08-24")"#, #"@"P1Y8M""#),
        (#"years and months duration(@"2013-08-24", @"2011-12-22")"#, #"@"-P1Y8M""#),
        (#"years and months duration(@"2015-01-31", @"2015-02-28")"#, #"@"P0M""#),
      ]
    ) { call in
      guard let start = call.day(0), let end = call.day(1) else { return call.null() }
      return .yearMonthDuration(YearMonthDuration(from: start, to: end))
    },
  ]

  private static func durationShape(_ arguments: [Shape]) -> Shape {
    switch arguments.first {
    case .dayTimeDuration: .dayTimeDuration
    case .yearMonthDuration: .yearMonthDuration
    // Which of both a text spells is seen when it is read; texts written in a rubric are read at once.
    default: .any
    }
  }
}

extension Call {
  /// The date of a date, or of a date and time: what its clock says does not count.
  fileprivate func day(_ index: Int) -> CalendarDate? {
    switch self[index] {
    case .date(let date): date
    case .dateTime(let moment): moment.date
    default: nil
    }
  }
}
