extension Item {
  /// Its form looks at the cohort: nothing is known of it before everybody is scored.
  package var looksAtCohort: Bool { isCompared }

  /// Its points may come from a comparison, so that no other comparison may look at it.
  package var isOfSecondPass: Bool {
    isCompared || otherwise == .cohortMean || excuse?.then == .cohortMean
  }
}
