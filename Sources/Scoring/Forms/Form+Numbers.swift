import Diagnostics
import FEEL
import Rubrics
import Values

extension Steps {
  func score(_ working: inout Working, _ setting: FormSetting) -> FormResult {
    switch NumberReading(setting.value(of: value, &working)) {
    case .null(let reason): return .null(reason)
    case .number(let number):
      let reached = lines.firstIndex { direction.holds(number, $0.threshold) }
      let line = reached.map { lines[$0] }
      let points = line?.points ?? otherwise
      working.note(
        .fired(
          .stepReached(line.map { (direction, $0.threshold) }), points: ScoreRange(points),
          place: line?.place, line: reached ?? lines.count))
      return .points(setting.clipped(ScoreRange(points)))
    case .within(let interval, let mayBeNull):
      let range = Steps.points(lines, direction, otherwise, over: interval)
      return setting.widened(setting.clipped(range), mayBeNull: mayBeNull)
    }
  }

  /// The hull over every line that some number of the interval reaches, for they need not be monotone.
  static func points(
    _ lines: [Line], _ direction: Direction, _ otherwise: Number, over interval: NumberInterval
  ) -> ScoreRange {
    var reached: [Number] = []
    var stricter: Number?
    for (threshold, points) in lines.map({ ($0.threshold as Number?, $0.points) })
      + [(nil, otherwise)]
    {
      if interval.meets(direction.stretch(from: threshold, below: stricter)) {
        reached.append(points)
      }
      stricter = threshold
    }
    return ScoreRange(reached.min() ?? otherwise, reached.max() ?? otherwise)
  }
}

extension Steps.Direction {
  /// The numbers that reach `threshold` but not the stricter one.
  fileprivate func stretch(from threshold: Number?, below stricter: Number?) -> Stretch {
    switch self {
    case .atLeast:
      Stretch(low: threshold, includesLow: true, high: stricter, includesHigh: false)
    case .moreThan:
      Stretch(low: threshold, includesLow: false, high: stricter, includesHigh: true)
    case .atMost:
      Stretch(low: stricter, includesLow: false, high: threshold, includesHigh: true)
    case .lessThan:
      Stretch(low: stricter, includesLow: true, high: threshold, includesHigh: false)
    }
  }
}

extension Lines {
  /// Points of the line that holds; `tested` is the slot that the tests look at.
  func score(_ working: inout Working, _ setting: FormSetting, tested: Int?) -> FormResult {
    let number = setting.value(of: value, &working)
    if case .null(let reason) = number { return .null(reason) }
    guard let tested else { return .null(NullReason(.noRuleMatched)) }
    working.slots[tested] = number
    defer { working.slots[tested] = .null }
    var open: [Number] = []
    for (reached, line) in lines.enumerated() {
      switch Holding(line.tests.run(working.slots)) {
      case .yes:
        working.note(
          .fired(
            .lineReached(line.text), points: ScoreRange(line.points), place: line.place,
            line: reached))
        return .points(setting.clipped(ScoreRange(line.points)))
      case .open: open.append(line.points)
      case .no, .null: break
      }
    }
    guard case .unknown(let unknown) = number, let low = open.min(), let high = open.max() else {
      return .null(NullReason(.noRuleMatched))
    }
    return setting.widened(
      setting.clipped(ScoreRange(low, high)), mayBeNull: unknown.bounds.mayBeNull)
  }
}

extension FormSetting {
  /// A number clamped to the least and greatest points.
  func score(formula plan: Plan, _ working: inout Working) -> FormResult {
    let value = value(of: plan, &working)
    return clamped(NumberReading(value), note: .clamped(to: all), &working)
  }

  func score(_ table: RuleTable, _ working: inout Working) -> FormResult {
    let (value, fired) = working.value(of: table.plan)
    working.note(fired, of: table)
    return clamped(
      NumberReading(filled(value, &working)), note: .clamped(to: all), &working)
  }

  private func clamped(
    _ reading: NumberReading, note: @autoclosure () -> Wording, _ working: inout Working
  ) -> FormResult {
    switch reading {
    case .null(let reason): return .null(reason)
    case .number(let number):
      let points = clipped(ScoreRange(number))
      if points != ScoreRange(number) { working.note(.fired(note(), points: points, place: nil)) }
      return .points(points)
    case .within(let interval, let mayBeNull):
      let range = ScoreRange(interval.low ?? least, interval.high ?? greatest)
      return widened(clipped(range), mayBeNull: mayBeNull)
    }
  }
}
