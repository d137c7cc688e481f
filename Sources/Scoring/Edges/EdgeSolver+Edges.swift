import Diagnostics
import FEEL
import Rubrics
import Values

extension EdgeSolver {
  func edges(_ step: Step, in plan: Plan) -> [ConditionEdge] {
    switch step.form {
    case .and(let terms): return each(terms, others: true, plan)
    case .or(let terms): return each(terms, others: false, plan)
    case .comparison(let sign, let left, let right):
      return compared(step, left, right, isOrdered: sign != .equal && sign != .unequal, plan)
    case .between(let value, let low, let high):
      return [low, high].flatMap { compared(step, value, $0, isOrdered: true, plan) }
    case .builtin(let builtin, let arguments) where builtin.name == "not" && arguments.count == 1:
      return edges(arguments[0], in: plan)
    case .matching(let match):
      guard let ends = numbers(match)?.ends else { return [] }
      return Set(ends).sorted().flatMap { end in
        EdgeSide.allCases.map { side in
          ConditionEdge(
            words: EdgesWording.beside(words(match.input, plan), "\(end)", side),
            material: number(match.input, near: end, side))
        }
      }
    case .every(let iterations, let condition), .some(let iterations, let condition):
      guard iterations.count == 1, let iteration = iterations.first,
        case .list(let list) = iteration.domain, let rows = rows(list), let row = row(rows)
      else { return [] }
      return looking(at: rows.source, as: iteration.binding).edges(condition, in: plan).map {
        edge in
        ConditionEdge(
          words: edge.words,
          material: edge.material.flatMap { row.joined($0) }.flatMap {
            material(rows.source, [$0])
          })
      }
    default:
      guard case .input = step.form, let (inner, solver) = behind(step),
        case .input(let slot) = step.form, case .figure(let number) = rubric.slots[slot],
        case .expression(let figure) = rubric.figures[number].value
      else { return [] }
      return solver.edges(inner, in: figure)
    }
  }

  private func each(_ terms: [Step], others: Bool, _ plan: Plan) -> [ConditionEdge] {
    terms.enumerated().flatMap { number, term in
      let rest = all(terms, others, but: number)
      return edges(term, in: plan).map { edge in
        ConditionEdge(
          words: edge.words, material: rest.flatMap { edge.material?.joined($0) })
      }
    }
  }

  private func compared(
    _ step: Step, _ left: Step, _ right: Step, isOrdered: Bool, _ plan: Plan
  ) -> [ConditionEdge] {
    if case .string? = constant(right) { return [] }
    if case .boolean? = constant(right) { return [] }
    if date(left, right, .on) != nil {
      return EdgeSide.allCases.map {
        ConditionEdge(
          words: EdgesWording.day(words(step, plan), $0), material: date(left, right, $0))
      }
    }
    guard isOrdered || number(right) != nil else { return [] }
    return EdgeSide.allCases.compactMap { side in
      ConditionEdge(
        words: EdgesWording.beside(words(left, plan), words(right, plan), side),
        material: comparison(left, right, side))
    }
  }

  private func words(_ step: Step, _ plan: Plan) -> String {
    plan.text(of: step).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
