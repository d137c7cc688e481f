import Rubrics
import Values

extension Value {
  /// What a value that is unknown waits for.
  var missingParts: [Missing] {
    if case .unknown(let unknown) = self { unknown.missing } else { [] }
  }
}
