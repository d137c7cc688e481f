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

  /// Tells of two that differ, and of silence where a rubric asks.
  func report(of subject: String, asked isAsked: Bool, into diagnostics: inout Diagnostics) {
    let read = Set(stated.compactMap { Operation(written: $0.text) })
    if read.count > 1, let one = stated.first, let other = stated.last {
      diagnostics.report(.operationsDiffer(subject, at: one.place, other: other.place))
    }
    if stated.isEmpty, isAsked { diagnostics.report(.operationNotSaid(subject, at: home)) }
  }
}
