import Diagnostics
import Formats
import Rubrics
import Scoring

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
