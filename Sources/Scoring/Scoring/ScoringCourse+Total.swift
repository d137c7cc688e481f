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
    let given = bonus?.points ?? .zero
    let isKnown = sum.points.isPoint && given.isPoint && deductions.loss.isPoint
    let missing = isKnown ? [] : missing(of: sum.results, bonus, deductions)
    let (total, words) = (plan.total, plan.words(deciding: sum.deciding))
    // Without excuses first: what the formula lacks is said of the total itself.
    let plain = try range(
      of: total.unrounded, sum.plainResults,
      Given(sections: sum.plain, losses: deductions.plainLoss, bonus: given))
    let own = Given(sections: sum.points, losses: deductions.loss, bonus: given)
    let unrounded = try range(of: total.unrounded, sum.results, own)
    var graded = unrounded
    if let apart = total.graded { graded = try range(of: apart, sum.results, own) }
    fillContexts(sum.results)
    tell(EvaluationStep(.total, words, before: sum.points, after: unrounded))
    let rounded = try self.rounded(unrounded)
    tell(EvaluationStep(.rounding, .rounding(total.rounding), before: unrounded, after: rounded))
    return Total(
      unrounded: unrounded, rounded: rounded, plain: try self.rounded(plain),
      graded: try self.rounded(graded), missing: missing)
  }

  /// What the total is made of.
  private struct Given {
    let sections: ScoreRange
    let losses: ScoreRange
    let bonus: ScoreRange
  }

  private mutating func range(
    of amount: Amount, _ results: [SectionResult], _ given: Given
  ) throws(NumberTooLarge) -> ScoreRange? {
    try amount.range { source throws(NumberTooLarge) in
      switch source {
      case .sections: return Amount.Ends(given.sections)
      case .losses: return Amount.Ends(given.losses)
      case .bonus: return Amount.Ends(given.bonus)
      case .formula(let formula): return formulaTotal(formula, results)
      case .quotient, .beside, .extras: preconditionFailure("a total looks at no parts")
      }
    }
  }

  private func rounded(_ range: ScoreRange?) throws(NumberTooLarge) -> ScoreRange? {
    guard let range else { return nil }
    return try plan.total.rounding.apply(to: range)
  }

  private mutating func formulaTotal(
    _ formula: Plan, _ results: [SectionResult]
  ) -> Amount.Ends? {
    fillContexts(results)
    scorer.working.clear()
    let value = scorer.working.value(of: formula)
    totalMissing = scorer.working.missing
    switch NumberReading(value) {
    case .number(let number): return Amount.Ends(number, number)
    case .null:
      totalMissing.append(formula.nullResult(for: "total"))
      return nil
    case .within(let interval, let mayBeNull):
      return mayBeNull ? nil : Amount.Ends(interval.low, interval.high)
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
