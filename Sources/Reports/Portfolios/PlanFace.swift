package import Diagnostics

/// How a portfolio is scored, for people and machines.
package struct PlanFace: Sendable, Codable, Equatable {
  /// Raised when a field changes its meaning.
  package static let schema = 1

  package struct Reason: Sendable, Codable, Equatable {
    package var words: Wording
    package var place: String?
  }

  package struct TableLine: Sendable, Codable, Equatable {
    package var name: String
    package var title: Wording
    package var aggregates: [String]
    package var columns: [String]
    /// Columns that are declared and not read.
    package var passedOver: [String]
    /// Figures and items for which its rows are kept.
    package var keptFor: [String]
  }

  /// An expression over rows that no pass tells.
  package struct Refusal: Sendable, Codable, Equatable {
    package var expression: String
    package var reason: Reason
  }

  package struct Part: Sendable, Codable, Equatable {
    package var id: String
    package var title: Wording
    package var expression: String?
    /// `columns` or `rows`.
    package var way: String
    package var reason: Reason?
  }

  /// The first pass over those who are compared with each other.
  package struct Comparison: Sendable, Codable, Equatable {
    /// What is left to the row evaluator.
    package var parts: [Part]
    /// Why it is left to it altogether; `nil` where it is not.
    package var rest: Reason?
  }

  package var schema = PlanFace.schema
  package var rubric: String
  package var edition: String
  package var title: Wording
  package var language: Language
  /// Nothing is left to the row evaluator but what is unknown.
  package var isFused: Bool
  package var tables: [TableLine]
  package var refusals: [Refusal]
  package var figures: [Part]
  package var items: [Part]
  /// Conditions of bars, sections and gates that are left to it.
  package var conditions: [Part]
  /// Why all subjects are left to it one by one; `nil` where they are not.
  package var rest: Reason?
  /// `nil` where the rubric compares nobody.
  package var comparison: Comparison?
}
