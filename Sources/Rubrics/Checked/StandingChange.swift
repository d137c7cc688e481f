/// What is left of a grade with its stars.
package enum StandingChange: Sendable {
  case atMost(Gate.Limit)
  /// So many lines further down, at most the last.
  case lower(Int)
}
