package import FEEL

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
