import Values

/// A value where a form expects a number.
enum NumberReading {
  case number(Number)
  /// Somewhere in the interval; or null, where that may be.
  case within(NumberInterval, mayBeNull: Bool)
  case null(NullReason)

  init(_ value: Value) {
    switch value {
    case .number(let number): self = .number(number)
    case .null(let reason): self = .null(reason)
    case .unknown(let unknown):
      self = .within(unknown.bounds.interval ?? .all, mayBeNull: unknown.bounds.mayBeNull)
    case .boolean, .string, .date, .time, .dateTime, .dayTimeDuration, .yearMonthDuration, .list,
      .context, .range, .function:
      self = .null(NullReason(.wrongType))
    }
  }
}

/// A stretch of the number line; an end that is `nil` is without end.
struct Stretch {
  var low: Number?
  var includesLow = true
  var high: Number?
  var includesHigh = true
}

extension NumberInterval {
  /// Whether some number of the interval lies in the stretch.
  func meets(_ stretch: Stretch) -> Bool {
    var low = stretch.low
    var includesLow = stretch.includesLow
    if let mine = self.low, low.map({ mine > $0 }) ?? true { (low, includesLow) = (mine, true) }
    var high = stretch.high
    var includesHigh = stretch.includesHigh
    if let mine = self.high, high.map({ mine < $0 }) ?? true { (high, includesHigh) = (mine, true) }
    guard var low, let high else { return true }
    if isWhole {
      guard let whole = low.ceiling(scale: 0) else { return true }
      let isExcluded = whole == low && !includesLow
      guard let first = isExcluded ? whole.adding(.one) : whole else { return true }
      (low, includesLow) = (first, true)
    }
    return low < high || (low == high && includesLow && includesHigh)
  }
}
