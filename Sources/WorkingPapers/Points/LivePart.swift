import Values

/// What one item or section gives to the sum around it, by the cells in which it stands.
struct LivePart {
  /// Whether it stands in the sum.
  let counts: Bool
  /// In the denominator, whether it counts or not.
  let full: Number
  let earned: LiveRatio
  /// What stands beside the quotient.
  var beside = LiveRatio.zero
}
