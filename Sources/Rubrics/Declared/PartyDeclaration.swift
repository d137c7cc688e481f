package import Diagnostics
package import FEEL

/// Who stands in a role beside the subject, and by which rubric it is evaluated.
package struct PartyDeclaration: Sendable {
  package let role: String
  package let title: Wording?
  package let rubric: String
  /// Where there is such a party, by `operation`, which is its only slot; `nil`: always.
  package let when: Plan?
  package let place: Place
}
