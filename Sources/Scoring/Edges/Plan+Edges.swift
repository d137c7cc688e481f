import Diagnostics
import FEEL
import Rubrics
import Values

extension Plan {
  /// The edges of a condition: of each comparison in it, while the rest of it leaves the answer to that one.
  func edges(_ solver: EdgeSolver) -> [ConditionEdge] {
    var edges = solver.edges(step, in: self)
    for holds in [true, false] {
      if edges.isEmpty || solver.truth(step, holds) != nil {
        edges.append(
          ConditionEdge(
            words: EdgesWording.holds(shown, holds), material: solver.truth(step, holds)))
      }
    }
    return edges
  }

  /// As written, on one line.
  var shown: String {
    passage.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
