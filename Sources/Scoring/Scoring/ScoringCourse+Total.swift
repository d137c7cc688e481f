import Diagnostics
import FEEL
import Rubrics
import Values

extension ScoringCourse {
  struct Total {
    /// `nil` where an end is not bounded.
    let unrounded: ScoreRange?
    let rounded: ScoreRange?
    let plain: ScoreRange?
    /// The rounded total that bands look at: without a bonus that may not lift the grade.
    let graded: ScoreRange?
    let missing: [Missing]
  }

  mutating func total(
    _ sum: TotalOfSections, _ bonus: BonusResult?, _ deductions: Deductions
  ) throws(NumberTooLarge) -> Total {
    let bonusPoints = bonus?.points ?? .zero
    let lifts = bonus?.bonus.mayLiftGrade ?? true
    let isKnown = sum.points.isPoint && bonusPoints.isPoint && deductions.loss.isPoint
    let missing = isKnown ? [] : missing(of: sum.results, bonus, deductions)
    let unclipped: ScoreRange?
    let plain: ScoreRange?
    let graded: ScoreRange?
    if let formula = rubric.total.formula {
      plain = formulaTotal(formula, sum.plainResults)
      unclipped = formulaTotal(formula, sum.results)
      graded = unclipped
    } else {
      let withoutBonus = try sum.points.minus(deductions.loss)
      let with = try withoutBonus.plus(bonusPoints)
      unclipped = with
      graded = lifts ? with : withoutBonus
      plain = try sum.plain.minus(deductions.plainLoss).plus(bonusPoints)
    }
    fillContexts(sum.results)
    let clipped = clipped(unclipped)
    let words = rubric.total.words(deciding: sum.deciding)
    tell(EvaluationStep(.total, words, before: sum.points, after: clipped))
    let rounding = rubric.total.rounding
    let rounded = try clipped.map { range throws(NumberTooLarge) in try rounding.apply(to: range) }
    tell(EvaluationStep(.rounding, .rounding(rounding), before: clipped, after: rounded))
    return Total(
      unrounded: clipped, rounded: rounded, plain: try roundedTotal(plain),
      graded: try roundedTotal(graded), missing: missing)
  }

  private func clipped(_ range: ScoreRange?) -> ScoreRange? {
    range?.clipped(from: rubric.total.clip?.low, to: rubric.total.clip?.high)
  }

  private func roundedTotal(_ range: ScoreRange?) throws(NumberTooLarge) -> ScoreRange? {
    guard let clipped = clipped(range) else { return nil }
    return try rubric.total.rounding.apply(to: clipped)
  }

  private mutating func formulaTotal(
    _ formula: Plan, _ results: [SectionResult]
  ) -> ScoreRange? {
    fillContexts(results)
    scorer.working.clear()
    let value = scorer.working.value(of: formula)
    totalMissing = scorer.working.missing
    switch NumberReading(value) {
    case .number(let number): return ScoreRange(number)
    case .null:
      totalMissing.append(formula.nullResult(for: "total"))
      return nil
    case .within(let interval, let mayBeNull):
      let clip = rubric.total.clip
      guard !mayBeNull, let low = interval.low ?? clip?.low, let high = interval.high ?? clip?.high
      else { return nil }
      return ScoreRange(low, high)
    }
  }

  private mutating func fillContexts(_ results: [SectionResult]) {
    if let slot = slots.items { scorer.working.slots[slot] = ResultContexts.items(of: results) }
    if let slot = slots.sections {
      scorer.working.slots[slot] = ResultContexts.sections(of: results)
    }
  }

  private func missing(
    of sections: [SectionResult], _ bonus: BonusResult?, _ deductions: Deductions
  ) -> [Missing] {
    var all = MissingList()
    for item in sections.flatMap(\.items) + (bonus?.items ?? []) + deductions.items {
      all.append(item.missing)
    }
    return all.all
  }
}
