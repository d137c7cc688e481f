package import FEEL

/// What fires a gate.
package enum Trigger: Sendable {
  /// True on a confirmed finding, unknown on an alleged one. Into `Rubric.findings`.
  case finding(Int)
  case condition(Plan)

  package var plan: Plan? { if case .condition(let plan) = self { plan } else { nil } }
}
