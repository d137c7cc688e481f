package import Diagnostics

/// One key of the rubric language: what it is called, what stands behind it, and whether it must.
package struct Key: Sendable {
  package enum Presence: Sendable {
    case required, optional
  }

  package let name: String
  package let kind: Kind
  package let presence: Presence
  package let summary: Wording
  /// The same key in a second language of keys.
  package let aliases: [String]

  package static func required(
    _ name: String, _ kind: Kind, en: String, zh: String, aliases: [String] = []
  ) -> Key {
    Key(
      name: name, kind: kind, presence: .required, summary: Wording(en: en, zh: zh),
      aliases: aliases)
  }

  package static func optional(
    _ name: String, _ kind: Kind, en: String, zh: String, aliases: [String] = []
  ) -> Key {
    Key(
      name: name, kind: kind, presence: .optional, summary: Wording(en: en, zh: zh),
      aliases: aliases)
  }
}

/// What may stand behind a key.
package indirect enum Kind: Sendable {
  /// A FEEL expression in strict mode.
  case feel
  /// FEEL unary tests.
  case tests
  case text
  /// Plain text in the file's language, or `{zh: …, en: …}`.
  case wording
  /// An exact decimal; `80%` is 0.80.
  case number
  /// An integer, not negative.
  case count
  case boolean
  case date
  /// Letters, digits, `_`, `-`, `.`.
  case identifier
  /// A text that is read like a cell of a table of evidence.
  case cell
  case choice([String])
  /// A mapping with the keys of one construct, by the construct's name.
  case record(String)
  /// A mapping whose first key says which construct it is.
  case variant([String])
  case list(Kind)
  /// A mapping whose keys are the author's.
  case map(Kind)
  /// The first kind that has the form of what was written.
  case either([Kind])
  /// Whatever it is, kept as written.
  case anything
}

/// A thing that has keys: a rubric, a section, an item, one scoring form.
package struct Construct: Sendable {
  package let name: String
  package let summary: Wording
  package let keys: [Key]

  package init(_ name: String, en: String, zh: String, _ keys: [Key]) {
    self.name = name
    self.summary = Wording(en: en, zh: zh)
    self.keys = keys
  }

  /// `a section`, `an item`.
  package var withArticle: String {
    ("aeiou".contains(name.first ?? "x") ? "an " : "a ") + name
  }

  /// What it is, to begin a sentence with.
  package var chineseName: String {
    summary.zh.hasSuffix("。") ? String(summary.zh.dropLast()) : summary.zh
  }

  package func key(_ name: String) -> Key? {
    keys.first { $0.name == name || $0.aliases.contains(name) }
  }
}

extension Kind {
  /// The constructs that this kind names.
  package var constructNames: [String] {
    switch self {
    case .record(let name): [name]
    case .variant(let names): names
    case .list(let kind), .map(let kind): kind.constructNames
    case .either(let kinds): kinds.flatMap(\.constructNames)
    case .feel, .tests, .text, .wording, .number, .count, .boolean, .date, .identifier, .cell,
      .choice, .anything:
      []
    }
  }
}
