/// How missing judgements and unknown items are treated.
package enum ScoringMode: String, Sendable, CaseIterable {
  /// Reads a station's own judgements; the score is an interval.
  case selfAssessment = "self"
  /// Ignores them and closes the file.
  case final
}
