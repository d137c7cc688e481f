package import Values

/// One term of a period: a month, a quarter, cut where the period is.
package struct CalendarTerm: Sendable, Equatable {
  /// `2024-07`, `2024-Q3`, `2024-H2`, `2024`.
  package let name: String
  package let from: CalendarDate
  package let to: CalendarDate
}
