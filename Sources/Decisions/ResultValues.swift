import Rubrics
package import Scoring
package import Values

/// What a policy is told about one subject.
package struct ResultValues: Sendable {
  /// An earlier result, the most recent first.
  package struct Past: Sendable {
    package let grade: String?
    package let score: Number?
    /// As it is written: `2023`, `2023年上半年`.
    package let period: String?

    package init(grade: String?, score: Number?, period: String?) {
      self.grade = grade
      self.score = score
      self.period = period
    }
  }

  /// What the contract says; `nil` where it does not say it.
  package struct Contract: Sendable {
    package let amount: Number?
    package let from: CalendarDate?
    package let until: CalendarDate?

    package init(amount: Number?, from: CalendarDate?, until: CalendarDate?) {
      self.amount = amount
      self.from = from
      self.until = until
    }
  }

  package var values: [ResultName: Value]

  package init(_ values: [ResultName: Value]) {
    self.values = values
  }

  /// From an evaluation: a score with an interval, and a grade that is still open, are unknown within their bounds.
  package init(
    of evaluation: Evaluation,
    history: [Past],
    contracts: [Contract]
  ) {
    let missing = evaluation.missing.map(\.missing)
    var values = Self.around(history, contracts, period: evaluation.period, asOf: evaluation.asOf)
    values[.status] = .string(Self.word(for: evaluation.status))
    values[.confirmedFindings] = Self.count(evaluation.confirmedFindings, of: evaluation)
    values[.allegedFindings] = Self.count(evaluation.allegedFindings, of: evaluation)
    values[.validUntil] = evaluation.validUntil.map(Value.date) ?? .null
    if let total = evaluation.total {
      values[.low] = .number(total.low)
      values[.high] = .number(total.high)
      values[.score] =
        total.point.map(Value.number)
        ?? .unknown(
          Unknown(
            Bounds(.number(low: total.low, high: total.high, isWhole: false)), missing: missing
          )
        )
    }
    if let standing = evaluation.standing {
      values[.grade] = Self.grade(standing, of: evaluation.rubric.grades, missing: missing)
      values[.stars] = Self.stars(standing, missing: missing)
    }
    // Behind a bar that is still open there may be neither score nor grade.
    if evaluation.mayNotBeEvaluated {
      for name in [ResultName.score, .low, .high, .grade, .stars] {
        values[name] = values[name].map { Self.mayBeNull($0, missing: missing) }
      }
    }
    self.values = values
  }

  private static func mayBeNull(_ value: Value, missing: [Missing]) -> Value {
    let bounds: Bounds
    switch value {
    case .number(let number): bounds = Bounds(.number(low: number, high: number, isWhole: false))
    case .string: bounds = Bounds(.oneOf([value]))
    case .unknown(let unknown): bounds = unknown.bounds
    default: return value
    }
    return .unknown(Unknown(Bounds(bounds.kind, mayBeNull: true), missing: missing))
  }

  /// Every grade between the worst and the best standing; null where no line is left.
  private static func grade(
    _ standing: StandingRange, of grades: Grades, missing: [Missing]
  ) -> Value {
    guard let best = standing.best.rank else { return .null }
    let worst = standing.worst.rank ?? grades.lines.count - 1
    let ids = grades.lines.indices.filter { $0 >= best && $0 <= worst }
      .map { Value.string(grades.lines[$0].id) }
    let mayBeNull = standing.worst.rank == nil
    if ids.count == 1, !mayBeNull { return ids[0] }
    return .unknown(Unknown(Bounds(.oneOf(ids), mayBeNull: mayBeNull), missing: missing))
  }

  private static func stars(_ standing: StandingRange, missing: [Missing]) -> Value {
    let ends = [standing.worst.stars, standing.best.stars].compactMap { $0 }
    guard let least = ends.min(), let greatest = ends.max() else { return .null }
    if least == greatest, ends.count == 2 { return .number(Number(least)) }
    // Where one end has no stars, what lies between may have fewer than the other.
    let bounds = Bounds(
      .number(
        low: ends.count == 2 ? Number(least) : .zero, high: Number(greatest), isWhole: true),
      mayBeNull: ends.count < 2
    )
    return .unknown(Unknown(bounds, missing: missing))
  }

  /// The word that policies test; an admission bar's own words are `not evaluated` here.
  private static func word(for status: Status) -> String {
    switch status {
    case .evaluated: "evaluated"
    case .reEvaluated(passed: true): "passed on re-evaluation"
    case .reEvaluated(passed: false): "failed on re-evaluation"
    case .open: "open"
    case .notEvaluated: "not evaluated"
    case .rejected: "rejected"
    }
  }
}

extension ResultValues {
  /// At least so many, where some findings cannot be read.
  private static func count(_ count: Int, of evaluation: Evaluation) -> Value {
    guard !evaluation.hasWholeFindings else { return .number(Number(count)) }
    return .unknown(
      Unknown(
        Bounds(.number(low: Number(count), high: nil, isWhole: true)),
        missing: [Missing("findings", .unreadable)]))
  }
}
