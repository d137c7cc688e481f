/// `left + right` where one of them at least is a date, a time or a duration.
///
/// - Returns: null with a reason where FEEL has no such sum.
/// - Source: DMN 1.5, clause 10.3.2.4 and table 53.
package func temporalSum(_ left: Value, _ right: Value) -> Value {
  switch (left, right) {
  case (.dayTimeDuration(let first), .dayTimeDuration(let second)):
    .duration(first.adding(second), "+")
  case (.yearMonthDuration(let first), .yearMonthDuration(let second)):
    .duration(first.adding(second), "+")
  case (_, .dayTimeDuration(let duration)): moved(left, by: duration, "+")
  case (_, .yearMonthDuration(let duration)): moved(left, by: duration, "+")
  case (.dayTimeDuration(let duration), _): moved(right, by: duration, "+")
  case (.yearMonthDuration(let duration), _): moved(right, by: duration, "+")
  default: .unlike("+")
  }
}

/// `left - right` where one of them at least is a date, a time or a duration.
///
/// - Returns: null with a reason where FEEL has no such difference.
/// - Source: DMN 1.5, clause 10.3.2.4 and table 53.
package func temporalDifference(_ left: Value, _ right: Value) -> Value {
  switch (left, right) {
  case (.dayTimeDuration(let first), .dayTimeDuration(let second)):
    return .duration(first.adding(second.negated), "-")
  case (.yearMonthDuration(let first), .yearMonthDuration(let second)):
    return .duration(first.adding(second.negated), "-")
  case (_, .dayTimeDuration(let duration)): return moved(left, by: duration.negated, "-")
  case (_, .yearMonthDuration(let duration)): return moved(left, by: duration.negated, "-")
  case (.time(let first), .time(let second)):
    guard let offset = clockDifference(first.zone, second.zone) else { return .unlike("-") }
    let seconds = Int128(first.nanosecondOfDay) - Int128(second.nanosecondOfDay)
    return .duration(
      DayTimeDuration(nanoseconds: seconds - Int128(offset) * 1_000_000_000), "-")
  default:
    guard let first = moment(left), let second = moment(right),
      let seconds = secondsBetween(second, first)
    else { return .unlike("-") }
    let nanoseconds =
      Int128(seconds) * 1_000_000_000
      + Int128(first.time.nanosecond) - Int128(second.time.nanosecond)
    return .duration(DayTimeDuration(nanoseconds: nanoseconds), "-")
  }
}

/// `left * right` where one is a duration and the other a number; months lose their fraction.
///
/// - Returns: null with a reason where FEEL has no such product.
package func temporalProduct(_ left: Value, _ right: Value) -> Value {
  switch (left, right) {
  case (.dayTimeDuration(let duration), .number(let factor)),
    (.number(let factor), .dayTimeDuration(let duration)):
    .dayTime(Number(duration.nanoseconds).multiplied(by: factor), "*")
  case (.yearMonthDuration(let duration), .number(let factor)),
    (.number(let factor), .yearMonthDuration(let duration)):
    .yearMonth(Number(Int128(duration.months)).multiplied(by: factor), "*")
  default: .unlike("*")
  }
}

/// `left / right` where the left side is a duration, and the right one a number or a duration of its kind.
///
/// - Returns: null with a reason where FEEL has no such quotient.
package func temporalQuotient(_ left: Value, _ right: Value) -> Value {
  switch (left, right) {
  case (.dayTimeDuration, .number(let divisor)) where divisor.isZero,
    (.yearMonthDuration, .number(let divisor)) where divisor.isZero:
    .null(NullReason(.divisionByZero, "/"))
  case (.dayTimeDuration(let duration), .number(let divisor)):
    .dayTime(Number(duration.nanoseconds).divided(by: divisor), "/")
  case (.yearMonthDuration(let duration), .number(let divisor)):
    .yearMonth(Number(Int128(duration.months)).divided(by: divisor), "/")
  case (.dayTimeDuration(let first), .dayTimeDuration(let second)):
    ratio(first.nanoseconds, second.nanoseconds)
  case (.yearMonthDuration(let first), .yearMonthDuration(let second)):
    ratio(Int128(first.months), Int128(second.months))
  default: .unlike("/")
  }
}

