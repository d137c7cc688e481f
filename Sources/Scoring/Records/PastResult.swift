package import Diagnostics
package import Values

/// An earlier result of the same subject.
package struct PastResult: Sendable {
  /// The id of the rubric that gave it; `nil`: whichever rubric asks.
  package let rubric: String?
  package let edition: String?
  package let period: String?
  package let grade: String?
  package let score: Number?
  /// When it was given.
  package let date: CalendarDate?
  /// The last day on which it is valid.
  package let until: CalendarDate?
  package let place: Place?

  package init(
    rubric: String? = nil, edition: String? = nil, period: String? = nil, grade: String?,
    score: Number? = nil, date: CalendarDate? = nil, until: CalendarDate? = nil,
    place: Place? = nil
  ) {
    self.rubric = rubric
    self.edition = edition
    self.period = period
    self.grade = grade
    self.score = score
    self.date = date
    self.until = until
    self.place = place
  }
}

extension [PastResult] {
  /// The results that `rubric` gave; one that names no rubric is anybody's.
  func given(by rubric: String) -> [PastResult] {
    filter { $0.rubric == nil || $0.rubric == rubric }
  }
}
