/// Days to nanoseconds; the sign of `nanosecond` is that of `seconds` where both are not zero.
package struct DayTimeDuration: Sendable, Hashable {
  package let seconds: Int64
  package let nanosecond: Int32

  package static let zero = DayTimeDuration(seconds: 0)

  /// The parts may have any signs and sizes: they are added up, and kept within what 64 bits of
  /// seconds hold.
  package init(seconds: Int64, nanosecond: Int32 = 0) {
    let total = Int128(seconds) * 1_000_000_000 + Int128(nanosecond)
    let limit = Int128(Int64.max) * 1_000_000_000 + 999_999_999
    self.init(unchecked: min(max(total, -limit), limit))
  }

  /// - Returns: `nil` beyond 64 bits of seconds.
  package init?(nanoseconds: Int128) {
    guard (nanoseconds / 1_000_000_000).magnitude <= UInt128(Int64.max) else { return nil }
    self.init(unchecked: nanoseconds)
  }

  private init(unchecked nanoseconds: Int128) {
    seconds = Int64(nanoseconds / 1_000_000_000)
    nanosecond = Int32(nanoseconds % 1_000_000_000)
  }

  package var nanoseconds: Int128 {
    Int128(seconds) * 1_000_000_000 + Int128(nanosecond)
  }

  package var isNegative: Bool { seconds < 0 || nanosecond < 0 }

  package var negated: DayTimeDuration {
    DayTimeDuration(unchecked: -nanoseconds)
  }

  /// - Returns: `nil` beyond 64 bits of seconds.
  package func adding(_ other: DayTimeDuration) -> DayTimeDuration? {
    DayTimeDuration(nanoseconds: nanoseconds + other.nanoseconds)
  }

  /// Whole days without sign, and what is left of the other parts.
  package var parts: (days: UInt64, hours: Int, minutes: Int, seconds: Int, nanosecond: Int) {
    let whole = seconds.magnitude
    return (
      whole / 86_400, Int(whole / 3_600 % 24), Int(whole / 60 % 60), Int(whole % 60),
      Int(nanosecond.magnitude)
    )
  }
}

/// Years and months, which have no fixed length in days.
package struct YearMonthDuration: Sendable, Hashable {
  package let months: Int64

  package static let zero = YearMonthDuration(months: 0)

  /// The least 64-bit number has no opposite, and is moved by one.
  package init(months: Int64) {
    self.months = max(months, -Int64.max)
  }

  package var negated: YearMonthDuration { YearMonthDuration(months: -months) }

  /// - Returns: `nil` beyond 64 bits.
  package func adding(_ other: YearMonthDuration) -> YearMonthDuration? {
    let (sum, overflow) = months.addingReportingOverflow(other.months)
    return overflow ? nil : YearMonthDuration(months: sum)
  }

  /// Whole months from one date to another: a month is whole when its day is reached.
  package init(from start: CalendarDate, to end: CalendarDate) {
    var months =
      (Int64(end.year) - Int64(start.year)) * 12 + Int64(end.month) - Int64(start.month)
    if months > 0, end.day < start.day { months -= 1 }
    if months < 0, end.day > start.day { months += 1 }
    self.init(months: months)
  }
}

extension DayTimeDuration: Comparable {
  package static func < (left: DayTimeDuration, right: DayTimeDuration) -> Bool {
    left.nanoseconds < right.nanoseconds
  }
}

extension YearMonthDuration: Comparable {
  package static func < (left: YearMonthDuration, right: YearMonthDuration) -> Bool {
    left.months < right.months
  }
}

extension Number {
  /// An integer of up to 128 bits, rounded to 34 digits.
  package init(_ integer: Int128) {
    // 39 digits are far from the greatest decimal128: there is always a nearest one.
    self =
      Number.nearest(integer.magnitude, exponent: 0, isNegative: integer < 0) ?? .zero
  }

  /// The value without its fraction, as an integer; `nil` where it does not fit.
  package var truncated: Int128? {
    guard let whole = rounded(toScale: 0, .down)?.reduced else { return nil }
    guard whole.exponent <= PowerOfTen.greatest else { return nil }
    let (magnitude, overflow) =
      whole.coefficient.multipliedReportingOverflow(by: PowerOfTen[max(0, Int(whole.exponent))])
    guard !overflow, let integer = Int128(exactly: magnitude) else { return nil }
    return isNegative ? -integer : integer
  }
}
