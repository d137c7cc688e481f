package import Diagnostics
package import Formats
import Rubrics
import Values

/// What the round and the bundle say of who runs a subject, each as written.
package struct StatedOperation: Sendable {
  /// That of the round first.
  private let stated: [(text: String, place: Place?)]
  /// Where it could stand.
  private let home: Place?

  package static let nothing = StatedOperation([], home: nil)

  package init(_ stated: [(text: String, place: Place?)], home: Place?) {
    self.stated = stated
    self.home = home
  }

  /// The one that nobody contradicts.
  package var agreed: Operation? {
    let read = stated.map { Operation(written: $0.text) }
    guard let first = read.first ?? nil, read.allSatisfy({ $0 == first }) else { return nil }
    return first
  }

  /// As a fact; unknown where nobody says it, where it cannot be read, and where two say different things.
  func read(_ reader: DeclaredReader) -> InputResult {
    let declaration = reader.declaration
    let cause: Missing.Cause = stated.isEmpty ? .absent : .unreadable
    return InputResult(
      declaration: declaration,
      value: agreed.map { .string($0.rawValue) }
        ?? reader.absent(named: declaration.name, cause),
      place: stated.first?.place, notes: agreed.map { [$0.wording] } ?? [], provenance: nil)
  }

  /// Tells of two that differ, of silence where somebody asks, and of a fact that says it where nobody looks.
  func report(
    of subject: String, asked isAsked: Bool, among facts: Facts, into diagnostics: inout Diagnostics
  ) {
    let read = Set(stated.compactMap { Operation(written: $0.text) })
    if read.count > 1, let one = stated.first, let other = stated.last {
      diagnostics.report(.operationsDiffer(subject, at: one.place, other: other.place))
    }
    if let fact = facts.unread {
      let word = Operation(written: fact.text)
      if stated.isEmpty {
        diagnostics.report(.operationAmongFacts(fact.name, word, of: subject, at: fact.place))
      } else if let word, let agreed, word != agreed {
        diagnostics.report(
          .operationAmongFacts(
            fact.name, word, unlike: agreed, of: subject, at: fact.place, other: stated.first?.place
          ))
      }
    } else if stated.isEmpty, isAsked {
      diagnostics.report(.operationNotSaid(subject, at: home))
    }
  }

  /// Tells of silence where a policy asks, and the rubric does not.
  package func reportSilence(of subject: String, into diagnostics: inout Diagnostics) {
    if stated.isEmpty { diagnostics.report(.operationNotSaid(subject, at: home)) }
  }

  /// What the bundle says of it among its facts.
  struct Facts {
    /// A fact that bears the name and that the rubric does not declare.
    let unread: (name: String, text: String, place: Place?)?

    init(_ source: EvidenceSource, declared: [Declaration]) {
      let names = Set(
        declared.filter { $0.origin != .subject }.flatMap { $0.headers + [$0.name] }
          .map(HeaderName.init))
      unread =
        Operation.headers.lazy.compactMap { name in
          let header = HeaderName(name)
          guard !names.contains(header), let fact = source.facts[header] else { return nil }
          return (name, fact.text, fact.place)
        }.first
    }
  }
}
