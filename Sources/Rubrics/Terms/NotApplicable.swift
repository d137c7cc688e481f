/// What happens to the points of what does not apply.
package enum NotApplicable: String, Sendable, CaseIterable {
  /// Leaves numerator and denominator.
  case drop
  case full
  /// The result is blocked: no score before it applies.
  case block
  /// The mean of the cohort, over those to whom it applies; only items have it.
  case cohortMean = "cohort mean"
}
