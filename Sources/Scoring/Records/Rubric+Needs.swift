import Diagnostics
import FEEL
import Rubrics
import Values

extension Rubric {
  /// The slots that anything but a figure looks at.
  var slotsBesideFigures: Set<Int> {
    var used = Set(everyItem.flatMap(\.inputs))
    used.formUnion(resultPlan.slotsUsed)
    used.formUnion(validity?.from?.slotsUsed ?? [])
    for stage in stages { used.formUnion(stage.appliesWhen?.slotsUsed ?? []) }
    for item in everyItem {
      used.formUnion(item.void?.trigger.plan?.slotsUsed ?? [])
      // Answers are no input of an expression.
      if let survey = item.plan.survey, let slot = index(of: .survey(survey)) {
        used.insert(slot)
      }
    }
    used.formUnion(cohort?.slotsUsed ?? [])
    return used
  }
}

extension Rubric {
  /// Everything that scoring looks at and a portfolio may be without, in the order of the kinds.
  package var needs: [Need] {
    let used = Set(figures.flatMap(\.slotsUsed)).union(slotsBesideFigures)
    var needs: [Need] = []
    for (slot, kind) in slots.enumerated() where used.contains(slot) {
      switch kind {
      case .fact(let fact): needs.append(.fact(fact))
      case .table(let table): needs.append(.table(table))
      case .survey(let survey): needs.append(.survey(survey))
      case .document(let document): needs.append(.document(document))
      case .periodStart, .periodEnd, .asOf: needs.append(.period)
      case .judgements, .faults: needs.append(.marks)
      case .figure, .total, .items, .sections, .stage, .visit, .tested, .surveyColumn, .cohort:
        break
      }
    }
    for item in everyItem {
      needs += item.evidence.filter { !$0.isOptional }.map { Need.document($0.document) }
      if item.plan.panel != nil { needs.append(.marks) }
      if item.plan.children != nil { needs.append(.results) }
      if item.plan.imported?.dated != nil { needs.append(.period) }
    }
    for case .finding(let finding) in triggers { needs.append(.finding(finding)) }
    if movement != nil { needs.append(.history) }
    if movement?.wait != nil { needs.append(.period) }
    var seen: Set<Need> = []
    let order = Need.Kind.allCases
    return needs.filter { seen.insert($0).inserted }.enumerated().sorted {
      let (left, right) = (
        order.firstIndex(of: $0.element.kind(in: self)) ?? 0,
        order.firstIndex(of: $1.element.kind(in: self)) ?? 0
      )
      return (left, $0.offset) < (right, $1.offset)
    }.map(\.element)
  }

  /// What is meant by the texts of needs; what the rubric does not look at is passed over.
  package func leftOut(_ texts: [String]) -> Set<Need> {
    texts.isEmpty ? [] : Set(needs.filter { texts.contains($0.text(in: self)) })
  }

  private var triggers: [Trigger] {
    admission.map(\.trigger) + (caps + vetoes).map(\.trigger) + downgrades.map(\.trigger)
      + everyItem.compactMap { $0.void?.trigger }
  }
}
