package import Diagnostics
package import Formats

/// A rubric file on which another stands, as it was found.
package struct BaseFile: Sendable {
  package let node: Node
  /// SHA-256 of the file's bytes.
  package let digest: String

  package init(_ node: Node, digest: String) {
    self.node = node
    self.digest = digest
  }
}

/// Finds the file that `base:` names; tells why where there is none.
package typealias BaseFinder = (_ name: Scalar, _ diagnostics: inout Diagnostics) -> BaseFile?

/// What a rubric stands on, as results record it.
package struct RubricBase: Sendable, Hashable {
  package let id: String
  package let edition: String
  package let title: Wording
  /// SHA-256 of the file's bytes.
  package let digest: String
  /// What was changed of it, in the order of the changes.
  package let changes: [BaseChange]

  /// As `base:` may name it.
  package var name: String { "\(id)@\(edition)" }
}

/// One thing that is not as in the base, by ids.
package enum BaseChange: Sendable, Hashable {
  case leftOut(String)
  case replaced(String)
  case added(String, to: String)
  case points(String, from: String, to: String)
}
