import Diagnostics
import FEEL
import Formats
import Values

extension RubricChecker {
  /// Declared inputs that nothing looks at: a slip of the pen, or a question asked in vain.
  mutating func reportIdleNames(_ rubric: Rubric) {
    var used = Set<Int>()
    for figure in rubric.figures { used.formUnion(figure.slotsUsed) }
    for item in rubric.everyItem { used.formUnion(item.inputs) }
    for stage in rubric.stages { used.formUnion(stage.appliesWhen?.slotsUsed ?? []) }
    used.formUnion(rubric.resultPlan.slotsUsed)
    for bar in rubric.resultPlan.admission {
      if case .keepsOut(.slot(let slot)) = bar.effect { used.insert(slot) }
    }
    let voids = rubric.everyItem.compactMap { $0.void?.trigger }
    for void in voids { used.formUnion(void.plan?.slotsUsed ?? []) }
    used.formUnion(rubric.validity?.from?.slotsUsed ?? [])
    reportAnonymous(rubric, used: used)
    used.formUnion(rubric.cohort?.slotsUsed ?? [])
    let evidence = Set(rubric.everyItem.flatMap { $0.evidence.map(\.document) })
    let surveys = Set(
      rubric.everyItem.compactMap(\.plan.survey))
    for (slot, holds) in slots.enumerated() where !used.contains(slot) {
      switch holds {
      case .fact(let number) where facts[number].origin != .subject:
        reportIdle(facts[number].name, facts[number].place)
      case .table(let number): reportIdle(tables[number].name, tables[number].place)
      case .survey(let number) where !surveys.contains(number):
        reportIdle(rubric.surveys[number].name, rubric.surveys[number].place)
      case .document(let number) where !evidence.contains(number):
        reportIdle(documents[number].name, documents[number].place)
      default: break
      }
    }
    let scoredStages = Set(rubric.everyItem.flatMap { $0.stages.map(\.stage) })
    if !slots.indices.contains(where: { used.contains($0) && slots[$0].isOfPapers }) {
      for (number, stage) in stages.enumerated()
      where !scoredStages.contains(number) && !stages.contains(where: { $0.feeds == number }) {
        reportIdle(stage.id, stage.place)
      }
    }
    let roles = Set(rubric.rolesUsed)
    for party in parties where !roles.contains(party.role) { reportIdle(party.role, party.place) }
    let named = Set(
      (rubric.resultPlan.gates.map(\.trigger) + voids).compactMap { trigger in
        if case .finding(let number) = trigger { number } else { nil }
      })
    for (number, finding) in findings.enumerated() where !named.contains(number) {
      reportIdle(finding.name, finding.place)
    }
    let judging = Set(rubric.everyItem.compactMap { $0.plan.panel?.id })
    for entry in root.map("panels") where !judging.contains(entry.key.text) {
      reportIdle(entry.key.text, entry.key.place)
    }
  }

  private mutating func reportIdle(_ name: String, _ place: Place) {
    // What a base declares may have been for what was left out of it.
    if case .text(let source, _) = place, source !== syntax.source { return }
    diagnostics.report(.nothingLooksAt(name, at: place))
  }
}

extension Slot {
  /// It holds what assessors handed in at whatever stage.
  fileprivate var isOfPapers: Bool { self == .judgements || self == .faults }
}
