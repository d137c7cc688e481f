package import Diagnostics
package import Values

extension Report {
  package struct StepLine: Sendable, Codable, Equatable {
    package var id: String
    package var title: Wording
    package var sentence: Wording
    package var before: String?
    package var after: String?
    package var changed: Bool
    /// The bar, cap, downgrade or veto it is about, and what became of it; `nil` for every other step.
    package var gate: String?
    package var state: GateState?
  }

  package struct FigureLine: Sendable, Codable, Equatable {
    package var name: String
    package var title: Wording?
    package var unit: String?
    package var expression: String
    package var value: String
    package var rows: [RowsUsed]
  }

  package struct InputLine: Sendable, Codable, Equatable {
    package var name: String
    package var title: Wording?
    package var unit: String?
    /// What was read; `nil` where it is unknown, or private.
    package var value: String?
    /// bundle, round, reference, or the party that gave it.
    package var origin: String
    package var place: String?
    /// How the cell was read: `45万 read as 450000`.
    package var notes: [Wording]
    /// The ids of the items that rest on it.
    package var items: [String]
    /// The role of the party that gives it; `nil` where nobody else does.
    package var party: String?
  }

  /// One file of evidence, and what rests on it.
  package struct FileLine: Sendable, Codable, Equatable {
    package enum Kind: String, Sendable, Codable {
      case table, document, judgement, survey, other
    }

    package var path: String
    package var kind: Kind
    /// The declared table, document kind or survey.
    package var name: String
    package var digest: String?
    package var rowCount: Int?
    package var items: [String]
  }

  package struct MissingLine: Sendable, Codable, Equatable {
    package var name: String
    package var sentence: Wording
    package var place: String?
    package var items: [String]
    /// Who can bring it, and the role where that is a party; `nil` in results that are older.
    package var responsible: Responsible?
    package var party: String?
    /// How many points still hang on it; `nil` outside a list of all that is missing.
    package var stake: Number?
  }

  /// A diagnostic of the evidence, as it is printed.
  package struct Notice: Sendable, Codable, Equatable {
    package var code: String
    package var severity: String
    package var place: String?
    package var headline: Wording
    package var help: Wording?
  }

  package struct SourceLine: Sendable, Codable, Equatable {
    package var id: String
    /// Title, author, issuer, number and date in one line.
    package var text: String
    package var url: String?
  }
}
