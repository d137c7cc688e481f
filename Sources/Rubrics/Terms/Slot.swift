/// What one slot of the row holds on which all expressions of a rubric run.
package enum Slot: Sendable, Hashable {
  case fact(Int)
  case table(Int)
  case survey(Int)
  case document(Int)
  case figure(Int)
  case periodStart, periodEnd, asOf
  /// A table of everything that assessors handed in: by, role, stage, date, marks, reasons.
  case judgements
  /// A table of the faults that visits found, with what became of each; only where a stage is held again and again.
  case faults
  /// The rounded total; only caps, vetoes and `grades: by` see it.
  case total
  /// A context: item id -> points earned, null where the item does not count.
  case items
  /// A context: section id -> {points, earned, share}, null where it does not count.
  case sections
  /// The id of the stage at which an item is being scored.
  case stage
  /// The term in which that stage is held: its name, first and last day.
  case visit
  /// The value that unary tests (`lines`) look at: `?`.
  case tested
  /// One cell of the row of a survey that `share` or `mean` looks at.
  case surveyColumn(survey: Int, column: Int)
  /// A number of the whole cohort. Into `Cohort.figures`.
  case cohort(Int)
}
