package import Diagnostics
package import Values

/// What an assessor advises somebody to do, in words.
package struct Advice: Sendable {
  /// The role of a party (`town`), or the id of a subject; `nil`: the subject itself.
  package let to: String?
  /// The item that it bears on.
  package let item: String?
  package let says: Wording
  package let by: String
  package let role: String
  package let date: CalendarDate?
  package let place: Place
}
