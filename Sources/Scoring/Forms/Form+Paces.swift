import Diagnostics
import FEEL
import Rubrics
import Values

extension Pace {
  /// Points for so many units: full ones, started ones, or exactly.
  func points(for amount: Number) throws(NumberTooLarge) -> Number {
    guard every.isPositive, amount.isPositive else { return .zero }
    let whole: Number?
    switch units {
    case .exact: return try points.times(amount).over(every)
    case .full: whole = amount.roundedToMultiple(of: every, .floor)
    case .started: whole = amount.roundedToMultiple(of: every, .ceiling)
    }
    guard let whole else { throw NumberTooLarge() }
    return try whole.over(every).times(points)
  }
}

extension Each {
  func score(_ working: inout Working, _ setting: FormSetting) throws(NumberTooLarge) -> FormResult
  {
    switch NumberReading(setting.value(of: value, &working)) {
    case .null(let reason): return .null(reason)
    case .number(let number):
      let points = min(cap, try points(for: number))
      working.note(
        .fired(
          number < baseAt ? .belowBase : .eachCounted(self), points: ScoreRange(points), place: nil)
      )
      return .points(setting.clipped(ScoreRange(points)))
    case .within(let interval, let mayBeNull):
      var reached: [Number] = []
      if interval.meets(Stretch(high: baseAt, includesHigh: false)) { reached.append(belowBase) }
      if interval.meets(Stretch(low: baseAt)) {
        let first = NumberInterval(
          max(interval.low ?? baseAt, baseAt), interval.high, isWhole: interval.isWhole)
        reached.append(min(cap, try points(for: first.low ?? baseAt)))
        if let last = interval.high {
          reached.append(min(cap, try points(for: last)))
        } else {
          reached.append(step.points.isNegative ? setting.least : cap)
        }
      }
      let range = ScoreRange(reached.min() ?? .zero, reached.max() ?? cap)
      return setting.widened(setting.clipped(range), mayBeNull: mayBeNull)
    }
  }

  private func points(for number: Number) throws(NumberTooLarge) -> Number {
    if number < baseAt { return belowBase }
    return try basePoints.plus(step.points(for: number.minus(baseAt)))
  }
}

extension Lose {
  /// Points left of full marks; in a deduction the loss itself.
  func score(_ working: inout Working, _ setting: FormSetting) throws(NumberTooLarge) -> FormResult
  {
    switch NumberReading(setting.value(of: value, &working)) {
    case .null(let reason): return .null(reason)
    case .number(let number):
      let points = try result(of: number, setting)
      working.note(.fired(.lost(self), points: ScoreRange(points), place: nil))
      return .points(setting.clipped(ScoreRange(points)))
    case .within(let interval, let mayBeNull):
      // Each further unit costs, or costs nothing: the ends of the interval are the extremes.
      let first = try result(of: interval.low ?? .zero, setting)
      let last: Number
      if let high = interval.high {
        last = try result(of: high, setting)
      } else if setting.isDeduction {
        last = setting.greatest
      } else {
        last = allFrom == nil ? min(floor, setting.greatest) : .zero
      }
      return setting.widened(setting.clipped(ScoreRange(first, last)), mayBeNull: mayBeNull)
    }
  }

  private func result(of number: Number, _ setting: FormSetting) throws(NumberTooLarge) -> Number {
    if let allFrom, number >= allFrom { return setting.isDeduction ? setting.greatest : .zero }
    let loss = try step.points(for: number.minus(free))
    if setting.isDeduction { return loss }
    return max(floor, try setting.greatest.minus(loss))
  }
}
