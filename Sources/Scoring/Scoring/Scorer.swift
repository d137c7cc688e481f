package import Rubrics

/// Scores subjects under one rubric; made once for many.
///
///     admission, findings and voids, items, excuses, sections, bonus, deductions,
///     total, rounding, band, floors, movement, caps, downgrades, vetoes
///
/// The order is fixed, and every step appears in the derivation, also when it changes nothing.
package struct Scorer: Sendable {
  package let rubric: Rubric
  let slots: SlotIndex
  /// How each figure is computed; a portfolio may have its own way.
  let figures: [FigureValue]

  package init(_ rubric: Rubric) {
    self.init(rubric, figures: nil)
  }

  init(_ rubric: Rubric, figures: [FigureValue]?) {
    self.rubric = rubric
    self.figures = figures ?? rubric.figures.map(\.value)
    slots = SlotIndex(rubric)
  }

  /// The result of one subject, of the first pass or in its cohort.
  ///
  /// Without a cohort comparisons are open. Derivations are kept where `isRecording`, and a portfolio needs none.
  package func score(
    _ evidence: Evidence, mode: ScoringMode, in cohort: CohortView? = nil,
    isRecording: Bool = true
  ) -> Evaluation {
    score(evidence, mode: mode, in: cohort, isRecording: isRecording, timedBy: nil)
  }

  func score(
    _ evidence: Evidence, mode: ScoringMode, in cohort: CohortView?, isRecording: Bool,
    timedBy stopwatch: Stopwatch?
  ) -> Evaluation {
    var course = course(evidence, mode: mode, in: cohort, isRecording: isRecording)
    course.scorer.stopwatch = stopwatch
    course.reckonFigures(figures)
    if let bar = course.admit() { return course.notEvaluated(bar.words, bar: bar.id) }
    course.tellFindings()
    do {
      let scored = try course.scoreItems()
      let sum = try course.sumSections(scored)
      if scored.blocks == true { return course.notEvaluated(.blocked, bar: nil, sum.results) }
      guard sum.counts else { return course.notEvaluated(.nothingApplies, bar: nil, sum.results) }
      let bonus = try course.addBonus()
      let deductions = try course.takeDeductions()
      let total = try course.total(sum, bonus, deductions)
      if cohort == nil { course.compare(sum.results, bonus, deductions.items) }
      let standing = course.stand(total, sum)
      return course.evaluation(scored, sum, bonus, deductions, total, standing)
    } catch {
      return course.notEvaluated(.numberTooLarge, bar: nil)
    }
  }

  /// One run through the order of evaluation, before its first step.
  func course(
    _ evidence: Evidence, mode: ScoringMode, in cohort: CohortView?, isRecording: Bool
  ) -> ScoringCourse {
    ScoringCourse(
      rubric: rubric, slots: slots, evidence: evidence, mode: mode, isRecording: isRecording,
      cohort: cohort)
  }
}
