/// The part of a temporal value that a path names, such as `year`, `time offset` or `hours`.
///
/// - Returns: `nil` where values of its kind have no such part; null where this value lacks it.
/// - Source: DMN 1.5, table 65.
package func temporalProperty(of value: Value, named name: String) -> Value? {
  switch value {
  case .date(let date): property(of: date, named: name)
  case .time(let time): property(of: time, named: name, offset: time.zone?.fixedOffset)
  case .dateTime(let dateTime):
    property(of: dateTime.date, named: name)
      ?? property(of: dateTime.time, named: name, offset: dateTime.offset)
  case .dayTimeDuration(let duration): property(of: duration, named: name)
  case .yearMonthDuration(let duration): property(of: duration, named: name)
  default: nil
  }
}

private func property(of date: CalendarDate, named name: String) -> Value? {
  switch name {
  case "year": .number(Number(Int(date.year)))
  case "month": .number(Number(Int(date.month)))
  case "day": .number(Number(Int(date.day)))
  case "weekday": .number(Number(date.weekday))
  default: nil
  }
}

private func property(of time: TimeOfDay, named name: String, offset: Int?) -> Value? {
  switch name {
  case "hour": .number(Number(Int(time.hour)))
  case "minute": .number(Number(Int(time.minute)))
  case "second": .number(Number(Int(time.second)))
  case "time offset":
    offset.map { .dayTimeDuration(DayTimeDuration(seconds: Int64($0))) } ?? .null
  case "timezone": time.zone?.name.map { .string($0) } ?? .null
  default: nil
  }
}

private func property(of duration: DayTimeDuration, named name: String) -> Value? {
  let parts = duration.parts
  let number: Int? =
    switch name {
    case "days": Int(parts.days)
    case "hours": parts.hours
    case "minutes": parts.minutes
    case "seconds": parts.seconds
    default: nil
    }
  return number.map { .number(Number(duration.isNegative ? -$0 : $0)) }
}

private func property(of duration: YearMonthDuration, named name: String) -> Value? {
  switch name {
  case "years": .number(Number(Int(duration.months / 12)))
  case "months": .number(Number(Int(duration.months % 12)))
  default: nil
  }
}
