import Diagnostics
package import Rubrics

/// Something that a rubric looks at and that a portfolio may be without.
package enum Need: Sendable, Hashable {
  /// Into the declarations of the rubric.
  case fact(Int)
  case table(Int)
  case survey(Int)
  case document(Int)
  case finding(Int)
  /// What assessors hand in.
  case marks
  /// Grades of the past.
  case history
  /// The results of other subjects, or of other rubrics.
  case results
  /// The days of the round: `period start`, `period end`, `as of`.
  case period

  /// The word for all of a kind, as `--without` takes it.
  package enum Kind: String, Sendable, CaseIterable {
    case facts, tables, surveys, documents, marks, findings, parties, results, history, period
  }

  package func kind(in rubric: Rubric) -> Kind {
    switch self {
    case .fact(let fact):
      switch rubric.facts[fact].origin {
      case .bundle, .round, .reference, .subject: .facts
      case .party: .parties
      case .result: .results
      }
    case .table(let table): rubric.tables[table].origin.isParty ? .parties : .tables
    case .survey: .surveys
    case .document: .documents
    case .finding: .findings
    case .marks: .marks
    case .history: .history
    case .results: .results
    case .period: .period
    }
  }

  /// As the rubric names it; `nil` where a kind says everything.
  package func name(in rubric: Rubric) -> String? {
    switch self {
    case .fact(let fact): rubric.facts[fact].name
    case .table(let table): rubric.tables[table].name
    case .survey(let survey): rubric.surveys[survey].name
    case .document(let document): rubric.documents[document].name
    case .finding(let finding): rubric.findings[finding].name
    case .marks, .history, .results, .period: nil
    }
  }

  /// The same for another rubric that declares it too: `documents/值班制度`, `marks`.
  package func text(in rubric: Rubric) -> String {
    let kind = kind(in: rubric).rawValue
    return name(in: rubric).map { "\(kind)/\($0)" } ?? kind
  }
}

extension Origin {
  fileprivate var isParty: Bool { if case .party = self { true } else { false } }
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
      switch item.plan.quantity {
      case .given(.children): needs.append(.results)
      case .given(.imported(let rule)) where rule.dated != nil: needs.append(.period)
      case .given, .number, .truth, .choice, .table, .held: break
      }
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
