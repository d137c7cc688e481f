package import Diagnostics
package import Values

/// What one assessor gave for one item.
package struct AssessorMark: Sendable {
  package let by: String
  package let role: String
  package let date: String?
  package let value: Number
  /// The band chosen, for items judged by degree.
  package let band: String?
  package let reason: String?
  package let place: Place?

  package init(
    by: String, role: String, date: String? = nil, value: Number, band: String? = nil,
    reason: String? = nil, place: Place? = nil
  ) {
    self.by = by
    self.role = role
    self.date = date
    self.value = value
    self.band = band
    self.reason = reason
    self.place = place
  }

  func use(setAside: Wording? = nil) -> JudgementUse {
    JudgementUse(
      by: by, role: role, date: date, value: value, band: band, reason: reason, setAside: setAside)
  }
}
