import Diagnostics
import Values

extension Builtins {
  static let times: [Builtin] = [
    timeFrom, timeOfParts, dateTimeFrom, dateTimeOfDateAndTime, dateTimeOfParts, now,
  ]

  private static let timeFrom = Builtin(
    "time", [.one("from", .string, .time, .dateTime, .date)], gives: .optional(.time),
    summary: Wording(
      en:
        "The time that a text spells, or the time of a date and time; a date begins at midnight in UTC.",
      zh: "文本所写的时间，或日期时间中的时间；日期则为协调世界时零点。"),
    examples: [
      (#"time("23:59:00Z")"#, #"@"23:59:00Z""#),
      (#"time(@"2012-12-25T11:00:00+01:00")"#, #"@"11:00:00+01:00""#),
      (#"time("25:00:00")"#, "null"),
    ]
  ) { call in
    switch call[0] {
    case .time: call[0]
    case .dateTime(let moment): .time(moment.time)
    case .date: .time(.midnight(in: .utc))
    case .string(let text):
      TimeOfDay(text, zones: call.setting.zones).map { .time($0) } ?? call.null(.notATime)
    default: call.null()
    }
  }

  private static let timeOfParts = Builtin(
    "time",
    [
      .one("hour", .number), .one("minute", .number), .one("second", .number),
      .optional("offset", .dayTimeDuration, .null),
    ], gives: .optional(.time),
    summary: Wording(
      en: "The time of an hour, a minute and a second, with an offset from UTC or without.",
      zh: "由时、分、秒组成时间，可带与协调世界时的时差。"),
    examples: [
      ("time(23, 59, 0)", #"@"23:59:00""#),
      (#"time(11, 59, 45, @"PT2H")"#, #"@"11:59:45+02:00""#), ("time(24, 59, 45)", "null"),
    ]
  ) { call in
    guard let zone = call.zone(at: 3), let time = call.time(from: 0, zone: zone) else {
      return call.null(.notATime)
    }
    return .time(time)
  }

  private static let dateTimeFrom = Builtin(
    "date and time", [.one("from", .string, .dateTime, .date)], gives: .optional(.dateTime),
    summary: Wording(
      en: "The date and time that a text spells; midnight where it spells a date alone.",
      zh: "文本所写的日期时间；只写日期则为零点。"),
    examples: [
      (#"date and time("2012-12-24T23:59:00")"#, #"@"2012-12-24T23:59:00""#),
      (#"date and time("2012-12-24")"#, #"@"2012-12-24T00:00:00""#),
      (#"date and time("2012-12-24T24:01:00")"#, "null"),
    ]
  ) { call in
    switch call[0] {
    case .dateTime: return call[0]
    case .date(let date): return .dateTime(DateTime(date, .midnight(in: .utc)))
    case .string(let text):
      if let moment = DateTime(text, zones: call.setting.zones) { return .dateTime(moment) }
      return CalendarDate(text).map { .dateTime(DateTime($0, .midnight())) }
        ?? call.null(.notADate)
    default: return call.null()
    }
  }

  private static let dateTimeOfDateAndTime = Builtin(
    "date and time", [.one("date", .date, .dateTime), .one("time", .time)], gives: .dateTime,
    summary: Wording(
      en: "A date, or the date of a date and time, joined with a time.",
      zh: "日期（或日期时间中的日期）与时间合成日期时间。"),
    examples: [
      (
        #"date and time(@"2012-12-24", @"23:59:00")"#, #"@"2012-12-24T23:59:00""#
      ),
      (
        #"date and time(@"2012-12-24T01:00:00Z", @"23:59:00+02:00")"#,
        #"@"2012-12-24T23:59:00+02:00""#
      ),
    ]
  ) { call in
    guard case .time(let time) = call[1] else { return call.null() }
    switch call[0] {
    case .date(let date): return .dateTime(DateTime(date, time))
    case .dateTime(let moment): return .dateTime(DateTime(moment.date, time))
    default: return call.null()
    }
  }

  private static let dateTimeOfParts = Builtin(
    "date and time",
    [
      .one("year", .number), .one("month", .number), .one("day", .number), .one("hour", .number),
      .one("minute", .number), .one("second", .number),
      .optional("offset", .dayTimeDuration, .string, .null),
    ], gives: .optional(.dateTime),
    summary: Wording(
      en:
        "The date and time of six numbers, with an offset from UTC or the name of a zone or neither.",
      zh: "由六个数组成日期时间，可带时差或时区名称。"),
    examples: [
      ("date and time(2012, 12, 24, 23, 59, 0)", #"@"2012-12-24T23:59:00""#),
      (
        #"date and time(2012, 12, 24, 23, 59, 0, @"-PT1H")"#, #"@"2012-12-24T23:59:00-01:00""#
      ),
    ]
  ) { call in
    guard let year = call.truncated(0), let month = call.truncated(1), let day = call.truncated(2),
      let date = CalendarDate(year: year, month: month, day: day),
      let zone = call.zone(at: 6), let time = call.time(from: 3, zone: zone)
    else { return call.null(.notADate) }
    return .dateTime(DateTime(date, time))
  }

  private static let now = Builtin(
    "now", [], gives: .optional(.dateTime),
    summary: Wording(
      en: "The moment of the clock that was given; null where there is none.",
      zh: "所给时钟的时刻；没有时钟则为空值。"),
    examples: []
  ) { call in
    call.setting.clock.map { .dateTime($0.now) } ?? call.null(.domainError)
  }
}

extension Call {
  /// The time of hour, minute and second at three arguments; a second may have a fraction.
  fileprivate func time(from index: Int, zone: Zone?) -> TimeOfDay? {
    guard let hour = truncated(index), let minute = truncated(index + 1),
      let second = number(index + 2), let whole = second.truncated.flatMap({ Int(exactly: $0) }),
      let fraction = second.subtracting(Number(whole))?.multiplied(by: Number(1_000_000_000)),
      let nanosecond = fraction.truncated.flatMap({ Int(exactly: $0) })
    else { return nil }
    return TimeOfDay(
      hour: hour, minute: minute, second: whole, nanosecond: nanosecond, zone: zone)
  }

  /// The zone that an argument gives as an offset or by name.
  ///
  /// - Returns: an inner `nil` where it was left out, an outer one where there is no such zone.
  fileprivate func zone(at index: Int) -> Zone?? {
    switch self[index] {
    case .null: return Zone??.some(.none)
    case .dayTimeDuration(let offset):
      guard offset.nanosecond == 0, offset.seconds.magnitude <= UInt64(Zone.greatestOffset)
      else { return nil }
      return .offset(seconds: Int32(offset.seconds))
    case .string(let name):
      guard let zone = setting.zones.zone(named: name) else { return nil }
      return .named(zone)
    default: return nil
    }
  }
}
