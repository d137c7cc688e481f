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

  /// The same with each of its places where `move` says that it is.
  func moved(_ move: (Place) -> Place) -> Diagnostic {
    var moved = place.map { self.moved(to: move($0)) } ?? self
    moved.related = related.map { RelatedPlace($0.role, at: move($0.place)) }
    return moved
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
