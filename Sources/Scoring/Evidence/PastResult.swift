package import Diagnostics
package import Values

/// An earlier result of the same subject.
package struct PastResult: Sendable {
  package let grade: String?
  package let score: Number?
  /// When it was given.
  package let date: CalendarDate?
  /// The last day on which it is valid.
  package let until: CalendarDate?
  package let place: Place?

  package init(
    grade: String?, score: Number? = nil, date: CalendarDate? = nil, until: CalendarDate? = nil,
    place: Place? = nil
  ) {
    self.grade = grade
    self.score = score
    self.date = date
    self.until = until
    self.place = place
  }
}
