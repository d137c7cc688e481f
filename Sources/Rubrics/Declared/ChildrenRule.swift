package import Diagnostics
package import FEEL
package import Values

/// How a number becomes points: a ladder, or a straight line.
package enum PointScale: Sendable {
  case steps(lines: [LadderLine], otherwise: Number)
  /// Linear between the two.
  case linear(zeroAt: Number, fullAt: Number)
}

/// Points from the results of subordinate subjects.
package struct ChildrenRule: Sendable {
  /// What a child must reach.
  package enum Bar: Sendable {
    case grade(String, Place)
    case score(Number)
  }

  package enum Take: Sendable {
    /// Full marks if every child reaches the bar.
    case all(Bar)
    case share(Bar, PointScale)
    case worstScore(PointScale)
    /// Points by the worst grade.
    case worstGrade([GradePoints])
    case mean(PointScale)
  }

  package struct GradePoints: Sendable {
    package let grade: String
    package let points: Number
    package let place: Place
  }

  package enum NotEvaluated: String, Sendable, CaseIterable {
    case unknown, drop, fail
  }

  package enum IfNone: String, Sendable, CaseIterable {
    case unknown, fail
    case notApplicable = "not applicable"
  }

  /// A fact of the children's rubric.
  package struct Weight: Sendable {
    package let fact: String
    package let place: Place
  }

  /// The id of the children's rubric.
  package let rubric: String
  package let take: Take
  /// `nil`: of any kind.
  package let kind: String?
  /// Only the next level below, or every level.
  package let isDirect: Bool
  package let weight: Weight?
  package let expected: Plan?
  package let notEvaluated: NotEvaluated
  package let ifNone: IfNone
  package let place: Place
}
