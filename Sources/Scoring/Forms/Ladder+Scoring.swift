import Diagnostics
import FEEL
import Rubrics
import Values

extension ScorePlan.Ladder {
  /// The points of the first rung that holds for a value, or the hull over those that may.
  func score(
    _ value: Value, _ working: inout Working, _ setting: FormSetting, _ tested: Int?
  ) throws(NumberTooLarge) -> FormResult {
    if case .tests = rungs.first?.test { return try test(value, &working, setting, tested) }
    switch NumberReading(value) {
    case .null(let reason): return .null(reason)
    case .number(let number):
      guard let rung = rung(for: number) else {
        return .null(NullReason(.noRuleMatched))
      }
      return try reached(rung, number, &working, setting)
    case .within(let interval, let mayBeNull):
      let range = try points(over: interval, setting)
      return setting.widened(setting.clipped(range), mayBeNull: mayBeNull)
    }
  }

  /// The hull over every rung that some number of the interval reaches, for they need not be monotone.
  func points(
    over interval: NumberInterval, _ setting: FormSetting
  ) throws(NumberTooLarge) -> ScoreRange {
    var hull: ScoreRange?
    var rest = Stretch()
    func take(
      _ rung: ScorePlan.Rung, _ stretch: Stretch
    ) throws(NumberTooLarge) {
      guard interval.meets(stretch) else { return }
      let range = try rung.points(over: interval, within: stretch, setting)
      hull = hull?.joined(range) ?? range
    }
    for rung in rungs {
      guard case .compares(let comparison, let threshold) = rung.test else { continue }
      try take(rung, rest.cut(comparison, threshold))
      rest = rest.cut(comparison.opposite, threshold)
    }
    if let otherwise { try take(otherwise, rest) }
    return hull ?? otherwise?.points.map { ScoreRange($0) } ?? setting.all
  }

  /// The points of the value that stands in a closed set.
  func choose(
    _ value: Value, _ working: inout Working, _ setting: FormSetting
  ) throws(NumberTooLarge) -> FormResult {
    switch value {
    case .null(let reason): return .null(reason)
    case .unknown(let unknown):
      let candidates: [Value]? =
        switch unknown.bounds.kind {
        case .oneOf(let values): values
        case .boolean: [.boolean(true), .boolean(false)]
        case .any, .number, .shaped: nil
        }
      let possible =
        candidates.map { $0.compactMap(rung(ofValue:)) } ?? rungs + [otherwise].compactMap(\.self)
      let points = possible.compactMap(\.points)
      guard let low = points.min(), let high = points.max() else { return .points(setting.all) }
      return setting.widened(
        setting.clipped(ScoreRange(low, high)), mayBeNull: unknown.bounds.mayBeNull)
    case .boolean, .number, .string, .date, .time, .dateTime, .dayTimeDuration,
      .yearMonthDuration, .list, .context, .range, .function:
      guard let rung = rung(ofValue: value) else { return .null(NullReason(.valueNotAllowed)) }
      return try reached(rung, .zero, &working, setting)
    }
  }

  private func rung(ofValue value: Value) -> ScorePlan.Rung? {
    rungs.first { rung in
      if case .equals(let one) = rung.test { one.isSame(as: value) } else { false }
    } ?? otherwise
  }

  /// Unary tests, of which exactly one holds.
  private func test(
    _ value: Value, _ working: inout Working, _ setting: FormSetting, _ tested: Int?
  ) throws(NumberTooLarge) -> FormResult {
    if case .null(let reason) = value { return .null(reason) }
    guard let tested else { return .null(NullReason(.noRuleMatched)) }
    working.slots[tested] = value
    defer { working.slots[tested] = .null }
    var open: [Number] = []
    for rung in rungs {
      guard case .tests(let plan) = rung.test else { continue }
      switch Holding(plan.run(working.slots)) {
      case .yes: return try reached(rung, .zero, &working, setting)
      case .open: open += [rung.points].compactMap(\.self)
      case .no, .null: break
      }
    }
    guard case .unknown(let unknown) = value, let low = open.min(), let high = open.max() else {
      return .null(NullReason(.noRuleMatched))
    }
    return setting.widened(
      setting.clipped(ScoreRange(low, high)), mayBeNull: unknown.bounds.mayBeNull)
  }

  private func reached(
    _ rung: ScorePlan.Rung, _ number: Number, _ working: inout Working, _ setting: FormSetting
  ) throws(NumberTooLarge) -> FormResult {
    let points = try rung.points(for: number)
    if let words = rung.says {
      working.note(
        .fired(words, points: ScoreRange(points), place: rung.place, line: rung.line))
    }
    return .points(setting.clipped(ScoreRange(points)))
  }
}

extension ScorePlan.Rung {
  fileprivate func points(for number: Number) throws(NumberTooLarge) -> Number {
    switch worth {
    case .points(let points): points
    case .paced(let paced): try paced.points(for: number)
    case .straight(let straight): try straight.points(for: number)
    case .itself, .ladder: number
    }
  }

  fileprivate func points(
    over interval: NumberInterval, within stretch: Stretch, _ setting: FormSetting
  ) throws(NumberTooLarge) -> ScoreRange {
    switch worth {
    case .points(let points): return ScoreRange(points)
    case .paced(let paced): return try paced.points(over: interval.cut(to: stretch), setting)
    case .straight(let straight):
      let part = interval.cut(to: stretch)
      return ScoreRange(
        try straight.points(for: part.low ?? straight.from),
        try straight.points(for: part.high ?? straight.to))
    case .itself, .ladder:
      let part = interval.cut(to: stretch)
      return ScoreRange(part.low ?? setting.least, part.high ?? setting.greatest)
    }
  }
}

extension Stretch {
  /// The part of it in which a comparison holds; it may be empty.
  fileprivate func cut(_ comparison: Operator.Comparison, _ number: Number) -> Stretch {
    var cut = self
    switch comparison {
    case .atLeast, .greater:
      let includes = comparison == .atLeast
      if let low, low > number || (low == number && !includesLow) { return self }
      (cut.low, cut.includesLow) = (number, includes)
    case .atMost, .less:
      let includes = comparison == .atMost
      if let high, high < number || (high == number && !includesHigh) { return self }
      (cut.high, cut.includesHigh) = (number, includes)
    case .equal:
      return cut.cut(.atLeast, number).cut(.atMost, number)
    // What a number leaves out of a stretch is no hole in the hull.
    case .unequal: return self
    }
    return cut
  }
}

extension NumberInterval {
  /// Its part in a stretch that it meets; an end of the stretch counts as its own.
  fileprivate func cut(to stretch: Stretch) -> NumberInterval {
    let low = stretch.low.map { mine in self.low.map { max($0, mine) } ?? mine } ?? self.low
    let high = stretch.high.map { mine in self.high.map { min($0, mine) } ?? mine } ?? self.high
    return NumberInterval(low, high, isWhole: isWhole)
  }
}
