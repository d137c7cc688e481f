package import Diagnostics
package import Values

/// What one assessor said at one stage.
package struct Judgement: Sendable {
  package let by: String
  /// `self`, `panel`, `committee`, or what the rubric names.
  package let role: String
  package let stage: String?
  package let date: CalendarDate?
  /// Ties that the assessor declares; `who` is the assessor where nobody else is named.
  package let relations: [Relation]
  /// The assessor in whose place this one judges.
  package let standsInFor: String?
  package let marks: [Mark]
  /// Relative to the root of the bundle.
  package let file: String
  package let place: Place
}

/// An assessor's mark for one item.
package struct Mark: Sendable {
  package let item: String
  /// A mark on the item's scale.
  package let mark: Number?
  /// The band that was picked, by its id, and the value inside it.
  package let band: String?
  package let value: Number?
  /// As it was written, where it bears a percent sign: what that means is for the scale of the item to say.
  package let percentText: String?
  package let reason: String?
  package let place: Place
}

/// A mark, or marks, that somebody gave and that cannot be read.
package struct LostMark: Sendable {
  /// `nil`: any item.
  package let item: String?
  /// `nil`: any role.
  package let role: String?
  package let place: Place
}

/// A fault that somebody found or alleges.
package struct Finding: Sendable {
  package enum Status: String, Sendable, CaseIterable {
    case alleged, confirmed, dismissed
  }

  package let id: String
  /// The kind of fault, as rubrics name it.
  package let what: String
  /// The subject it is about; `nil` is the bundle's own.
  package let about: String?
  package let status: Status
  package let by: String?
  package let date: CalendarDate?
  package let citation: String?
  package let place: Place
}
