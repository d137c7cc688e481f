import Diagnostics
import FEEL
import Rubrics
import Values

extension ScoringCourse {
  func evaluation(
    _ scored: ScoredSections, _ sum: TotalOfSections, _ bonus: BonusResult?,
    _ deductions: Deductions, _ total: Total, _ stood: Stood
  ) -> Evaluation {
    let isOpen: Bool =
      stood.total?.isPoint != true || !stood.standing.isPoint || scored.isLeftOpen || isLeftOpen
      || mayNotBeEvaluated
    return result(
      status: isOpen ? .open : decided(stood.standing.point), sections: sum.results, bonus: bonus,
      deductions: deductions.items, total: stood.total, unrounded: total.unrounded,
      plain: total.plain, standing: stood.standing,
      missing: isRecording
        ? missing(
          sum.results.flatMap(\.items) + (bonus?.items ?? []) + deductions.items, sum.results) : [])
  }

  /// A re-evaluation has words of its own where the rubric has a rule for it.
  private func decided(_ standing: Standing?) -> Status {
    guard evidence.isReEvaluation, let rule = rubric.reEvaluation,
      let least = rubric.grades.rank(of: rule.passesAt)
    else { return .evaluated }
    return .reEvaluated(passed: standing?.rank.map { $0 <= least } ?? false)
  }

  func notEvaluated(
    _ words: Wording, bar: String?, _ sections: [SectionResult] = []
  ) -> Evaluation {
    result(
      status: .notEvaluated(words, bar: bar), sections: sections, bonus: nil, deductions: [],
      total: nil, unrounded: nil, plain: nil, standing: nil, missing: missing(behind: bar))
  }

  /// What would have had to be known of a bar that counts as closed because nobody answered.
  private func missing(behind bar: String?) -> [MissingInput] {
    openGates.filter { $0.id == bar }.flatMap { gate in
      gate.missing.map { MissingInput(missing: $0, items: [], gates: [gate.id]) }
    }
  }

  private var diagnostics: Diagnostics {
    var all = evidence.diagnostics
    all.append(scorer.working.diagnostics)
    return all
  }

  private func result(
    status: Status, sections: [SectionResult], bonus: BonusResult?, deductions: [ItemResult],
    total: ScoreRange?, unrounded: ScoreRange?, plain: ScoreRange?, standing: StandingRange?,
    missing: [MissingInput]
  ) -> Evaluation {
    Evaluation(
      rubric: rubric, subject: evidence.subject, mode: mode, period: evidence.period,
      asOf: evidence.asOf, status: status, sections: sections, bonus: bonus,
      deductions: deductions, steps: steps, total: total, unrounded: unrounded,
      totalWithoutExcuses: plain, standing: standing,
      validUntil: status.isDecided ? validUntil(standing?.point) : nil, figures: figures,
      inputs: evidence.inputs,
      missing: missing, confirmedFindings: evidence.confirmedFindings,
      allegedFindings: evidence.allegedFindings,
      hasWholeFindings: evidence.hasWholeFindings, diagnostics: diagnostics,
      mayNotBeEvaluated: mayNotBeEvaluated, member: member,
      cohort: isRecording ? scorer.cohort.map { CohortResult($0, rubric) } : nil,
      papers: evidence.papers,
      faults: evidence.faults, advice: evidence.advice,
      documentsSetAside: evidence.documentsSetAside)
  }

  /// Everything that is not known, in the order in which items need it.
  private func missing(_ items: [ItemResult], _ sections: [SectionResult]) -> [MissingInput] {
    var order = MissingList()
    var byItem: [Missing: [String]] = [:]
    var byGate: [Missing: [String]] = [:]
    func note(_ missing: [Missing], _ id: String, in map: inout [Missing: [String]]) {
      order.append(missing)
      for one in missing where map[one]?.contains(id) != true { map[one, default: []].append(id) }
    }
    for item in items { note(item.missing, item.item.id, in: &byItem) }
    func noteSections(_ sections: [SectionResult]) {
      for section in sections {
        for item in section.items where !section.missing.isEmpty {
          note(section.missing, item.item.id, in: &byItem)
        }
        noteSections(section.subsections)
      }
    }
    noteSections(sections)
    for gate in openGates { note(gate.missing, gate.id, in: &byGate) }
    order.append(totalMissing)
    return order.all.map {
      MissingInput(missing: $0, items: byItem[$0] ?? [], gates: byGate[$0] ?? [])
    }
  }
}
