import Diagnostics
import FEEL
import Rubrics
import Values

/// The meaning of a plan for one subject: exact where all is known, else the hull of what completed evidence could give.
extension ScorePlan {
  /// The points of a subject; `tested` is the slot that unary tests look at.
  func score(
    _ working: inout Working, _ setting: FormSetting, tested: Int?
  ) throws(NumberTooLarge) -> FormResult {
    guard let ifEmpty else { return try scoreQuantity(&working, setting, tested) }
    return try ifEmpty.score(&working, setting) { working throws(NumberTooLarge) in
      try scoreQuantity(&working, setting, tested)
    }
  }

  private func scoreQuantity(
    _ working: inout Working, _ setting: FormSetting, _ tested: Int?
  ) throws(NumberTooLarge) -> FormResult {
    switch quantity {
    case .number(let plan):
      return try score(setting.value(of: plan, &working), &working, setting, tested)
    case .truth(let plan):
      let value = working.value(of: plan)
      switch value {
      case .boolean, .unknown, .null: return try choose(value, &working, setting)
      case .number, .string, .date, .time, .dateTime, .dayTimeDuration, .yearMonthDuration, .list,
        .context, .range, .function:
        return .null(NullReason(.conditionNotBoolean))
      }
    case .choice(let plan):
      return try choose(working.value(of: plan), &working, setting)
    case .table(let table):
      let (value, fired) = working.value(of: table.plan)
      working.note(fired, of: table)
      return try score(setting.filled(value, &working), &working, setting, tested)
    case .held(let terms):
      return try terms.score(worth, &working, setting)
    case .given:
      return .null(NullReason(.noRuleMatched))
    }
  }

  private func choose(
    _ value: Value, _ working: inout Working, _ setting: FormSetting
  ) throws(NumberTooLarge) -> FormResult {
    guard case .ladder(let ladder) = worth else { return .null(NullReason(.noRuleMatched)) }
    return try ladder.choose(value, &working, setting)
  }

  private func score(
    _ value: Value, _ working: inout Working, _ setting: FormSetting, _ tested: Int?
  ) throws(NumberTooLarge) -> FormResult {
    switch worth {
    case .itself: return setting.clamped(NumberReading(value), &working)
    case .points(let points): return .points(setting.clipped(ScoreRange(points)))
    case .paced(let paced):
      return try setting.score(NumberReading(value)) { interval throws(NumberTooLarge) in
        try paced.points(over: interval, setting)
      }
    case .straight(let straight):
      return try setting.score(NumberReading(value)) { interval throws(NumberTooLarge) in
        ScoreRange(
          try straight.points(for: interval.low ?? straight.from),
          try straight.points(for: interval.high ?? straight.to))
      }
    case .ladder(let ladder):
      return try ladder.score(value, &working, setting, tested)
    }
  }
}

extension FormSetting {
  /// The number itself, kept within the least and the greatest points.
  fileprivate func clamped(_ reading: NumberReading, _ working: inout Working) -> FormResult {
    switch reading {
    case .null(let reason): return .null(reason)
    case .number(let number):
      let points = clipped(ScoreRange(number))
      if points != ScoreRange(number) {
        working.note(.fired(.clamped(to: all), points: points, place: nil))
      }
      return .points(points)
    case .within(let interval, let mayBeNull):
      let range = ScoreRange(interval.low ?? least, interval.high ?? greatest)
      return widened(clipped(range), mayBeNull: mayBeNull)
    }
  }

  /// What `points` gives for an interval, or for a number as one.
  fileprivate func score(
    _ reading: NumberReading,
    _ points: (NumberInterval) throws(NumberTooLarge) -> ScoreRange
  ) throws(NumberTooLarge) -> FormResult {
    switch reading {
    case .null(let reason): return .null(reason)
    case .number(let number):
      return .points(clipped(try points(NumberInterval(number, number))))
    case .within(let interval, let mayBeNull):
      return widened(clipped(try points(interval)), mayBeNull: mayBeNull)
    }
  }
}

extension PacedPoints {
  /// Each further unit gives as much as the one before, or nothing: the ends of the interval are the extremes.
  func points(
    over interval: NumberInterval, _ setting: FormSetting
  ) throws(NumberTooLarge) -> ScoreRange {
    let first = try interval.low.map(points(for:)) ?? limited(base)
    let last: Number
    if let high = interval.high {
      last = try points(for: high)
    } else if pace.points.isNegative {
      last = costs ? setting.greatest : setting.least
    } else {
      last = limit ?? (costs ? setting.least : setting.greatest)
    }
    return ScoreRange(first, last)
  }
}

extension ScorePlan.Terms {
  /// The sum of the weights of those that hold, and what it is worth.
  func score(
    _ worth: ScorePlan.Worth, _ working: inout Working, _ setting: FormSetting
  ) throws(NumberTooLarge) -> FormResult {
    var ranges: [ScoreRange] = [.zero]
    for (number, term) in terms.enumerated() {
      let holding = Holding(working.value(of: term.when))
      let range: ScoreRange
      switch holding {
      case .yes: range = ScoreRange(term.weight)
      case .no: range = .zero
      case .null where arePoints && setting.item.whenNull == .zero: range = .zero
      case .null(let reason):
        working.lack([term.when.nullResult(for: setting.item.id, reason)])
        range = ScoreRange(.zero, term.weight)
      case .open: range = ScoreRange(.zero, term.weight)
      }
      working.note(
        .fired(
          .part(term.says, holding), points: arePoints ? range : nil, place: term.place,
          line: holding.isYes ? number : nil))
      ranges.append(range)
    }
    let sum = try ScoreRange.total(ranges)
    guard case .ladder(let ladder) = worth else { return .points(setting.clipped(sum)) }
    let points = try ladder.points(over: NumberInterval(sum.low, sum.high, isWhole: true), setting)
    working.note(.fired(.tallied(sum, of: terms.count), points: points, place: nil))
    return .points(setting.clipped(points))
  }
}
