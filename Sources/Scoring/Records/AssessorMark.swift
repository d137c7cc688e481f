package import Diagnostics
package import Values

/// A mark that was given and cannot be read, so that nobody knows what the others come to with it.
package struct LostMark: Sendable {
  /// `nil`: any item.
  package let item: String?
  /// `nil`: any role.
  package let role: String?
  package let place: Place
  /// It can be read, but under names that may be one assessor's or those of two.
  package let isOfDoubtfulName: Bool

  package init(item: String?, role: String?, place: Place, isOfDoubtfulName: Bool = false) {
    self.item = item
    self.role = role
    self.place = place
    self.isOfDoubtfulName = isOfDoubtfulName
  }
}

/// What one assessor gave for one item.
package struct AssessorMark: Sendable {
  package let by: String
  package let role: String
  /// The id of the stage at which it was given.
  package let stage: String?
  package let date: String?
  package let value: Number
  /// As it was written, where it bears a percent sign.
  let percentText: String?
  /// The band chosen, for items judged by degree.
  package let band: String?
  package let reason: String?
  /// The assessor in whose place this one judges.
  package let standsInFor: String?
  package let place: Place?

  package init(
    by: String, role: String, stage: String? = nil, date: String? = nil, value: Number,
    percentText: String? = nil, band: String? = nil, reason: String? = nil,
    standsInFor: String? = nil, place: Place? = nil
  ) {
    self.percentText = percentText
    self.standsInFor = standsInFor
    self.by = by
    self.role = role
    self.stage = stage
    self.date = date
    self.value = value
    self.band = band
    self.reason = reason
    self.place = place
  }

  func use(setAside: Wording? = nil) -> JudgementUse {
    JudgementUse(
      by: by, role: role, stage: stage, date: date, value: value, band: band, reason: reason,
      standsInFor: standsInFor, setAside: setAside)
  }
}
