package import Diagnostics
package import Values

/// One report of a round, and what the round knows of who answers for its items.
package struct FeedbackSource: Sendable {
  package struct Item: Sendable {
    package let id: String
    package let title: Wording
    package let points: Number
    /// What it counts; `nil` where it is in no sum.
    package let earned: NumberInterval?
    /// What the form gave before an excuse; `nil` where it does not apply.
    package let computed: NumberInterval?
    package let isApplicable: Bool
    /// Whether the excuse holds; `nil`: it may.
    package let isExcused: Bool?
    /// Whether the excuse holds and is not applied, because it would cost.
    package let isKept: Bool
    package let excuses: [(role: String, item: String)]
    package let says: Wording?
    /// Why it is not known, by who should have given it.
    package let missing: [(role: String, sentence: Wording)]
    package let advice: Wording?

    package init(
      id: String, title: Wording, points: Number, earned: NumberInterval?,
      computed: NumberInterval?, isApplicable: Bool, isExcused: Bool?, isKept: Bool,
      excuses: [(role: String, item: String)], says: Wording?,
      missing: [(role: String, sentence: Wording)], advice: Wording?
    ) {
      self.id = id
      self.title = title
      self.points = points
      self.earned = earned
      self.computed = computed
      self.isApplicable = isApplicable
      self.isExcused = isExcused
      self.isKept = isKept
      self.excuses = excuses
      self.says = says
      self.missing = missing
      self.advice = advice
    }
  }

  package let report: Report
  package let folder: String
  /// By role.
  package let parties: [String: String]
  /// Those who stand above it, nearest first.
  package let above: [String]
  package let items: [Item]
  /// What became of what earlier rounds advised the subject.
  package let followUps: [Feedback.FollowUp]

  package init(
    report: Report, folder: String, parties: [String: String], above: [String], items: [Item],
    followUps: [Feedback.FollowUp] = []
  ) {
    self.followUps = followUps
    self.report = report
    self.folder = folder
    self.parties = parties
    self.above = above
    self.items = items
  }
}
