package import Diagnostics
package import Formats

/// Who was evaluated, as reports name it.
package struct EvaluatedSubject: Sendable {
  package let id: String
  package let title: Wording
  package let kind: String?
  package let isFictional: Bool
  package let region: String?
  /// Who runs it; `nil` where nobody says, or two say different things.
  package let operation: Operation?

  package init(
    id: String, title: Wording? = nil, kind: String? = nil, isFictional: Bool = false,
    region: String? = nil, operation: Operation? = nil
  ) {
    self.id = id
    self.title = title ?? Wording(id)
    self.kind = kind
    self.isFictional = isFictional
    self.region = region
    self.operation = operation
  }
}
