package import Diagnostics
package import Values

/// A mark, and why it does not count.
package struct WeighedMark: Sendable {
  package let mark: AssessorMark
  /// `nil` where it counts.
  package let setAside: SetAside?

  package var counts: Bool { setAside == nil }

  var use: JudgementUse { mark.use(setAside: setAside?.wording) }
}

/// Why a mark is kept and does not count; the first reason that holds.
package enum SetAside: Sendable {
  /// Nobody of this role judges here, or not in this mode.
  case otherRole(String)
  /// The column is kept beside the others.
  case keptOnly(String)
  /// Off the scale, off the step, no band, outside its band.
  case fault(Wording)
  case superseded
  /// The same assessor gave two different marks, and nothing says which is meant.
  case contradictory
  /// The same mark stands in two files.
  case repeated
  case recused(Tie, years: Int)
  /// Whether the tie is old enough cannot be told without a date.
  case recusalUndated(Tie)
  case noReason
  case noStandIns
  case standInForPresent(String)
  /// Several stand in for one, or more than the panel takes.
  case tooManyStandIns
  /// The marks lie near enough to each other.
  case notCalled
  /// The third reader has marked already.
  case readerIsMember

  package var isRecusal: Bool {
    switch self {
    case .recused, .recusalUndated: true
    default: false
    }
  }
}

/// What the judged item of one subject came to, column by column.
package struct PanelUse: Sendable, Hashable {
  package struct Column: Sendable, Hashable {
    package let role: String
    package let title: Wording?
    package let weight: Number
    /// `trimmed mean of at least 3`.
    package let rule: Wording
    /// Those of its third reader too.
    package let marks: [JudgementUse]
    /// On the scale of the marks; `nil` where the column does not count.
    package let result: ScoreRange?
    /// What became of it, in a sentence.
    package let says: Wording
    /// Greatest less least mark; `nil` with fewer than two.
    package let spread: Number?
    package let isThirdReaderCalled: Bool
    /// The total of each assessor and how much it counts; empty where the marks of each item are combined.
    package let totals: [Wording]
  }

  package let title: Wording?
  package let low: Number
  package let high: Number
  package let columns: [Column]
  /// Marks of roles that the panel does not name.
  package let others: [JudgementUse]
}
