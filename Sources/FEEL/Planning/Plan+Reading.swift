package import Diagnostics
package import Values

extension Plan {
  /// Reads, checks and plans an expression.
  ///
  /// - Returns: `nil` when a mistake was reported as an error.
  package static func expression(
    _ passage: Passage, in scope: Scope, mode: Mode, expecting: Shape? = nil,
    into diagnostics: inout Diagnostics
  ) -> Plan? {
    nil
  }

  /// Reads, checks and plans unary tests (`> 5`, `"A", "B"`, `not(1)`, `-`) as one boolean.
  ///
  /// The value tested is the entry `?` of `scope`.
  /// - Returns: `nil` when a mistake was reported as an error.
  package static func unaryTests(
    _ passage: Passage, over input: Shape, in scope: Scope, mode: Mode,
    into diagnostics: inout Diagnostics
  ) -> Plan? {
    nil
  }
}

extension DecisionTable {
  package func plan(
    in scope: Scope, mode: Mode, into diagnostics: inout Diagnostics
  ) -> DecisionTablePlan? {
    nil
  }
}
