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
