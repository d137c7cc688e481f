/// What a fact takes over from the result of a rubric: of this round, or an earlier one.
package struct TakenResult: Sendable, Hashable {
  package enum Part: String, Sendable, CaseIterable {
    case score, grade
    /// When an earlier result was given, and the last day on which it is valid.
    case date, until
  }

  package enum Giver: Sendable, Hashable {
    /// This round: the subject's own result, or that of the party in this role.
    case round(role: String?)
    /// The subject's earlier results: the latest that fits what is written.
    case history(period: String?, edition: String?)
  }

  package let part: Part
  package let giver: Giver
  /// The id of the rubric that gave it; `nil`, in history only: the rubric that asks.
  package let rubric: String?

  package var isOfThisRound: Bool {
    if case .round = giver { true } else { false }
  }
}

extension Origin {
  package var taken: TakenResult? {
    if case .result(let taken) = self { taken } else { nil }
  }

  /// The role of the party that gives it; `nil` where none does.
  package var role: String? {
    switch self {
    case .party(let role): role
    case .result(let taken):
      if case .round(let role) = taken.giver { role } else { nil }
    case .bundle, .round, .reference, .subject: nil
    }
  }
}
