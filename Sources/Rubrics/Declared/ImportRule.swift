package import Diagnostics
package import FEEL
package import Values

/// Points from a result that somebody else gave: a grade by a map, a score by a scale.
package struct ImportRule: Sendable {
  package enum Scale: Sendable {
    case grades([GradePoints])
    case score(PointScale)
  }

  package struct GradePoints: Sendable {
    package let grade: String
    package let points: Number
    package let place: Place
  }

  package enum Unit: String, Sendable, CaseIterable {
    case years, months, days
  }

  package enum IfExpired: String, Sendable, CaseIterable {
    case unknown, zero
    case notApplicable = "not applicable"
  }

  /// So long a result counts, from its date on.
  package struct Length: Sendable {
    package let count: Int
    package let unit: Unit

    /// The last day on which a result of `date` counts; `nil` beyond the calendar.
    package func lastDay(from date: CalendarDate) -> CalendarDate? {
      switch unit {
      case .years: date.lastDay(ofMonths: count * 12)
      case .months: date.lastDay(ofMonths: count)
      case .days: date.adding(days: count)?.adding(days: -1)
      }
    }
  }

  package enum Term: Sendable {
    case length(Length)
    /// Its last day, as whoever gave the result said it; null: it never expires.
    case until(Plan)
  }

  package struct Validity: Sendable {
    package let term: Term
    package let ifExpired: IfExpired
  }

  package let value: Plan
  package let scale: Scale
  /// Whether the map holds every grade that can be declared.
  package let isClosed: Bool
  /// `nil`: a result of this round, of the same day as the evaluation.
  package let dated: Plan?
  /// The slot of `as of`.
  package let asOf: Int
  /// `nil`: it never expires.
  package let validity: Validity?
  /// Who gave it.
  package let from: Wording
  package let place: Place

  /// Its last day, where whoever gave it says that.
  package var lastDay: Plan? {
    if case .until(let last)? = validity?.term { last } else { nil }
  }

  package var plans: [Plan] { [value, dated, lastDay].compactMap(\.self) }

  package var grades: [GradePoints] {
    if case .grades(let grades) = scale { grades } else { [] }
  }
}
