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
  /// `36小时` is 36 in a column of hours.
  package static let unit = CellNotes(rawValue: 32)
  /// `3亿` is 30,000 in a column of 万元.
  package static let power = CellNotes(rawValue: 64)
  /// `５A` is the declared `5A`.
  package static let spelling = CellNotes(rawValue: 128)
}

/// How a cell fails to fit its column.
package enum CellMismatch: Sendable, Hashable, CaseIterable {
  case notANumber
  /// Separators that do not stand before every third digit: `1,20`.
  case misplacedSeparators
  case numberTooLarge
  /// Its sign has two readings, and the column does not tell which: `95%` where numbers go up to 100.
  case scaleUnknown
  /// A sign of money in a column of tens of thousands: `¥30` may be 30 or 0.003.
  case amountUnknown
  /// It names another unit than the column.
  case otherUnit
  /// It names a unit, and the column has none.
  case undeclaredUnit
  case notABoolean
  case notADate
  /// Written like a date, and no day of the calendar: `2023-02-29`.
  case noSuchDay
  /// Outside the years in which records are kept, unless the declaration says which days can be.
  case implausibleYear
  /// `2024年3月`.
  case noDay
  /// `03/04/2024`: nobody said which is the month.
  case dayOrMonth
  case notATime
  case notADateTime
  case notADuration
  /// Bytes of the file belonged to no letter.
  case garbled
  /// A formula of a workbook whose value was never stored.
  case unreckoned
  /// A formula that has come to an error: `#N/A`.
  case errorValue
  /// A number of a workbook that is another one when it is rounded to the digits that a spreadsheet shows.
  case moreDigits
  /// A number of a workbook whose format shows another one: `0.0,` shows 20000 as 20.0.
  case shownOtherwise
}
