import FEEL
import Values

/// A declared rule for numbers that asks only whether they lie in intervals, in the form of scaled integers.
struct NumberRule: Sendable {
  struct Interval: Sendable {
    var low = Int64.min
    var high = Int64.max
  }

  /// Integers of a rule count millionths.
  static let decimals = 6
  /// 1 in millionths.
  static let one: Int64 = 1_000_000

  private var intervals: [Interval] = []

  init(_ intervals: [Interval]) {
    self.intervals = intervals
  }

  /// - Returns: `nil` where the tests ask anything else.
  init?(_ plan: Plan) {
    guard case .matching(let match) = plan.step.form, !match.isNegated else { return nil }
    self.init(match)
  }

  init?(_ match: MatchStep) {
    guard !match.tests.isEmpty else { return nil }
    for test in match.tests {
      guard let interval = Self.interval(test, of: match) else { return nil }
      intervals.append(interval)
    }
  }

  /// The number as millionths.
  ///
  /// - Returns: `nil` where it is finer or too large.
  @inline(__always)
  static func scaled(_ number: PlainNumber) -> Int64? {
    // A list would be asked at every cell whether it is made already.
    let factor: Int64
    switch number.decimals {
    case 0: factor = one
    case 1: factor = 100_000
    case 2: factor = 10_000
    case 3: factor = 1_000
    case 4: factor = 100
    case 5: factor = 10
    case decimals: factor = 1
    default: return nil
    }
    let (product, overflow) = number.coefficient.multipliedReportingOverflow(by: factor)
    return overflow ? nil : product
  }

  func holds(_ scaled: Int64) -> Bool {
    for interval in intervals where interval.low <= scaled && scaled <= interval.high {
      return true
    }
    return false
  }

  private static func interval(_ test: MatchStep.Test, of match: MatchStep) -> Interval? {
    switch test {
    case .member(let step):
      if case .range(let range) = step.form { return interval(range) }
      guard let number = number(step) else { return nil }
      return Interval(low: number, high: number)
    case .condition(let step):
      guard case .comparison(let comparison, let left, let right) = step.form,
        isInput(left, of: match), let limit = number(right)
      else { return nil }
      return interval(comparison, limit)
    }
  }

  static func interval(_ comparison: Operator.Comparison, _ limit: Int64) -> Interval? {
    switch comparison {
    case .equal: Interval(low: limit, high: limit)
    case .less: limit > .min ? Interval(high: limit - 1) : nil
    case .atMost: Interval(high: limit)
    case .greater: limit < .max ? Interval(low: limit + 1) : nil
    case .atLeast: Interval(low: limit)
    case .unequal: nil
    }
  }

  private static func isInput(_ step: Step, of match: MatchStep) -> Bool {
    if case .local(let slot) = step.form { slot == match.slot } else { false }
  }

  private static func interval(_ range: RangeStep) -> Interval? {
    var interval = Interval()
    if let low = range.low {
      guard let number = number(low), number < .max else { return nil }
      interval.low = range.includesLow ? number : number + 1
    }
    if let high = range.high {
      guard let number = number(high), number > .min else { return nil }
      interval.high = range.includesHigh ? number : number - 1
    }
    return interval
  }

  /// A constant in millionths.
  static func number(_ step: Step) -> Int64? {
    guard case .constant(.number(let number)) = step.form else { return nil }
    return number.scaled(to: -decimals)
  }
}
