import Rubrics
import Values

extension RelatedResult {
  package init(_ evaluation: Evaluation, depth: Int = 1) {
    let rubric = evaluation.rubric
    var values: [String: Value] = [:]
    for input in evaluation.inputs { values[input.declaration.name] = input.value }
    for figure in evaluation.figures { values[figure.figure.name] = figure.value }
    let last = rubric.grades.lines.count
    let best = evaluation.standing?.best.rank ?? last
    let worst = evaluation.standing?.worst.rank ?? last
    var state = State.evaluated
    if case .notEvaluated = evaluation.status { state = .notEvaluated }
    self.init(
      subject: evaluation.subject.id, title: evaluation.subject.title,
      kind: evaluation.subject.kind ?? rubric.subject.kind, rubric: rubric.id,
      edition: rubric.edition,
      depth: depth, state: state,
      score: evaluation.total.map { NumberInterval($0.low, $0.high) } ?? rubric.scoreBounds,
      grades: rubric.grades.lines.map(\.id),
      ranks: evaluation.standing == nil ? nil : min(best, worst)...max(best, worst),
      lowIsGood: rubric.grades.lowIsGood, values: values,
      mayNotBeEvaluated: evaluation.mayNotBeEvaluated)
    switch ClosingReach(evaluation.missing.map(\.missing)) {
    case .decides: break
    case .decidesLater: doubts = [.noResult, .resultInDoubt]
    case .neverDecides: doubts = [.resultInDoubt]
    }
  }
}
