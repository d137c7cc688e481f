/// What an unknown item becomes when the file is closed.
package enum Closing: String, Sendable, CaseIterable {
  case zero, drop
  /// What is beyond doubt counts: the least that the evidence leaves, of a deduction the least loss.
  case proved
  /// No score and no grade.
  case open
}
