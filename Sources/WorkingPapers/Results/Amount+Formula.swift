import Rubrics

extension Amount {
  /// What it comes to as a formula over its sources.
  func formula(
    _ source: (Source) throws(NoFormula) -> LiveRatio
  ) throws(NoFormula) -> LiveRatio {
    switch self {
    case .of(let one): return try source(one)
    case .plus(let left, let right): return try left.formula(source).plus(right.formula(source))
    case .minus(let left, let right): return try left.formula(source).minus(right.formula(source))
    case .over(let amount, let number): return try amount.formula(source).over(LiveRatio(number))
    case .clipped(let amount, let least, let greatest):
      var ratio = try amount.formula(source)
      if let least { ratio = try ratio.atLeast(LiveRatio(least)) }
      if let greatest { ratio = try ratio.atMost(LiveRatio(greatest)) }
      return ratio
    case .rounded(let amount, let rounding): return try amount.formula(source).rounded(rounding)
    }
  }
}
