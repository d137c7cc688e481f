package import Diagnostics
package import Values

/// An assessor's choice of a band and a value inside it, with a reason.
package struct Degree: Sendable {
  package struct Band: Sendable {
    package let id: String
    package let title: Wording?
    package let atLeast: Number
    package let place: Place
  }

  package let panel: Panel
  package let scale: Number
  /// Best first; half-open, the best includes `scale`.
  package let bands: [Band]
}

/// Assessors' marks on a described scale; earns points x (mark - low) / (high - low).
package struct Judge: Sendable {
  package struct Band: Sendable {
    package let atLeast: Number
    package let says: Wording
  }

  package let panel: Panel
  package let low: Number
  package let high: Number
  package let step: Number?
  package let bands: [Band]
}

package enum Combination: String, Sendable, CaseIterable {
  case mean, median, min, max
  case trimmedMean = "trimmed mean"
  /// All marks are the same.
  case consensus
}
