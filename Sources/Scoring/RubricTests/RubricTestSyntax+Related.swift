import Diagnostics
import Formats
import Rubrics
import Values

extension RubricTestSyntax.Case {
  /// The results of others that the case writes down.
  func related(for rubric: Rubric, _ others: [String: [String]]) -> RelatedResults {
    var related = RelatedResults()
    let usual = rubric.everyItem.lazy.compactMap { item in
      item.plan.children?.rubric
    }.first
    related.children = children?.map { $0.result(usual: usual ?? "", others) }
    let grades = others.merging(rubric.declaredGrades) { written, _ in written }
    related.given = results?.map {
      GivenResult(role: $0.role, $0.result.result(usual: "", grades))
    }
    return related
  }
}

extension Rubric {
  /// By rubric: the grades that a fact is declared to take over from it.
  fileprivate var declaredGrades: [String: [String]] {
    Dictionary(
      takenResults.compactMap { fact, taken in
        taken.rubric.flatMap { rubric in fact.allowed.map { (rubric, $0) } }
      }, uniquingKeysWith: { first, _ in first })
  }
}

extension RubricTestSyntax.Child {
  fileprivate func result(usual: String, _ others: [String: [String]]) -> RelatedResult {
    let rubric = rubric ?? usual
    let grades = others[rubric] ?? [best, worst].compactMap { $0 }
    let first = best.flatMap { grades.firstIndex(of: $0) } ?? 0
    let last = worst.flatMap { grades.firstIndex(of: $0) } ?? grades.count
    var found: [String: Value] = [:]
    for cell in values {
      found[cell.name] =
        Number(cell.text).map { .number($0) }
        ?? .unknown(Unknown(Bounds(.everyNumber), missing: [Missing(cell.name, .absent)]))
    }
    let state: RelatedResult.State =
      switch status {
      case "missing": .missing
      case "not evaluated": .notEvaluated
      default: .evaluated
      }
    return RelatedResult(
      subject: id, title: Wording(id), kind: kind, rubric: rubric, depth: level, state: state,
      score: NumberInterval(low, high), grades: grades, ranks: min(first, last)...max(first, last),
      values: found)
  }
}
