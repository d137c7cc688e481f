/// Whether a mistake in an expression is an error, or a null with a reason.
package enum Mode: Sendable {
  /// Rubrics and policies: unknown names and unlike types are errors; a null condition is unknown.
  case strict
  /// FEEL as the standard has it: only the grammar can be wrong.
  case lenient
}
