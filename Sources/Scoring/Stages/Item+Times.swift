import Rubrics
import Values

extension Item {
  /// The times at which it is scored, in the order of stages and terms.
  ///
  /// Without a period nobody knows the terms; then a stage that is held again and again stands there once, and no mark
  /// counts at it.
  func times(in rubric: Rubric, _ period: Period?) -> [StageTime] {
    stages.flatMap { own -> [StageTime] in
      let stage = rubric.stages[own.stage]
      let terms = period.flatMap { stage.every?.terms(from: $0.start, to: $0.end) }
      guard let terms, !terms.isEmpty else {
        return [StageTime(number: own.stage, stage: stage, term: nil)]
      }
      return terms.map { StageTime(number: own.stage, stage: stage, term: $0) }
    }
  }
}
