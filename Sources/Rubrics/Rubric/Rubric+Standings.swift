extension Rubric {
  /// The figures that look at the cohort, themselves or through others, by slot.
  package var figuresOfSecondPass: Set<Int> { Figure.lookingAtCohort(figures, slots) }

  /// The places, counts and percentiles of the cohort, by number among its figures.
  package var standingFigures: [Int] {
    (cohort?.figures ?? []).indices.filter { cohort?.figures[$0].statistic.isStanding ?? false }
  }
}
