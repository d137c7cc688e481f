package import Diagnostics
package import Rubrics
package import Values

/// One declared fact as it was read.
package struct InputResult: Sendable {
  package let declaration: Declaration
  package let value: Value
  /// Where it was read; `nil` where it is missing.
  package let place: Place?
  /// What was done to the cell: a percent divided, a 万 multiplied, a convention for an empty cell.
  package let notes: [Wording]
  /// The source and year of a reference.
  package let provenance: Wording?
}
