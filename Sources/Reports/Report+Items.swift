package import Diagnostics
package import Values

extension Report {
  package struct SectionLine: Sendable, Codable, Equatable {
    package enum Kind: String, Sendable, Codable {
      case section, bonus, deductions
    }

    package var id: String
    package var kind: Kind
    package var title: Wording
    package var points: Number
    /// `nil` where nothing in it applies.
    package var earned: Amount?
    /// Earned of applicable, between 0 and 1.
    package var share: Amount?
    /// Which parts it is as good as, where it is the worst or the best of them.
    package var deciding: Wording?
    package var sections: [SectionLine]
    package var items: [ItemLine]
  }

  package struct ItemLine: Sendable, Codable, Equatable {
    package enum Outcome: String, Sendable, Codable {
      case full, part, none, unknown, excused, void
      case notApplicable = "not applicable"
    }

    package var id: String
    package var title: Wording
    package var points: Number
    package var earned: Amount?
    package var outcome: Outcome
    /// What became of the item, in one sentence: `0 of 6: no contract shown`.
    package var sentence: Wording
    package var says: Wording
    package var citation: String?
    /// The source that the citation names.
    package var source: String?
    package var ruleBasis: String
    package var pointsBasis: String
    package var derivation: [DerivationLine]
    package var judgements: [JudgementLine]
    /// One a stage, for items that people judge.
    package var panels: [PanelFace]?
    package var documents: [DocumentLine]
    package var missing: [MissingLine]
    package var excuse: ExcuseLine?
    package var advice: Wording?
    /// The inputs that the item reads, by name; they stand in `inputs`, `figures` or `files`.
    package var uses: [String]
    /// Empty where the item is scored once.
    package var stages: [StageLine] = []
    /// Why it has not earned all; `nil` in results that are older than reasons.
    package var reasons: [ReasonLine]?
  }

  /// One thing that was looked at on the way to an item's points.
  package struct DerivationLine: Sendable, Codable, Equatable {
    /// `false` for a condition of several that was looked at and did not decide.
    package var isDeciding: Bool
    package var label: Wording
    package var expression: String?
    package var value: String?
    package var rows: [RowsUsed]
  }

  /// The rows of a table file that a figure rests on.
  package struct RowsUsed: Sendable, Codable, Equatable {
    package var file: String
    /// Lines of the file: `2-417, 420`.
    package var lines: String
    package var filter: String?
    package var count: String
    /// Lines that are no records, and were not counted.
    package var leftOut: String?
  }

  package struct JudgementLine: Sendable, Codable, Equatable {
    package var by: String
    package var role: String
    package var stage: String?
    package var date: String?
    package var mark: String
    package var reason: String?
    package var isCounted: Bool
    /// Why it does not count.
    package var why: Wording?
    package var standsInFor: String?
  }

  /// Who judged, column by column.
  package struct PanelFace: Sendable, Codable, Equatable {
    package var title: Wording?
    /// `0–10`.
    package var scale: String
    package var columns: [PanelColumn]
    /// Marks of roles that do not judge here.
    package var others: [JudgementLine]
  }

  package struct PanelColumn: Sendable, Codable, Equatable {
    package var role: String
    package var title: Wording
    /// `40%`; `nil` where there is only one that counts.
    package var weight: String?
    /// How its marks become one.
    package var rule: Wording
    package var marks: [JudgementLine]
    /// What they came to, or the bounds of it; `nil` where the column does not count.
    package var result: String?
    package var says: Wording
    package var isThirdReaderCalled: Bool
    /// Each assessor's total and its weight; `nil` where the marks of each item are combined.
    package var totals: [Wording]?
  }

  package struct DocumentLine: Sendable, Codable, Equatable {
    package var kind: String
    package var title: Wording
    package var isOptional: Bool
    /// The files shown; empty where the document is absent.
    package var files: [String]
  }

  package struct ExcuseLine: Sendable, Codable, Equatable {
    /// `town.funds-paid`: the party and the item that is charged instead.
    package var by: String?
    package var sentence: Wording
    package var without: Amount?
  }
}
