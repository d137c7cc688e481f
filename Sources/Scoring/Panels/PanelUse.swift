package import Diagnostics
package import Values

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
