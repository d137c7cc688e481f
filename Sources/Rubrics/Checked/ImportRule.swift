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

  /// How long the result counts, from its date on.
  package struct Validity: Sendable {
    package let count: Int
    package let unit: Unit
    package let ifExpired: IfExpired

    /// The last day on which a result of `date` counts; `nil` beyond the calendar.
    package func lastDay(from date: CalendarDate) -> CalendarDate? {
      let end: CalendarDate? =
        switch unit {
        case .years: date.adding(months: count * 12)
        case .months: date.adding(months: count)
        case .days: date.adding(days: count)
        }
      return end?.adding(days: -1)
    }
  }

  package let value: Plan
  package let scale: Scale
  /// Whether the map holds every grade that can be declared.
  package let isClosed: Bool
  package let dated: Plan
  /// The slot of `as of`.
  package let asOf: Int
  /// `nil`: it never expires.
  package let validity: Validity?
  /// Who gave it.
  package let from: Wording
  package let place: Place

  package var grades: [GradePoints] {
    if case .grades(let grades) = scale { grades } else { [] }
  }
}
