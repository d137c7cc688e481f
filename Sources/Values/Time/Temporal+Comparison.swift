/// The order of two dates, two times, two dates and times or two durations of one kind.
///
/// Fractions of a second do not count, so that the order agrees with FEEL's equality, which goes by whole
/// seconds (`is` does look at them).
///
/// - Returns: -1, 0 or 1; `nil` for other pairs, and between a local time and one with a zone.
/// - Source: DMN 1.5, clause 10.3.2.3 (semantic values) and table 42.
package func compareTemporal(_ left: Value, _ right: Value) -> Int? {
  switch (left, right) {
  case (.date(let first), .date(let second)): order(first, second)
  case (.time(let first), .time(let second)):
    clockDifference(first.zone, second.zone).map {
      order(first.secondOfDay - $0, second.secondOfDay)
    }
  case (.dateTime(let first), .dateTime(let second)):
    secondsBetween(second, first).map { order($0, 0) }
  case (.dayTimeDuration(let first), .dayTimeDuration(let second)): order(first, second)
  case (.yearMonthDuration(let first), .yearMonthDuration(let second)): order(first, second)
  default: nil
  }
}

private func order<Ordered: Comparable>(_ left: Ordered, _ right: Ordered) -> Int {
  left < right ? -1 : left == right ? 0 : 1
}
