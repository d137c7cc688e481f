import Values

/// How the days of a column are written, and which can be.
package struct DateRule: Sendable, Hashable {
  /// In which order days are written that do not begin with their year.
  package enum Order: String, Sendable, CaseIterable {
    case dayFirst = "d/m/y"
    case monthFirst = "m/d/y"
    case yearFirst = "y/m/d"
  }

  let order: Order?
  private let years: ClosedRange<Int32>?

  /// - Parameters:
  ///   - order: as declared; without one `03/04/2024` is no day.
  ///   - isLimited: whether only days are taken that records of our time can name.
  package init(order: Order? = nil, isLimited: Bool) {
    self.order = order
    years = isLimited ? Self.plausibleYears : nil
  }

  package static let any = DateRule(isLimited: false)

  /// Before them nobody was born who is asked about, and behind them are the days that programs write for "never".
  static let plausibleYears: ClosedRange<Int32> = 1900...2200

  func admits(_ date: CalendarDate) -> Bool {
    years?.contains(Int32(date.year)) ?? true
  }
}
