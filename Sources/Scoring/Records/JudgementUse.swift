package import Diagnostics
package import Values

/// An assessor's mark, and whether it counted.
package struct JudgementUse: Sendable, Hashable {
  package let by: String
  package let role: String
  package let stage: String?
  package let date: String?
  package let value: Number
  package let band: String?
  package let reason: String?
  package let standsInFor: String?
  /// Why it does not count; `nil` where it does.
  package let setAside: Wording?
}
