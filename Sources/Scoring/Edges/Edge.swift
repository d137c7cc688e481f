package import Diagnostics
import Rubrics
import Values

/// One edge of a rule, with evidence that lies on it, next to it, or says nothing.
struct Edge: Sendable {
  /// What a case looks at, and what its result is read from.
  enum Owner: Sendable, Hashable {
    /// Points of an item, by its id.
    case item(String)
    /// Who is evaluated at all, by the id of the bar.
    case bar(String)
    /// What a cap, a downgrade or a veto leaves of the grade.
    case gate(String)
    /// The grade of a score.
    case grade(String)

    var id: String {
      switch self {
      case .item(let id), .bar(let id), .gate(let id), .grade(let id): id
      }
    }
  }

  /// The number that is wanted, where there is one.
  struct Line: Sendable {
    let number: Number
    let side: EdgeSide
  }

  let owner: Owner
  let words: Wording
  let material: EdgeMaterial
  var line: Line?
  /// Whether something in it looks at the period or the day of the evaluation.
  var needsPeriod = false
  /// The score that is wanted, of a case about the grade.
  var total: Number?
}

/// An edge for which no evidence was found.
package struct UnfoundEdge: Sendable {
  /// The id of an item or a gate.
  package let owner: String
  package let words: Wording
}
