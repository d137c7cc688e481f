/// How much a diagnostic weighs: an error rejects, a warning asks, a note informs.
package enum Severity: String, Sendable, Comparable {
  case note, warning, error

  package static func < (left: Severity, right: Severity) -> Bool {
    left.weight < right.weight
  }

  private var weight: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// A mistake of an author or of evidence, as data: what, where, and what to do.
package struct Diagnostic: Sendable {
  /// A readable kebab-case name, unique over the package.
  package let code: String
  package let severity: Severity
  package let place: Place?
  package let headline: Wording
  /// What is wrong with the marked words; five words at most.
  package let label: Wording?
  package let notes: [Wording]
  package let help: Wording?
  /// Where else something stands that belongs to the mistake.
  package private(set) var related: [RelatedPlace]
  /// Changes after which the mistake is gone, where one is plainly meant or changes no result; made all together.
  package private(set) var edits: [Edit]
  package let meaning: Meaning

  package init(
    _ code: String,
    _ severity: Severity = .error,
    at place: Place?,
    _ headline: Wording,
    label: Wording? = nil,
    notes: [Wording] = [],
    help: Wording? = nil,
    related: [RelatedPlace] = [],
    edits: [Edit] = [],
    meaning: Meaning = .fault
  ) {
    self.code = code
    self.severity = severity
    self.place = place
    self.headline = headline
    self.label = label
    self.notes = notes
    self.help = help
    self.related = related
    self.edits = edits
    self.meaning = meaning
  }

  /// The same mistake where its text came from.
  package func moved(to place: Place) -> Diagnostic {
    Diagnostic(
      code, severity, at: place, headline, label: label, notes: notes, help: help,
      related: related, edits: edits, meaning: meaning)
  }

  /// The same, with more places that belong to it.
  package func pointing(at places: RelatedPlace?...) -> Diagnostic {
    pointing(at: places.compactMap(\.self))
  }

  package func pointing(at places: [RelatedPlace]) -> Diagnostic {
    var more = self
    more.related += places.prefix(Self.mostRelated)
    return more
  }

  /// The same, with a remedy where there is one.
  package func remedied(by edit: Edit?) -> Diagnostic {
    guard let edit else { return self }
    var more = self
    more.edits.append(edit)
    return more
  }

  /// More places than this are a list, not an explanation.
  private static let mostRelated = 12
}

/// Where mistakes are collected, so that one run tells them all.
package struct Diagnostics: Sendable {
  /// More than this many mistakes help nobody; the rest is counted.
  package static let maximumCount = 1000

  package private(set) var all: [Diagnostic] = []
  package private(set) var omittedCount = 0

  package init() {}

  package mutating func report(_ diagnostic: Diagnostic) {
    if all.count < Self.maximumCount { all.append(diagnostic) } else { omittedCount += 1 }
    if diagnostic.severity == .error { errorCount += 1 }
    meanings.insert(diagnostic.meaning)
  }

  /// What must be read however much stands above it.
  package mutating func reportLast(_ diagnostic: Diagnostic) {
    all.append(diagnostic)
    if diagnostic.severity == .error { errorCount += 1 }
    meanings.insert(diagnostic.meaning)
  }

  package mutating func append(_ other: Diagnostics) {
    let count = errorCount + other.errorCount
    for diagnostic in other.all { report(diagnostic) }
    omittedCount += other.omittedCount
    // Also those that `other` has only counted.
    errorCount = count
    meanings.formUnion(other.meanings)
  }

  package private(set) var errorCount = 0
  /// What code may do with those that were reported, listed or only counted.
  package private(set) var meanings: Set<Diagnostic.Meaning> = []
  package var hasErrors: Bool { errorCount > 0 }
  package var isEmpty: Bool { all.isEmpty }
}
