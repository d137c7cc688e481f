/// A date of the proleptic Gregorian calendar, year -999,999,999 to 999,999,999.
package struct CalendarDate: Sendable, Hashable {
  package let year: Int32
  package let month: UInt8
  package let day: UInt8

  static let years = -999_999_999...999_999_999

  /// - Returns: `nil` where there is no such day.
  package init?(year: Int, month: Int, day: Int) {
    guard Self.years.contains(year), (1...12).contains(month), day >= 1,
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

extension CalendarDate: Comparable {
  package static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}

extension CalendarDate {
  // Years are counted from March, so that the leap day is the last of its year; 400 of them have
  // 146,097 days; 0000-03-01 is 719,468 days before 1970-01-01.
  private static let eraDays = 146_097
  private static let eraStart = 719_468

  /// Days since 1970-01-01, negative before it.
  package var dayNumber: Int {
    let shifted = Int(year) - (month <= 2 ? 1 : 0)
    let era = shifted.flooredQuotient(by: 400)
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * ((Int(month) + 9) % 12) + 2) / 5 + Int(day) - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * Self.eraDays + dayOfEra - Self.eraStart
  }

  /// The date so many days after 1970-01-01; `nil` outside the calendar.
  package init?(dayNumber: Int) {
    let limit = 400_000_000_000
    guard (-limit...limit).contains(dayNumber) else { return nil }
    let days = dayNumber + Self.eraStart
    let era = days.flooredQuotient(by: Self.eraDays)
    let dayOfEra = days - era * Self.eraDays
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// 1 for Monday to 7 for Sunday.
  package var weekday: Int {
    // 1970-01-01 was a Thursday.
    (dayNumber + 3).flooredRemainder(by: 7) + 1
  }

  /// 1 to 366.
  package var dayOfYear: Int {
    (1..<Int(month)).reduce(Int(day)) { $0 + Self.dayCount(year: Int(year), month: $1) }
  }

  /// The number of the week, 1 to 53, in the year that has most of its days.
  ///
  /// - Source: ISO 8601.
  package var weekOfYear: Int {
    // The week belongs to the year of its Thursday.
    let thursday = dayNumber + 4 - weekday
    guard let date = CalendarDate(dayNumber: thursday) else { return 1 }
    return (date.dayOfYear - 1) / 7 + 1
  }

  /// The same day so many months later, or the last day of that month where it is shorter.
  ///
  /// - Returns: `nil` outside the calendar.
  package func adding(months: Int) -> CalendarDate? {
    let (total, overflow) = (Int(year) * 12 + Int(month) - 1).addingReportingOverflow(months)
    guard !overflow else { return nil }
    let (year, month) = (total.flooredQuotient(by: 12), total.flooredRemainder(by: 12) + 1)
    guard Self.years.contains(year) else { return nil }
    return CalendarDate(
      year: year, month: month, day: min(Int(day), Self.dayCount(year: year, month: month)))
  }

  /// The last day of a term of so many months that begins on this day.
  ///
  ///     from 28 January one month ends on 27 February, from 29, 30 and 31 January on its last day
  ///
  /// - Returns: `nil` outside the calendar.
  /// - Source: Civil Code of the People's Republic of China, article 202: a term ends on the corresponding day, or on
  ///   the last day of the month where there is none. The day it begins on counts, so it ends the day before the
  ///   corresponding one.
  package func lastDay(ofMonths months: Int) -> CalendarDate? {
    guard let end = adding(months: months) else { return nil }
    return end.day == day ? end.adding(days: -1) : end
  }

  /// - Returns: `nil` outside the calendar.
  package func adding(days: Int) -> CalendarDate? {
    let (number, overflow) = dayNumber.addingReportingOverflow(days)
    return overflow ? nil : CalendarDate(dayNumber: number)
  }
}

extension BinaryInteger {
  /// Towards less; the divisor is greater than zero.
  func flooredQuotient(by divisor: Self) -> Self {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }

  /// From zero to the divisor; the divisor is greater than zero.
  func flooredRemainder(by divisor: Self) -> Self {
    let remainder = self % divisor
    return remainder < 0 ? remainder + divisor : remainder
  }
}
