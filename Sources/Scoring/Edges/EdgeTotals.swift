import Diagnostics
import FEEL
import Rubrics
import Values

/// Puts evidence of single items together so that the score lies on a line of the grades, or a step below it.
struct EdgeTotals {
  private struct Part {
    let points: Number
    let material: EdgeMaterial
    let needsPeriod: Bool
  }

  /// More combinations than this are not tried for one line.
  private static let mostTries = 20_000

  /// By how much a total may lie below a line where the items let it come no nearer.
  private static let steps = ["0.1", "0.2", "0.5", "1", "2", "5", "10"].compactMap { Number($0) }

  private let rubric: Rubric
  /// What keeps gates from firing.
  private let frame: EdgeMaterial
  /// By item, each number of points once.
  private var parts: [String: [Part]] = [:]
  private(set) var unfound: [UnfoundEdge] = []

  init(_ rubric: Rubric, _ solver: EdgeSolver) {
    self.rubric = rubric
    var frame = EdgeMaterial()
    for gate in rubric.resultPlan.gates {
      guard let plan = gate.trigger.plan else { continue }
      frame = frame.joined(solver.truth(plan.step, false)) ?? frame
    }
    self.frame = frame
  }

  /// Remembers what evidence earns.
  mutating func note(_ edge: Edge, _ evaluation: Evaluation?) {
    guard case .item(let id) = edge.owner,
      let item = evaluation?.everyItem.first(where: { $0.item.id == id }),
      case .points(let points) = item.outcome
    else { return }
    guard parts[id]?.contains(where: { $0.points == points }) != true else { return }
    parts[id, default: []].append(
      Part(points: points, material: edge.material, needsPeriod: edge.needsPeriod))
  }

  /// The lines of the grades, from the best; those that no evidence reaches are in `unfound`.
  mutating func edges() -> [Edge] {
    var edges: [Edge] = []
    for case .band(.ladder(let rungs)) in rubric.resultPlan.standing {
      for (rank, rung) in rungs.enumerated() {
        guard let line = rung.threshold else { continue }
        let grade = rubric.grades.lines[rank].id
        let score = EdgesWording.score.text(in: rubric.language)
        for side in [EdgeSide.on, .below] {
          if let edge = edge(grade, score, line, side) {
            edges.append(edge)
          } else {
            unfound.append(
              UnfoundEdge(owner: grade, words: EdgesWording.beside(score, "\(line)", side)))
          }
        }
      }
    }
    return edges
  }

  /// On a line, or as near below as items let it come.
  private func edge(
    _ grade: String, _ score: String, _ line: Number, _ side: EdgeSide
  ) -> Edge? {
    let least = rubric.total.rounding.step
    for step in side == .on ? [.zero] : [least] + Self.steps {
      guard let total = line.subtracting(step) else { continue }
      let words =
        step <= least
        ? EdgesWording.beside(score, "\(line)", side)
        : EdgesWording.under(score, "\(total)", "\(line)")
      if let edge = edge(grade, words, total) { return edge }
    }
    return nil
  }

  private func edge(_ grade: String, _ words: Wording, _ total: Number) -> Edge? {
    let items = rubric.items.compactMap { parts[$0.id] }.map {
      $0.sorted { $0.points > $1.points }
    }
    // The least and the greatest sum of the items from each one on.
    var (least, greatest) = ([Number.zero], [Number.zero])
    for parts in items.reversed() {
      least.append(least.last?.adding(min(.zero, parts.last?.points ?? .zero)) ?? .zero)
      greatest.append(greatest.last?.adding(parts.first?.points ?? .zero) ?? .zero)
    }
    (least, greatest) = (least.reversed(), greatest.reversed())
    var tries = 0
    func search(_ number: Int, _ rest: Number, _ found: EdgeMaterial, _ period: Bool) -> Edge? {
      tries += 1
      guard tries < Self.mostTries, least[number] <= rest, rest <= greatest[number] else {
        return nil
      }
      guard number < items.count else {
        return rest.isZero
          ? Edge(
            owner: .grade(grade), words: words, material: found, needsPeriod: period, total: total)
          : nil
      }
      for part in items[number] {
        guard let left = rest.subtracting(part.points), let both = found.joined(part.material),
          let edge = search(number + 1, left, both, period || part.needsPeriod)
        else { continue }
        return edge
      }
      return nil
    }
    return search(0, total, frame, false)
  }
}
