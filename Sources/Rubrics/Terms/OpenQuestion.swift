package import Diagnostics

/// What a rule leaves open until whoever issued it has answered: in `to confirm` of a rubric or of an item.
package struct OpenQuestion: Sendable {
  /// The id of the item; `nil`: the rubric as a whole.
  package let item: String?
  package let says: Wording
  package let place: Place
}
