package import Values

/// What a column holds.
package enum CellKind: Sendable, Hashable {
  case string, number, boolean, date, time, dateTime, dayTimeDuration, yearMonthDuration
}

/// A cell, read.
package enum CellReading: Sendable {
  /// Nothing is there, or one of the spellings of nothing.
  case blank
  /// The value, and what was done to the writing to get it.
  case value(Value, CellNotes)
  /// Something is there and does not fit; what it is never leaves the file.
  case mismatch(CellMismatch)
}

/// What was done to the writing of a cell, so that a report can say it.
package struct CellNotes: OptionSet, Sendable, Hashable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// `85%` is 0.85.
  package static let percent = CellNotes(rawValue: 1)
  /// `45万` is 450,000.
  package static let tenThousands = CellNotes(rawValue: 2)
  /// `1,200` is 1200.
  package static let separators = CellNotes(rawValue: 4)
  /// `￥1200` is 1200.
  package static let currency = CellNotes(rawValue: 8)
  /// `１２` is 12.
  package static let fullWidth = CellNotes(rawValue: 16)
}

/// How a cell fails to fit its column.
package enum CellMismatch: Sendable, Hashable, CaseIterable {
  case notANumber
  /// Separators that do not stand before every third digit: `1,20`.
  case misplacedSeparators
  case numberTooLarge
  case notABoolean
  case notADate
  /// Written like a date, and no day of the calendar: `2023-02-29`.
  case noSuchDay
  case notATime
  case notADateTime
  case notADuration
  /// Bytes of the file belonged to no letter.
  case garbled
}
