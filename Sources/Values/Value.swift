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

/// Why a value is null.
package struct NullReason: Sendable, Hashable {
  package enum Kind: UInt8, Sendable, CaseIterable {
    /// Somebody wrote null, or an empty cell means it.
    case written
    case unknownName, notComparable, wrongType, wrongArgument, wrongArgumentCount
    case divisionByZero, numberTooLarge, domainError
    case noSuchEntry, noSuchIndex, emptyList
    case notADate, notATime, notADuration, notANumber, notAPattern
    case noRuleMatched, severalRulesMatched, valueNotAllowed
    case limitExceeded, conditionNotBoolean, notAFunction, conflictingEntries
  }

  package let kind: Kind
  /// What the sentence about the reason names: an operator, a function, an entry.
  package let subject: String?

  package init(_ kind: Kind, _ subject: String? = nil) {
    self.kind = kind
    self.subject = subject
  }

  package static var written: NullReason { NullReason(.written) }

  /// Whether there was nothing to compute it from: no rows, nothing that a filter passes, a zero below.
  package var isOfNothing: Bool {
    switch kind {
    case .emptyList, .divisionByZero, .noSuchIndex: true
    case .domainError: subject == "stddev"
    // Of a table that collects, and only of that, the reason names what it makes of the outputs.
    case .noRuleMatched: subject != nil
    case .written, .unknownName, .notComparable, .wrongType, .wrongArgument, .wrongArgumentCount,
      .numberTooLarge, .noSuchEntry, .notADate, .notATime, .notADuration, .notANumber,
      .notAPattern, .severalRulesMatched, .valueNotAllowed, .limitExceeded, .conditionNotBoolean,
      .notAFunction, .conflictingEntries:
      false
    }
  }
}

extension Value {
  /// Null because there was nothing to compute it from.
  package var isOfNothing: Bool {
    if case .null(let reason) = self { reason.isOfNothing } else { false }
  }

  /// The null of nothing that this is, or the first that stands in this list.
  package var nothing: Value? {
    guard case .list(let list) = self else { return isOfNothing ? self : nil }
    let cursor = ListCursor(list)
    return (0..<cursor.count).lazy.map { cursor[$0] }.first(where: \.isOfNothing)
  }
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
