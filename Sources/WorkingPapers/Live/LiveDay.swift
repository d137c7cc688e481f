import Values

/// Days as spreadsheets count them.
enum LiveDay {
  private static let first = CalendarDate(year: 1899, month: 12, day: 30)
  /// Before it programs disagree about a day that never was.
  private static let earliest = CalendarDate(year: 1900, month: 3, day: 1)

  /// The number of a day; `nil` before 1 March 1900.
  static func number(of date: CalendarDate) -> Int? {
    guard let first, let earliest, !(date < earliest) else { return nil }
    return date.dayNumber - first.dayNumber
  }
}
