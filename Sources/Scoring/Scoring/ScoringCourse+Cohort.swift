import Diagnostics
import FEEL
import Rubrics
import Values

extension ScoringCourse {
  /// Keeps what the subject brings to the comparison with others; the contexts of results are filled.
  mutating func compare(
    _ sections: [SectionResult], _ bonus: BonusResult?, _ deductions: [ItemResult]
  ) {
    guard let cohort = rubric.cohort else { return }
    func value(_ plan: Plan) -> Value { plan.run(scorer.working.slots) }
    let results = sections.flatMap(\.items) + (bonus?.items ?? []) + deductions
    var shares: [String: CohortMember.Share] = [:]
    for result in results where result.item.asksForMean {
      shares[result.item.id] = CohortMember.Share(result)
    }
    member = CohortMember(
      peers: cohort.by.map(value), mayNotBeAdmitted: mayNotBeEvaluated,
      ranks: rubric.rankedItems.map { value($0.rule.value) },
      figures: cohort.figures.map { value($0.value) }, shares: shares)
  }
}

extension SlotIndex {
  /// The numbers of the cohort, or that nobody knows them.
  func fill(_ row: inout [Value], of rubric: Rubric, from cohort: CohortView?) {
    for (number, figure) in (rubric.cohort?.figures ?? []).enumerated()
    where row.indices.contains(figure.slot) {
      row[figure.slot] =
        cohort?.figure(number)
        ?? .unknown(
          Unknown(
            figure.bounds.orNull(figure.statistic.isDirected),
            missing: [Missing(figure.name, .noCohort)]))
    }
  }
}
