package import Diagnostics

/// A document that an item lists.
package struct DocumentUse: Sendable, Hashable {
  package enum State: Sendable, Hashable {
    case seen
    /// Listed without need; only reported.
    case optionalAbsent
    case absent
  }

  package let kind: String
  package let state: State
  /// `nil` where absent.
  package let file: String?
  package let digest: String?
  package let dated: String?
  /// Why a file of this kind does not count: its type, its date.
  package let setAside: Wording?
}
