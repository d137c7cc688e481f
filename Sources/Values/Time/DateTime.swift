/// A moment as calendars and clocks show it.
package struct DateTime: Sendable, Hashable {
  package let date: CalendarDate
  package let time: TimeOfDay

  package init(_ date: CalendarDate, _ time: TimeOfDay) {
    self.date = date
    self.time = time
  }

  package var zone: Zone? { time.zone }

  /// The moment that a clock in `zone` shows so many seconds after 1970-01-01T00:00:00 on that clock.
  ///
  /// - Returns: `nil` outside the calendar.
  package init?(localSecond: Int, nanosecond: Int32 = 0, zone: Zone?) {
    guard let date = CalendarDate(dayNumber: localSecond.flooredQuotient(by: 86_400)) else {
      return nil
    }
    let second = localSecond.flooredRemainder(by: 86_400)
    self.date = date
    time = TimeOfDay(
      nanosecondOfDay: Int64(second) * 1_000_000_000 + Int64(nanosecond), zone: zone)
  }

  /// Seconds since 1970-01-01T00:00:00 on the same clock.
  package var localSecond: Int {
    date.dayNumber * 86_400 + time.secondOfDay
  }

  /// Seconds of the zone's clock before that of UTC, at this moment.
  ///
  /// - Returns: `nil` without a zone, and in a named zone whose rules are not known.
  package var offset: Int? {
    switch time.zone {
    case nil: nil
    case .offset(let seconds): Int(seconds)
    case .named(let zone): zone.offset(atLocalSecond: localSecond)
    }
  }

  /// Seconds since 1970-01-01T00:00:00Z; `nil` where the offset is not known.
  package var instant: Int? {
    offset.map { localSecond - $0 }
  }

  /// Later by so many months on the same clock.
  package func adding(months: Int) -> DateTime? {
    date.adding(months: months).map { DateTime($0, time) }
  }

  /// Later by a length of time; in a named zone the clock may have changed meanwhile.
  ///
  /// - Returns: `nil` outside the calendar.
  package func adding(_ duration: DayTimeDuration) -> DateTime? {
    let start = Int128(localSecond) * 1_000_000_000 + Int128(time.nanosecond)
    let end = start + duration.nanoseconds
    guard let second = Int(exactly: end.flooredQuotient(by: 1_000_000_000)) else { return nil }
    let nanosecond = Int32(end.flooredRemainder(by: 1_000_000_000))
    guard let local = DateTime(localSecond: second, nanosecond: nanosecond, zone: time.zone)
    else { return nil }
    guard case .named(let zone) = time.zone, let before = offset,
      let after = zone.offset(atInstant: second - before), after != before
    else { return local }
    return DateTime(localSecond: second - before + after, nanosecond: nanosecond, zone: time.zone)
  }
}
