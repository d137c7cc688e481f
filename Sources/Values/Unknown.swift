/// A value that evidence could still give: what is lacking, and the bounds of what it may be.
package final class Unknown: Sendable {
  package let bounds: Bounds
  /// What would have to be told to make the value known; each once, in order of first appearance.
  package let missing: [Missing]

  package init(_ bounds: Bounds, missing: [Missing]) {
    self.bounds = bounds
    self.missing = missing
  }
}

/// A set that holds every value that completed evidence could give.
package struct Bounds: Sendable {
  package enum Kind: Sendable {
    /// Nothing is known about the value.
    case any
    case boolean
    /// Both ends included; `nil` is without end. `isWhole` says that only integers can occur.
    case number(low: Number?, high: Number?, isWhole: Bool)
    /// One of these values; at least one.
    case oneOf([Value])
  }

  package let kind: Kind
  package let mayBeNull: Bool

  package init(_ kind: Kind, mayBeNull: Bool = false) {
    self.kind = kind
    self.mayBeNull = mayBeNull
  }

  package static let any = Bounds(.any, mayBeNull: true)
}

/// One thing that is not known, as reports name it. Holds no content of a cell.
package struct Missing: Sendable, Hashable {
  package enum Cause: String, Sendable {
    /// No value was given.
    case absent
    /// A cell holds something that does not fit its column.
    case unreadable
    /// A table file is missing.
    case noTable
    /// A document that the item lists is missing.
    case noDocument
    /// Nobody has judged yet.
    case notJudged
    /// A finding is alleged and not yet decided.
    case alleged
    /// Fewer answers than the survey asks for.
    case tooFewAnswers
    /// A null stands where a condition or points were expected.
    case nullResult
    /// A party of the round gave nothing.
    case noParty
  }

  /// The fact, table, document kind, item or finding, as the rubric names it.
  package let name: String
  package let cause: Cause
  /// `file:line (column)`, where there is a place.
  package let place: String?

  package init(_ name: String, _ cause: Cause, place: String? = nil) {
    self.name = name
    self.cause = cause
    self.place = place
  }
}
