import Values

/// Days in a row, both ends included.
struct DaySpan: Sendable, Equatable {
  let first: CalendarDate
  let last: CalendarDate

  /// More years than this are a slip of the pen.
  private static let mostYears = 100

  /// - Returns: `nil` where the last day is before the first, or more than a hundred years after it.
  init?(_ first: CalendarDate, _ last: CalendarDate) {
    guard first <= last, last.year - first.year < Self.mostYears else { return nil }
    self.first = first
    self.last = last
  }

  var years: ClosedRange<Int> { Int(first.year)...Int(last.year) }

  /// The days of a calendar year, counted from 1, that belong to it.
  func days(of year: Int) -> Range<Int> {
    guard years.contains(year) else { return 0..<0 }
    let start = year == Int(first.year) ? first.dayOfYear : 1
    let end = year == Int(last.year) ? last.dayOfYear : Self.dayCount(of: year)
    return start..<(end + 1)
  }

  static func dayCount(of year: Int) -> Int { CalendarDate.isLeap(year: year) ? 366 : 365 }

  /// How many days of a year belong to one of `spans` at least.
  static func covered(_ spans: [DaySpan], of year: Int) -> Int {
    var last = 0
    var count = 0
    let ranges = spans.map { $0.days(of: year) }.filter { !$0.isEmpty }
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      let start = max(range.lowerBound, last + 1)
      if range.upperBound > start { count += range.upperBound - start }
      last = max(last, range.upperBound - 1)
    }
    return count
  }
}
