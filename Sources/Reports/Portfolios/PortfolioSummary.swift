package import Diagnostics

/// What a portfolio's results say together: how many of which grade, where, and what was missing.
///
/// Holds counts and texts, and nothing of a single subject. Every list of counts adds up to `subjectCount`.
package struct PortfolioSummary: Sendable, Codable, Equatable {
  /// Raised when a field changes its meaning.
  package static let schema = 1

  package struct RubricFace: Sendable, Codable, Equatable {
    package var id: String
    package var edition: String
    package var digest: String
    /// What it stands on, nearest first; `nil` where it stands alone.
    package var bases: [Report.Base]?
    package var title: Wording
    package var note: Wording?
    package var language: Language
    package var isFictional: Bool
  }

  /// A status word of the results, and how many subjects have it.
  package struct StatusCount: Sendable, Codable, Equatable {
    package var status: String
    package var count: Int
  }

  /// A grade, and how many subjects have it; `id` is empty for those without.
  package struct GradeCount: Sendable, Codable, Equatable {
    package var id: String
    package var title: Wording
    package var stars: Int?
    /// The total at which the grade begins, where it is a ladder.
    package var threshold: String?
    package var count: Int
  }

  /// The scores that are certain; the others are in no bin.
  package struct Distribution: Sendable, Codable, Equatable {
    package struct Bin: Sendable, Codable, Equatable {
      /// Included.
      package var from: String
      /// Not included, but for the last bin.
      package var to: String
      package var count: Int
    }

    package var count: Int
    package var mean: String
    package var median: String
    /// A quarter of the scores is not above it.
    package var lowerQuartile: String
    /// Three quarters of the scores are not above it.
    package var upperQuartile: String
    package var least: String
    package var greatest: String
    package var bins: [Bin]
  }

  /// The subjects by one column of the facts.
  package struct Group: Sendable, Codable, Equatable {
    package struct Class: Sendable, Codable, Equatable {
      package enum Kind: String, Sendable, Codable {
        /// One text of the column.
        case value
        /// A quarter of the numbers of the column, by size.
        case quarter
        /// Texts beyond those that are shown.
        case others
        /// The cell is empty, or there is no such row.
        case empty
      }

      package var kind: Kind
      package var name: String
      package var count: Int
      /// By grade, in the order of `grades`.
      package var grades: [Int]
      /// Of the certain scores; `nil` where there are none.
      package var mean: String?
    }

    package var column: String
    package var title: Wording
    package var classes: [Class]
  }

  /// How often a declared fact, or a column of a table, was known.
  package struct FactLine: Sendable, Codable, Equatable {
    package var name: String
    package var title: Wording
    package var hasColumn: Bool
    package var known: Int
    /// Empty, and there is no such thing.
    package var null: Int
    /// Empty, and a convention gives it a value.
    package var assumed: Int
    /// Empty, and somebody could still tell us.
    package var unknown: Int
    /// Not what was declared; unknown too.
    package var unreadable: Int
  }

  /// A table whose rows were read: every row of its file, whosever it is.
  package struct TableLine: Sendable, Codable, Equatable {
    package var name: String
    package var title: Wording
    package var rowCount: Int
    package var columns: [FactLine]
  }

  /// How the points of one item were earned.
  package struct ItemLine: Sendable, Codable, Equatable {
    package var id: String
    package var title: Wording
    package var points: String
    /// Subjects that have certain points.
    package var count: Int
    package var full: Int
    package var none: Int
    /// Of those that have points; `nil` where there are none.
    package var mean: String?
    /// Mean of points, in thousandths; `nil` where it cannot be said.
    package var share: Int?
  }

  /// Things of a kind that nobody handed over; names only where the kind has some.
  package struct LeftOutLine: Sendable, Codable, Equatable {
    package var kind: String
    package var title: Wording
    package var names: [String]
  }

  package struct NoticeCount: Sendable, Codable, Equatable {
    package var code: String
    package var severity: String
    package var headline: Wording
    package var count: Int
  }

  package var schema = PortfolioSummary.schema
  package var engine: String
  package var mode: String
  package var rubric: RubricFace
  package var subjectCount: Int
  package var statuses: [StatusCount]
  package var grades: [GradeCount]
  /// `nil` where no score is certain.
  package var scores: Distribution?
  package var groups: [Group]
  package var facts: [FactLine]
  package var tables: [TableLine]
  /// Only where the results have a column for every item.
  package var items: [ItemLine]
  package var notices: [NoticeCount]
  /// What the rubric looks at and nobody handed over; by kind.
  package var leftOut: [LeftOutLine]
}
