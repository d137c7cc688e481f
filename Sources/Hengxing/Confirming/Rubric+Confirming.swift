import Diagnostics
import Formats
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

extension Library {
  /// Whether every rubric that a round names may give results of this kind.
  func isConfirmed(
    for mode: ScoringMode, in round: Round, into diagnostics: inout Diagnostics
  ) -> Bool {
    let named = Set(round.subjects.flatMap { $0.rubrics.map(\.text) })
    let used = rubrics.filter { entry in named.contains { entry.isCalled($0) } }
    return used.compactMap(\.content).reduce(true) { isConfirmed, rubric in
      rubric.isConfirmed(for: mode, into: &diagnostics) && isConfirmed
    }
  }
}
