import FEEL
import Values

extension NumberRule {
  /// A test that asks only where the number of one cell lies.
  ///
  /// - Returns: `nil` where it asks anything else.
  init?(_ step: Step, isCell: (Step) -> Bool) {
    switch step.form {
    case .comparison(let comparison, let left, let right) where isCell(left):
      self.init(comparison, right)
    case .comparison(let comparison, let left, let right) where isCell(right):
      self.init(comparison.reversed, left)
    case .between(let tested, let low, let high):
      guard isCell(tested), let low = Self.number(low), let high = Self.number(high) else {
        return nil
      }
      self.init([Interval(low: low, high: high)])
    case .matching(let match) where isCell(match.input) && !match.isNegated:
      self.init(match)
    default: return nil
    }
  }

  private init?(_ comparison: Operator.Comparison, _ limit: Step) {
    if case .constant(.null) = limit.form {
      // A number is there.
      switch comparison {
      case .equal: self.init([])
      case .unequal: self.init([Interval()])
      case .less, .atMost, .greater, .atLeast: return nil
      }
      return
    }
    guard let limit = Self.number(limit) else { return nil }
    if comparison == .unequal {
      guard limit > .min, limit < .max else { return nil }
      self.init([Interval(high: limit - 1), Interval(low: limit + 1)])
    } else {
      guard let interval = Self.interval(comparison, limit) else { return nil }
      self.init([interval])
    }
  }
}
