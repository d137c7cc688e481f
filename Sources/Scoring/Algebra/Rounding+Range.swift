import Rubrics
import Values

extension Rounding {
  func apply(to range: ScoreRange) throws(NumberTooLarge) -> ScoreRange {
    guard let low = apply(to: range.low), let high = apply(to: range.high) else {
      throw NumberTooLarge()
    }
    return ScoreRange(low, high)
  }
}
