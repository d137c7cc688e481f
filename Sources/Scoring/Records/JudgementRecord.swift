package import Diagnostics
package import Values

/// One paper that an assessor handed in: who, as what, at which stage, when, and how thoroughly.
package struct JudgementRecord: Sendable {
  package let by: String
  package let role: String
  package let stage: String?
  package let date: CalendarDate?
  /// How many items it marks.
  package let markCount: Int
  /// How many of its marks have a reason.
  package let reasonCount: Int
  package let file: String
  package let place: Place

  package init(
    by: String, role: String, stage: String?, date: CalendarDate?, markCount: Int,
    reasonCount: Int, file: String, place: Place
  ) {
    self.by = by
    self.role = role
    self.stage = stage
    self.date = date
    self.markCount = markCount
    self.reasonCount = reasonCount
    self.file = file
    self.place = place
  }
}