/// `-value` for a duration.
package func temporalNegation(_ value: Value) -> Value {
  switch value {
  case .dayTimeDuration(let duration): .dayTimeDuration(duration.negated)
  case .yearMonthDuration(let duration): .yearMonthDuration(duration.negated)
  default: .unlike("-")
  }
}

extension Value {
  fileprivate static func unlike(_ sign: String) -> Value {
    .null(NullReason(.wrongType, sign))
  }

  fileprivate static func tooLarge(_ sign: String) -> Value {
    .null(NullReason(.numberTooLarge, sign))
  }

  fileprivate static func duration(_ duration: DayTimeDuration?, _ sign: String) -> Value {
    duration.map { .dayTimeDuration($0) } ?? tooLarge(sign)
  }

  fileprivate static func duration(_ duration: YearMonthDuration?, _ sign: String) -> Value {
    duration.map { .yearMonthDuration($0) } ?? tooLarge(sign)
  }

  /// The length nearest to a number of nanoseconds.
  fileprivate static func dayTime(_ nanoseconds: Number?, _ sign: String) -> Value {
    duration(
      nanoseconds?.rounded(toScale: 0, .halfEven)?.truncated
        .flatMap { DayTimeDuration(nanoseconds: $0) }, sign)
  }

  fileprivate static func yearMonth(_ months: Number?, _ sign: String) -> Value {
    duration(
      months?.truncated.flatMap { Int64(exactly: $0) }.map { YearMonthDuration(months: $0) }, sign)
  }
}

private func ratio(_ left: Int128, _ right: Int128) -> Value {
  if right == 0 { return .null(NullReason(.divisionByZero, "/")) }
  return Number(left).divided(by: Number(right)).map { .number($0) } ?? .tooLarge("/")
}

private func moved(_ value: Value, by duration: DayTimeDuration, _ sign: String) -> Value {
  switch value {
  case .date(let date):
    DateTime(date, .midnight()).adding(duration).map { .date($0.date) } ?? .tooLarge(sign)
  case .dateTime(let dateTime):
    dateTime.adding(duration).map { .dateTime($0) } ?? .tooLarge(sign)
  case .time(let time): .time(time.adding(duration))
  default: .unlike(sign)
  }
}

private func moved(_ value: Value, by duration: YearMonthDuration, _ sign: String) -> Value {
  switch value {
  case .date(let date):
    date.adding(months: Int(duration.months)).map { .date($0) } ?? .tooLarge(sign)
  case .dateTime(let dateTime):
    dateTime.adding(months: Int(duration.months)).map { .dateTime($0) } ?? .tooLarge(sign)
  default: .unlike(sign)
  }
}

/// A date stands for its midnight in UTC.
private func moment(_ value: Value) -> DateTime? {
  switch value {
  case .date(let date): DateTime(date, .midnight(in: .utc))
  case .dateTime(let dateTime): dateTime
  default: nil
  }
}

/// Whole seconds, without the fractions; `nil` between a local time and one with a zone.
func secondsBetween(_ start: DateTime, _ end: DateTime) -> Int? {
  if let first = start.instant, let last = end.instant { return last - first }
  // Within a zone whose rules are not known, and without zones, clocks are compared as they stand.
  return start.zone == end.zone ? end.localSecond - start.localSecond : nil
}

/// Seconds that the first clock is before the second; `nil` where that is not known without a date.
func clockDifference(_ first: Zone?, _ second: Zone?) -> Int? {
  if first == second { return 0 }
  guard let left = first?.fixedOffset, let right = second?.fixedOffset else { return nil }
  return left - right
}

extension Zone {
  /// The offset where it is the same all the time.
  var fixedOffset: Int? {
    switch self {
    case .offset(let seconds): Int(seconds)
    case .named(let zone): zone.fixedOffset
    }
  }
}
