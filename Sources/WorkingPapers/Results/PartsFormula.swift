import Rubrics
import Values

/// How parts come together to what a section, or the sections, earn.
struct PartsFormula {
  let parts: [LivePart]
  let combining: Combining

  private var counted: [LivePart] { parts.filter { $0.counts && $0.full.isPositive } }

  /// All points of the parts, whether they count or not.
  func possible() throws(NoFormula) -> Number {
    guard let sum = Number.sum(parts.map(\.full)) else { throw NoFormula(.tooManyDigits) }
    return sum
  }

  func formula(of amount: Amount) throws(NoFormula) -> LiveRatio {
    try amount.formula { source throws(NoFormula) in
      switch source {
      case .quotient(let points?): return try quotient(to: points)
      case .quotient(nil): return try quotient(to: try possible())
      case .beside: return try .sum(parts.filter(\.counts).map(\.beside))
      case .sections, .extras, .bonus, .losses, .formula: throw .form
      }
    }
  }

  /// Earned and applicable points, kept apart.
  func quotient() throws(NoFormula) -> (earned: LiveRatio, applicable: LiveRatio)? {
    guard !counted.isEmpty else { return nil }
    switch combining {
    case .sum:
      var points = LiveRatio.zero
      for part in counted { points = try points.plus(LiveRatio(part.full)) }
      return (try .sum(counted.map(\.earned)), points)
    case .worst, .best:
      var found = (earned: counted[0].earned, applicable: try LiveRatio(counted[0].full))
      for part in counted.dropFirst() {
        let full = try LiveRatio(part.full)
        let mine = try part.earned.times(found.applicable)
        let theirs = try found.earned.times(full)
        let isFarther =
          combining == .worst ? try theirs.isAbove(mine) : try mine.isAbove(theirs)
        found = (
          try part.earned.chosen(if: isFarther, else: found.earned),
          try full.chosen(if: isFarther, else: found.applicable)
        )
      }
      return found
    }
  }

  /// `points` x earned / applicable; nothing of nothing.
  private func quotient(to points: Number) throws(NoFormula) -> LiveRatio {
    guard let (earned, applicable) = try quotient() else { return .zero }
    let all = try LiveRatio(points)
    if applicable.above.isLiteral, applicable.below.isLiteral {
      // In lowest terms, so that sums of several stay short.
      let top = try all.above.times(applicable.below).value
      let bottom = try applicable.above.times(all.below).value
      guard bottom > 0 else { throw NoFormula(.divisorNotPositive) }
      let shared = max(1, LiveRatio.greatestDivisor(top, bottom))
      let factor = LiveRatio(.literal(top / shared), over: .literal(bottom / shared))
      return try earned.times(factor)
    }
    return try all.times(earned).over(applicable)
  }
}
