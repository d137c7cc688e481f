/// How a section or the total is made of its parts.
package enum Combining: String, Sendable, CaseIterable {
  case sum = "sum of"
  /// The least share of full marks that a part has, scaled to the points of the whole.
  case worst = "worst of"
  case best = "best of"
}
