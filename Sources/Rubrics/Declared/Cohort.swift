package import Diagnostics
package import FEEL
package import Values

/// Who is compared with whom: the admitted subjects of one round, rubric, edition and peer group.
package struct Cohort: Sendable {
  /// What comparison gives in a group that is too small.
  package enum IfFewer: String, Sendable, CaseIterable {
    case unknown, compare
    case notApplicable = "not applicable"
  }

  /// What becomes of members whose number is not known when the file is closed.
  package enum Unclear: String, Sendable, CaseIterable {
    /// They may stand anywhere, and results that rest on them stay open.
    case open
    case leaveOut = "leave out"
  }

  /// A number of the whole group, or where a subject stands in it.
  package struct Figure: Sendable {
    package enum Statistic: String, Sendable, CaseIterable {
      case mean, min, max
      /// The place of the subject itself: one more than there are better ones.
      case place
      /// How many are compared.
      case count
      /// The share of those compared whose number is not better than that of the subject: (count - place + 1) / count.
      case percentile

      /// Whether each member has its own.
      package var isStanding: Bool { self == .place || self == .count || self == .percentile }

      /// Whether it needs to be said which numbers are best.
      package var isDirected: Bool { self == .place || self == .percentile }
    }

    package let name: String
    package let title: Wording?
    package let unit: String?
    package let statistic: Statistic
    /// Has no meaning but for places and percentiles.
    package let highIsBest: Bool
    package let ties: RankRule.Ties
    /// Run for every member.
    package let value: Plan
    package let slot: Int
    package let place: Place
  }

  /// Those for whom it comes to the same are peers; `nil`: all are.
  package let by: Plan?
  package let atLeast: Int
  package let ifFewer: IfFewer
  package let whenClosed: Unclear
  package let figures: [Figure]
  package let place: Place

  package var slotsUsed: [Int] {
    (by?.slotsUsed ?? []) + figures.flatMap(\.value.slotsUsed)
  }
}

/// Points by place within the cohort.
package struct RankRule: Sendable {
  package struct Line: Sendable {
    /// Up to this place, or this share of the cohort.
    package let upTo: Number
    package let points: Number
    package let place: Place
  }

  /// What those behind the last line get.
  package enum Others: Sendable {
    case points(Number)
    /// Full points x own / first, never more than `atMost`.
    case proRata(atMost: Number)
  }

  package enum Ties: String, Sendable, CaseIterable {
    /// All have the better place, and the next are skipped.
    case better
    /// All get the mean of the points of the places that they fill.
    case mean
  }

  package let value: Plan
  package let highIsBest: Bool
  /// Lines are shares of the cohort, not places.
  package let isShare: Bool
  /// Best first.
  package let lines: [Line]
  package let others: Others
  package let ties: Ties
  package let place: Place
}
