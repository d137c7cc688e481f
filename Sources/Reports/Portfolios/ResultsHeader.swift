package import Diagnostics

/// The first line of a file of results: what they were computed from, and what their lines speak of.
package struct ResultsHeader: Sendable, Codable, Equatable {
  /// Raised when a field of the file changes its meaning; a reader refuses what it does not know.
  package static let schema = 1
  package static let kind = "hengxing results"

  package struct Rubric: Sendable, Codable, Equatable {
    package var id: String
    package var edition: String
    package var title: Wording
    package var language: Language
    package var path: String
    package var digest: String
    /// What it stands on, nearest first; `nil` where it stands alone.
    package var bases: [Report.Base]?

    package init(
      id: String, edition: String, title: Wording, language: Language, path: String,
      digest: String, bases: [Report.Base]? = nil
    ) {
      self.bases = bases
      self.id = id
      self.edition = edition
      self.title = title
      self.language = language
      self.path = path
      self.digest = digest
    }
  }

  /// A file that was read.
  package struct File: Sendable, Codable, Equatable {
    /// The declared table or survey; `nil` for the facts.
    package var name: String?
    package var path: String
    package var bytes: Int
    package var digest: String

    package init(name: String?, path: String, bytes: Int, digest: String) {
      self.name = name
      self.path = path
      self.bytes = bytes
      self.digest = digest
    }
  }

  package struct Figure: Sendable, Codable, Equatable {
    package var name: String
    package var title: Wording?
    package var unit: String?
    package var expression: String
  }

  package struct Item: Sendable, Codable, Equatable {
    package var id: String
    package var title: Wording
    package var points: String
    package var says: Wording
  }

  package var kind = ResultsHeader.kind
  package var schema = ResultsHeader.schema
  package var engine: String
  package var mode: String
  package var key: String
  package var rubric: Rubric
  package var files: [File]
  /// What nobody handed over, as an option names it; `nil` where nothing is left out.
  package var leftOut: [String]?
  package var figures: [Figure]
  package var items: [Item]
}
