package import Diagnostics
package import FEEL
package import Values

/// How an item turns evidence into points: a closed set.
package indirect enum Form: Sendable {
  case check(Check)
  case choose(Choose)
  case parts([Part])
  case degree(Degree)
  case steps(Steps)
  case lines(Lines)
  case each(Each)
  case lose(Lose)
  case tally(Tally)
  case table(RuleTable)
  /// Told in a folder of its own.
  case computed(any ComputedForm)
  /// Clamped to `low...high`; `low` may be negative.
  case formula(Plan, low: Number, high: Number)
  case judge(Judge)
  case survey(SurveyRule)
  case children(ChildrenRule)
  case rank(RankRule)
  /// Written `import`.
  case imported(ImportRule)
}

package struct Check: Sendable {
  package let condition: Plan
  package let ifEmpty: EmptyRule.Meaning?
  /// The slots of the tables behind `ranges`.
  package let tables: [Int]
  /// The lists that `every`/`some`/`sum`/`min`/`max`/`mean` range over; `ifEmpty` holds when one has no members.
  package let ranges: [Plan]
}

package struct Choose: Sendable {
  package struct Option: Sendable {
    package let value: Value
    package let points: Number
    package let text: String
    package let place: Place
  }

  package let value: Plan
  package let options: [Option]
  package let otherwise: Number?
}

package struct Part: Sendable {
  package let id: String
  package let points: Number
  package let when: Plan
  package let says: Wording
  package let place: Place
}

/// An assessor's choice of a band and a value inside it, with a reason.
package struct Degree: Sendable {
  package struct Band: Sendable {
    package let id: String
    package let title: Wording?
    package let atLeast: Number
    package let place: Place
  }

  package let panel: Panel
  package let scale: Number
  /// Best first; half-open, the best includes `scale`.
  package let bands: [Band]
}

package enum Combination: String, Sendable, CaseIterable {
  case mean, median, min, max
  case trimmedMean = "trimmed mean"
  /// All marks are the same.
  case consensus
}

/// The first line that holds gives the points; the reader sorted them.
package struct Steps: Sendable {
  package enum Direction: String, Sendable, CaseIterable {
    case atLeast = "at least"
    case moreThan = "more than"
    case atMost = "at most"
    case lessThan = "less than"

    package var wantsHigh: Bool { self == .atLeast || self == .moreThan }
  }

  package struct Line: Sendable {
    package let threshold: Number
    package let points: Number
    package let place: Place
  }

  package let value: Plan
  package let direction: Direction
  /// Strictest first.
  package let lines: [Line]
  package let otherwise: Number
}

/// Unary tests that are complete and free of overlap, by proof.
package struct Lines: Sendable {
  package struct Line: Sendable {
    /// Looks at the slot `.tested`.
    package let tests: Plan
    package let points: Number
    package let text: String
    package let place: Place
  }

  package let value: Plan
  package let lines: [Line]
}

/// How a part of a unit counts.
package enum UnitCount: String, Sendable, CaseIterable {
  case full, started, exact
}

package struct Pace: Sendable {
  package let every: Number
  package let points: Number
  package let units: UnitCount
}

/// A base, more for each unit above it, a cap.
package struct Each: Sendable {
  package let value: Plan
  package let baseAt: Number
  package let basePoints: Number
  package let step: Pace
  package let cap: Number
  package let belowBase: Number
}

/// From full marks, a loss for each unit or event, with a floor.
package struct Lose: Sendable {
  package let value: Plan
  package let step: Pace
  /// So many cost nothing.
  package let free: Number
  package let floor: Number
  /// From so many on nothing is left.
  package let allFrom: Number?
}

/// Points by how many of a list hold.
package struct Tally: Sendable {
  package struct Line: Sendable {
    package let id: String
    package let when: Plan
    package let says: Wording?
    package let place: Place
  }

  package struct Threshold: Sendable {
    package let count: Int
    package let points: Number
  }

  package let lines: [Line]
  /// Greatest count first.
  package let thresholds: [Threshold]
  package let otherwise: Number
}

/// Assessors' marks on a described scale; earns points x (mark - low) / (high - low).
package struct Judge: Sendable {
  package struct Band: Sendable {
    package let atLeast: Number
    package let says: Wording
  }

  package let panel: Panel
  package let low: Number
  package let high: Number
  package let step: Number?
  package let bands: [Band]
}

/// Share or mean of answers, with a least number of respondents.
package struct SurveyRule: Sendable {
  package enum Statistic: Sendable {
    /// The share of rows for which the condition over the row holds.
    case share(Plan)
    case mean(Plan)
  }

  /// Into `Rubric.surveys`.
  package let survey: Int
  package let statistic: Statistic
  package let respondents: Int
  package let scale: PointScale
  /// The slots that take the cells of one row, by column, before the plan is run for it.
  package let columnSlots: [Int]
}
