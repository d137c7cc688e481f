import Rubrics
import Values

extension PointScale {
  /// The points of one number, told as a quotient so that it is divided once.
  func points(for mean: Quotient, _ setting: FormSetting) throws(NumberTooLarge) -> Number {
    switch self {
    case .steps(let lines, let otherwise):
      for line in lines {
        if try mean.earned >= line.threshold.times(mean.applicable) { return line.points }
      }
      return otherwise
    case .linear(let zeroAt, let fullAt):
      // points x (sum - n x zero) / (n x (full - zero)): multiplied first, divided once.
      let above = try mean.earned.minus(mean.applicable.times(zeroAt))
      let width = try mean.applicable.times(fullAt.minus(zeroAt))
      guard !width.isZero else { return .zero }
      let points = try setting.item.points.times(above).over(width)
      return min(setting.greatest, max(setting.least, points))
    }
  }

  /// The points that numbers from `low` to `high` give; `nil` is without end.
  func points(
    from low: Quotient?, to high: Quotient?, _ setting: FormSetting
  ) throws(NumberTooLarge) -> ScoreRange {
    if let low, let high, low.earned == high.earned, low.applicable == high.applicable {
      return setting.clipped(ScoreRange(try points(for: low, setting)))
    }
    var ends: [Number] = []
    if let low { ends.append(try points(for: low, setting)) }
    if let high { ends.append(try points(for: high, setting)) }
    var hull: ScoreRange
    switch self {
    case .linear:
      guard ends.count == 2 else { return setting.all }
      hull = ScoreRange(ends[0], ends[1])
    case .steps(let lines, let otherwise):
      // Lines need not rise with their thresholds.
      let ladder = ScorePlan.Ladder(lines, .atLeast, otherwise: otherwise)
      hull = try ladder.points(over: NumberInterval(try low?.share, try high?.share), setting)
      for end in ends { hull = hull.joined(ScoreRange(end)) }
    }
    return setting.clipped(hull)
  }
}
