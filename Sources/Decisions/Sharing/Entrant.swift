package import Diagnostics
package import Values

/// One subject of a round, as a policy sees it.
package struct Entrant: Sendable {
  package let id: String
  /// Where the round, or a test, names it.
  package let place: Place?
  package let result: ResultValues
  /// The policy's own facts, in the order of `facts`.
  package let facts: [Value]
  /// By role, the subject that stands in it.
  package let parties: [String: String]

  package init(
    id: String, place: Place?, result: ResultValues, facts: [Value],
    parties: [String: String] = [:]
  ) {
    self.id = id
    self.place = place
    self.result = result
    self.facts = facts
    self.parties = parties
  }
}
