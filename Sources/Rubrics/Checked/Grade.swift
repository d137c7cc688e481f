package import Diagnostics
package import Values

/// How a total becomes a grade.
package struct Grades: Sendable {
  package enum Rule: Sendable {
    /// By the thresholds of the lines.
    case ladder(Direction)
    /// A decision table whose output is a grade id.
    case table(RuleTable)
  }

  package enum Direction: Sendable {
    /// `at least`: high is good.
    case atLeast
    /// `at most`: low is good.
    case atMost
  }

  package let rule: Rule
  /// Best first.
  package let lines: [Grade]
  package let place: Place

  package func line(_ id: String) -> Grade? { lines.first { $0.id == id } }

  /// 0 is the best; `nil` where there is no such grade.
  package func rank(of id: String) -> Int? { lines.firstIndex { $0.id == id } }
}

package struct Grade: Sendable {
  package let id: String
  package let title: Wording
  package let stars: Int?
  /// `nil` for the last line of a ladder, and for grades that a table gives.
  package let threshold: Number?
  /// The least share of every section.
  package let everySection: Number?
  /// The least share of single sections.
  package let sectionFloors: [SectionFloor]
  package let basis: Basis.Kind?
  package let says: Wording?
  package let citation: Citation?
  package let place: Place
}

package struct SectionFloor: Sendable {
  package let section: String
  package let share: Number
}

/// An admission bar: the subject is not evaluated, and has the status that the bar gives.
package struct Bar: Sendable {
  package enum Status: Sendable {
    case words(Wording)
    /// The value of a string fact, by slot.
    case slot(Int)
  }

  package let id: String
  package let trigger: Trigger
  /// `nil`: as `open`.
  package let whenClosed: GateClosing?
  package let status: Status
  package let says: Wording?
  package let citation: Citation?
  package let place: Place
  /// Where its keys begin.
  package let keys: Place
}

/// A cap or a veto: names the greatest grade that is left.
package struct Gate: Sendable {
  package enum Limit: Sendable {
    /// A grade id.
    case grade(String)
    case stars(Int)
  }

  package let id: String
  package let trigger: Trigger
  /// `nil`: as `open`.
  package let whenClosed: GateClosing?
  package let limit: Limit
  /// A veto's score, where it takes the score away too.
  package let score: Number?
  package let says: Wording?
  package let citation: Citation?
  package let place: Place
  /// Where its keys begin.
  package let keys: Place
}
