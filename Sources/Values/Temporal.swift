/// A date of the proleptic Gregorian calendar, year -999,999,999 to 999,999,999.
package struct CalendarDate: Sendable, Hashable {
  package let year: Int32
  package let month: UInt8
  package let day: UInt8

  /// - Returns: `nil` where there is no such day.
  package init?(year: Int, month: Int, day: Int) {
    guard (-999_999_999...999_999_999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.dayCount(year: year, month: month)
    else { return nil }
    self.year = Int32(year)
    self.month = UInt8(month)
    self.day = UInt8(day)
  }

  package static func isLeap(year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  package static func dayCount(year: Int, month: Int) -> Int {
    switch month {
    case 2: isLeap(year: year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

/// Where a time counts from: a fixed offset of UTC or a zone of the IANA data base by name.
package enum Zone: Sendable, Hashable {
  case offset(seconds: Int32)
  case named(String)
}

/// A time of day, to the nanosecond, with a zone or without.
package struct TimeOfDay: Sendable, Hashable {
  package let hour: UInt8
  package let minute: UInt8
  package let second: UInt8
  package let nanosecond: Int32
  package let zone: Zone?

  /// - Returns: `nil` outside 00:00:00 to 23:59:59.999999999.
  package init?(hour: Int, minute: Int, second: Int, nanosecond: Int = 0, zone: Zone? = nil) {
    guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second),
      (0...999_999_999).contains(nanosecond)
    else { return nil }
    self.hour = UInt8(hour)
    self.minute = UInt8(minute)
    self.second = UInt8(second)
    self.nanosecond = Int32(nanosecond)
    self.zone = zone
  }
}

package struct DateTime: Sendable, Hashable {
  package let date: CalendarDate
  package let time: TimeOfDay

  package init(_ date: CalendarDate, _ time: TimeOfDay) {
    self.date = date
    self.time = time
  }
}

/// Days to nanoseconds; the sign of `nanosecond` is that of `seconds` where both are not zero.
package struct DayTimeDuration: Sendable, Hashable {
  package let seconds: Int64
  package let nanosecond: Int32

  package init(seconds: Int64, nanosecond: Int32 = 0) {
    self.seconds = seconds
    self.nanosecond = nanosecond
  }
}

package struct YearMonthDuration: Sendable, Hashable {
  package let months: Int64

  package init(months: Int64) {
    self.months = months
  }
}
