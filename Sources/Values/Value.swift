/// A value of FEEL.
///
/// Stays at 32 bytes: what is larger is boxed.
///
/// *Null* says that there is no such thing, and why; *unknown* says that somebody could still tell us,
/// and between which bounds the answer lies. Lenient evaluation never makes an unknown.
package enum Value: Sendable {
  case null(NullReason)
  case boolean(Bool)
  case number(Number)
  case string(String)
  case date(CalendarDate)
  indirect case time(TimeOfDay)
  indirect case dateTime(DateTime)
  case dayTimeDuration(DayTimeDuration)
  case yearMonthDuration(YearMonthDuration)
  case list(List)
  case context(Context)
  indirect case range(ValueRange)
  case function(FunctionValue)
  case unknown(Unknown)

  /// Null as an answer in its own right: the literal, an empty cell that means "there is none".
  package static var null: Value { .null(.written) }
}

/// A function as a value.
///
/// FEEL's own subclasses hold what is called; Values knows only the face.
open class FunctionValue: @unchecked Sendable {
  package let parameterNames: [String]

  package init(parameterNames: [String]) {
    self.parameterNames = parameterNames
  }
}

/// A range of FEEL: `[low..high]`, `< 5` as `(null..5)`.
///
/// Ends are `nil` where the range is open-ended.
package struct ValueRange: Sendable {
  package let low: Value?
  package let high: Value?
  package let includesLow: Bool
  package let includesHigh: Bool
  /// Written as a test of equality, `(= 10)`, which is not the range `[10..10]`.
  package let isPoint: Bool
  /// What the test `(!= 10)` excludes; there are no ends then.
  package let excluded: Value?

  package init(
    low: Value?, high: Value?, includesLow: Bool, includesHigh: Bool, isPoint: Bool = false,
    excluded: Value? = nil
  ) {
    self.low = low
    self.high = high
    self.includesLow = includesLow
    self.includesHigh = includesHigh
    self.isPoint = isPoint
    self.excluded = excluded
  }

  /// Everything that was written in it: its ends, or what it excludes.
  package var parts: [Value] { [low, high, excluded].compactMap { $0 } }
}
