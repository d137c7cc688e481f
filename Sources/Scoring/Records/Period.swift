package import Values

package struct Period: Sendable, Hashable {
  package let start: CalendarDate
  package let end: CalendarDate

  package init(_ start: CalendarDate, _ end: CalendarDate) {
    self.start = start
    self.end = end
  }
}

extension Period {
  func contains(_ date: CalendarDate) -> Bool {
    !date.isBefore(start) && !end.isBefore(date)
  }
}
