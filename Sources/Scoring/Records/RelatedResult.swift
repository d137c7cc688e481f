package import Diagnostics
package import Rubrics
package import Values

/// A result of somebody else, as forms that look at others see it.
package struct RelatedResult: Sendable {
  package enum State: Sendable {
    case evaluated
    /// An admission bar or a block.
    case notEvaluated
    /// Nothing was scored: no bundle, no usable rubric.
    case missing
  }

  package let subject: String
  package let title: Wording
  package let kind: String?
  /// The id of the rubric.
  package let rubric: String
  /// Its edition; `nil` where it is not known.
  package let edition: String?
  /// Levels below the subject that looks: 1 for its own children.
  package let depth: Int
  package let state: State
  /// An admission bar, or a block, is still open.
  package let mayNotBeEvaluated: Bool
  /// What the score can be; where nothing was scored, what the rubric can give at all.
  package let score: NumberInterval
  /// Ids of the rubric's grades, best first; empty where they are not known.
  package let grades: [String]
  /// The best and the worst rank among `grades`; one past the last where there is no grade.
  package let ranks: ClosedRange<Int>
  /// A low score is a good one.
  package let lowIsGood: Bool
  /// Its facts and figures, by name.
  package let values: [String: Value]
  /// Why it is not certain, where it is not.
  package var doubts: [Missing.Cause] = [.noResult]

  package init(
    subject: String, title: Wording, kind: String?, rubric: String, edition: String? = nil,
    depth: Int = 1, state: State, score: NumberInterval, grades: [String],
    ranks: ClosedRange<Int>? = nil, lowIsGood: Bool = false, values: [String: Value] = [:],
    mayNotBeEvaluated: Bool = false
  ) {
    self.mayNotBeEvaluated = mayNotBeEvaluated
    self.edition = edition
    self.subject = subject
    self.title = title
    self.kind = kind
    self.rubric = rubric
    self.depth = depth
    self.state = state
    self.score = score
    self.grades = grades
    self.ranks = ranks ?? 0...grades.count
    self.lowIsGood = lowIsGood
    self.values = values
  }
}

extension RelatedResult {
  func missing(as name: String) -> [Missing] { doubts.map { Missing(name, $0) } }

  /// Of a subject of which nothing was scored.
  package static func missing(
    _ subject: String, title: Wording, kind: String?, rubric: Rubric?, named name: String,
    depth: Int = 1
  ) -> RelatedResult {
    RelatedResult(
      subject: subject, title: title, kind: kind ?? rubric?.subject.kind,
      rubric: rubric?.id ?? name, edition: rubric?.edition, depth: depth, state: .missing,
      score: rubric?.scoreBounds ?? .all, grades: rubric?.grades.lines.map(\.id) ?? [],
      lowIsGood: rubric?.grades.lowIsGood ?? false)
  }
}

/// A result in the same round of the subject itself, or of one of its parties.
package struct GivenResult: Sendable {
  /// `nil`: of the subject itself.
  package let role: String?
  package let result: RelatedResult

  package init(role: String?, _ result: RelatedResult) {
    self.role = role
    self.result = result
  }
}

/// What other results give to one subject.
package struct RelatedResults: Sendable {
  /// Of every subject below; `nil` where nobody knows who they are: the subject is scored without its round.
  package var children: [RelatedResult]?
  /// Of the subject itself and of its parties; `nil` where it is scored without its round.
  package var given: [GivenResult]?

  package init() {}
}

extension Grades {
  var lowIsGood: Bool {
    if case .ladder(.atMost) = rule { true } else { false }
  }
}

extension Rubric {
  /// What a total can be at all; an end is open where only evidence could say.
  package var scoreBounds: NumberInterval {
    guard total.formula == nil else {
      return NumberInterval(total.clip?.low, total.clip?.high)
    }
    let losses =
      deductions.map(\.cap) + everyItem.map(\.leastPoints).filter(\.isNegative).map(\.negated)
    let least = Number.sum(losses)?.negated
    let most = possiblePoints.adding(bonus?.cap ?? .zero)
    let low = least.map { max($0, total.clip?.low ?? $0) } ?? total.clip?.low
    let high = most.map { min($0, total.clip?.high ?? $0) } ?? total.clip?.high
    // A veto may give a score of its own.
    let fixed = vetoes.compactMap(\.score)
    return NumberInterval(
      low.map { ([$0] + fixed).min() ?? $0 }, high.map { ([$0] + fixed).max() ?? $0 })
  }
}
