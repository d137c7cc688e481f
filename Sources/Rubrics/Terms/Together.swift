package import Diagnostics
package import FEEL
package import Values

/// Items whose rules are looked at together, and the quantity that they bound from below.
package struct Together: Sendable {
  package let id: String
  package let says: Wording?
  /// Ids of items.
  package let items: [String]
  /// What is true of every subject and stands in no item.
  package let given: [Plan]
  package let quantity: Plan
  /// The name of the fact in multiples of which the bound is told; `nil`: a plain number.
  package let unit: Int?
  package let place: Place

  /// The least quantity that full marks of all the items ask for: `factor x unit + constant`.
  package struct Bound: Sendable {
    package let factor: Number
    package let constant: Number
  }
}

/// A lint of this rubric that its author has seen, with the reason why it stands.
package struct Acceptance: Sendable {
  package let code: String
  /// What the lint names; `nil`: all that the code says of this rubric.
  package let name: String?
  package let reason: Wording
  package let place: Place
}
