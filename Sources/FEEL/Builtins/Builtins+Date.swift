import Diagnostics
import Values

extension Builtins {
  static let dates: [Builtin] = [
    Builtin(
      "date", [.one("from", .string, .date, .dateTime)], gives: { dateShape($0) },
      summary: Wording(
        en: "The date that a text spells, or the date of a date and time.",
        zh: "文本所写的日期，或日期时间中的日期。"),
      examples: [
        (#"date("2012-12-25")"#, #"@"2012-12-25""#),
        (#"date(@"2012-12-25T11:00:00Z")"#, #"@"2012-12-25""#), (#"date("2012-13-25")"#, "null"),
      ]
    ) { call in
      switch call[0] {
      case .date: call[0]
      case .dateTime(let moment): .date(moment.date)
      case .string(let text): CalendarDate(text).map { .date($0) } ?? call.null(.notADate)
      default: call.null()
      }
    },
    Builtin(
      "date", [.one("year", .number), .one("month", .number), .one("day", .number)],
      gives: .optional(.date),
      summary: Wording(
        en: "The date of a year, a month and a day; null where there is no such day.",
        zh: "由年、月、日组成日期；没有这一天则为空值。"),
      examples: [
        ("date(2012, 12, 25)", #"@"2012-12-25""#), ("date(2023, 2, 29)", "null"),
      ]
    ) { call in
      guard let year = call.truncated(0), let month = call.truncated(1),
        let day = call.truncated(2)
      else { return call.null(.notADate) }
      return CalendarDate(year: year, month: month, day: day).map { .date($0) }
        ?? call.null(.notADate)
    },
    calendar(
      "day of year", .number,
      summary: Wording(en: "The number of the day in its year, from 1.", zh: "一年中的第几天，从 1 起。"),
      examples: [(#"day of year(@"2019-09-17")"#, "260")]
    ) { .number(Number($0.dayOfYear)) },
    calendar(
      "day of week", .string,
      summary: Wording(en: "The English name of the weekday.", zh: "星期几的英文名称。"),
      examples: [(#"day of week(@"2019-09-17")"#, #""Tuesday""#)]
    ) { .string(weekdays[$0.weekday - 1]) },
    calendar(
      "month of year", .string,
      summary: Wording(en: "The English name of the month.", zh: "月份的英文名称。"),
      examples: [(#"month of year(@"2019-09-17")"#, #""September""#)]
    ) { .string(months[Int($0.month) - 1]) },
    calendar(
      "week of year", .number,
      summary: Wording(
        en: "The number of the week by ISO 8601, from 1 to 53.", zh: "ISO 8601 的周数，1 至 53。"),
      examples: [
        (#"week of year(@"2019-09-17")"#, "38"), (#"week of year(@"2003-12-29")"#, "1"),
        (#"week of year(@"2010-01-01")"#, "53"),
      ]
    ) { .number(Number($0.weekOfYear)) },
    Builtin(
      "today", [], gives: .optional(.date),
      summary: Wording(
        en: "The day of the clock that was given; null where there is none.",
        zh: "所给时钟的当日；没有时钟则为空值。"),
      examples: []
    ) { call in
      call.setting.clock.map { .date($0.now.date) } ?? call.null(.domainError)
    },
  ]

  private static func dateShape(_ arguments: [Shape]) -> Shape {
    switch arguments.first {
    case .date, .dateTime: .date
    default: .optional(.date)
    }
  }

  private static let weekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// Something that the calendar says about the day of a date, or of a date and time.
  private static func calendar(
    _ name: String, _ shape: Shape, summary: Wording, examples: [(String, String)],
    tell: @escaping @Sendable (CalendarDate) -> Value
  ) -> Builtin {
    Builtin(
      name, [.one("date", .date, .dateTime)], gives: shape, summary: summary, examples: examples
    ) { call in
      switch call[0] {
      case .date(let date): tell(date)
      case .dateTime(let moment): tell(moment.date)
      default: call.null()
      }
    }
  }
}
