import Diagnostics
import Rubrics
import Scoring

extension Rubric {
  /// Whether it may give results of this kind: nothing is final while a question about it waits for an answer.
  func isConfirmed(for mode: ScoringMode, into diagnostics: inout Diagnostics) -> Bool {
    guard mode == .final, !questions.isEmpty else { return true }
    diagnostics.report(.notConfirmed(self))
    return false
  }
}
