import Rubrics
import Values

extension CohortView {
  /// A number of the group, or where the subject stands in it; `nil` where nobody knows who its peers are.
  func figure(_ number: Int) -> Value? {
    guard rule.figures.indices.contains(number) else { return nil }
    let figure = rule.figures[number]
    if figure.statistic.isStanding { return standing(figure, number) }
    return group.flatMap { $0.figures.indices.contains(number) ? $0.figures[number] : nil }
  }

  private func standing(_ figure: Cohort.Figure, _ number: Int) -> Value {
    let value = member.figures.indices.contains(number) ? member.figures[number] : .notPlain
    var mayBeNull = false
    if case .null = value {
      // Who has no number has no place; how many have one is known all the same.
      if figure.statistic != .count { return value }
    } else if case .unknown(let unknown) = value {
      mayBeNull = unknown.bounds.mayBeNull
    }
    let isCompared = size == .enough || rule.ifFewer == .compare
    guard isCompared, let field = group?.standings[number] else {
      return unknown(figure, .all, mayBeNull, member.peers?.missingParts ?? [])
    }
    let own = CohortField.Own(
      value, highIsBest: figure.highIsBest, isPossible: member.mayNotBeAdmitted,
      leavesOut: leavesOut)
    let isLeftOut = leavesOut && value.isUnknown && value.closing == .decides
    let found: NumberInterval
    switch figure.statistic {
    case .count:
      // Whoever is scored here is admitted.
      let isSure = member.mayNotBeAdmitted && own.interval != nil && !mayBeNull
      let certain = field.certainCount + (isSure && !value.isLaterDecided(leavesOut) ? 1 : 0)
      found = NumberInterval(
        Number(certain), Number(field.certainCount + field.possibleCount), isWhole: true)
    case .place where !isLeftOut:
      found = place(figure, field, own)
    case .percentile where !isLeftOut:
      found =
        CohortPercentile(field, own, figure.ties).map { NumberInterval($0.low, $0.high) } ?? .all
    case .place, .percentile, .mean, .min, .max: found = .all
    }
    if let point = found.point, !mayBeNull || figure.statistic == .count { return .number(point) }
    return unknown(figure, found, mayBeNull, value.missingParts)
  }

  private func place(
    _ figure: Cohort.Figure, _ field: CohortField, _ own: CohortField.Own
  ) -> NumberInterval {
    guard let interval = own.interval else { return .all }
    func place(_ standing: CohortField.Standing) -> Number? {
      let first = Number(standing.better + 1)
      guard figure.ties == .mean else { return first }
      return Number(2 * standing.better + 2 + standing.equal).divided(by: 2)
    }
    return NumberInterval(
      place(field.least(at: interval.high, own)), place(field.greatest(at: interval.low, own)),
      isWhole: figure.ties == .better)
  }

  private func unknown(
    _ figure: Cohort.Figure, _ interval: NumberInterval, _ mayBeNull: Bool, _ missing: [Missing]
  ) -> Value {
    let bounds = interval.low == nil && interval.high == nil ? nil : Bounds(interval)
    return .unknown(
      Unknown(
        (bounds ?? figure.bounds).orNull(mayBeNull && figure.statistic != .count),
        missing: missing.isEmpty ? [Missing(figure.name, .noCohort)] : missing))
  }
}

extension Value {
  /// It may yet be left out of the comparison, once somebody has told what no closing decides.
  fileprivate func isLaterDecided(_ leavesOut: Bool) -> Bool {
    leavesOut && isUnknown && closing == .decidesLater
  }
}
