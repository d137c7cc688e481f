import Diagnostics
import FEEL
import Rubrics
import Values

extension ScoringCourse {
  /// What history leaves of a grade: the first of all, one step up, one step down.
  mutating func move(_ stood: inout Stood, by movement: Movement?) {
    let standing = stood.standing
    guard let movement else {
      tell(
        EvaluationStep(
          .movement, .noMovement, standingBefore: standing, standingAfter: standing))
      return
    }
    if evidence.leftOut.contains(.history) {
      openGates.append(("movement", [Missing("history", .leftOut)]))
    }
    let (after, words) = limited(standing, by: movement)
    tell(
      EvaluationStep(
        .movement, words, standingBefore: standing, standingAfter: after,
        citation: movement.citation, isOpen: standing.isPoint && !after.isPoint))
    stood.standing = after
  }

  /// What is left where the evaluation is one over again.
  mutating func changeAgain(_ stood: inout Stood, _ rule: ReEvaluation, _ change: StandingChange) {
    guard evidence.isReEvaluation else { return }
    let before = stood.standing
    stood.standing = rubric.grades.changed(before, by: change)
    tell(
      EvaluationStep(
        .movement, .reEvaluated(rule), standingBefore: before, standingAfter: stood.standing,
        citation: rule.citation))
  }

  private func limited(
    _ standing: StandingRange, by movement: Movement
  ) -> (StandingRange, Wording) {
    let grades = rubric.grades
    if evidence.leftOut.contains(.history) {
      return (anywhere(standing, by: movement), .pastLeftOut)
    }
    let last = evidence.history.last { $0.grade != nil }
    guard let last, !(movement.isFirstWhenLapsed && hasLapsed(last)) else {
      guard let first = movement.first, let change = movement.atFirst else {
        return (standing, .movedFreely)
      }
      return (
        grades.changed(standing, by: change),
        .firstTime(grades.line(first)?.title ?? Wording(first))
      )
    }
    guard let rank = last.grade.flatMap({ grades.rank(of: $0) }) else {
      // Whatever the last grade was: nothing better than the score says, and perhaps the worst.
      let worst = movement.up == nil ? standing.worst : grades.standing(grades.lines.indices.last)
      return (StandingRange(worst: worst, best: standing.best), .pastUnknown)
    }
    var up = movement.up
    if movement.wait != nil {
      switch hasWaited(last, movement) {
      case true?: break
      case false?: up = 0
      case nil:
        let low = limit(standing, rank, up: 0, down: movement.down)
        let high = limit(standing, rank, up: up, down: movement.down)
        return (StandingRange(worst: low.worst, best: high.best), .pastUndated)
      }
    }
    return (
      limit(standing, rank, up: up, down: movement.down),
      .moved(from: grades.lines[rank].title, up: up, down: movement.down)
    )
  }

  /// Where a grade may move while nobody knows the past.
  private func anywhere(_ standing: StandingRange, by movement: Movement) -> StandingRange {
    let grades = rubric.grades
    let first = movement.atFirst.map { grades.changed(standing.worst, by: $0) }
    return StandingRange(
      worst: movement.up == nil
        ? first ?? standing.worst : grades.standing(grades.lines.indices.last),
      best: movement.down == nil ? standing.best : grades.standing(grades.lines.indices.first))
  }

  private func limit(
    _ standing: StandingRange, _ last: Int, up: Int?, down: Int?
  ) -> StandingRange {
    func limited(_ standing: Standing) -> Standing {
      guard var rank = standing.rank else { return standing }
      if let up { rank = max(rank, last.subtracting(up)) }
      if let down { rank = min(rank, last.adding(down)) }
      return rubric.grades.standing(min(max(rank, 0), rubric.grades.lines.count - 1))
    }
    return StandingRange(worst: limited(standing.worst), best: limited(standing.best))
  }

  private func hasLapsed(_ past: PastResult) -> Bool {
    guard let until = past.until, let asOf = evidence.asOf else { return false }
    return until < asOf
  }

  /// - Returns: `nil` where a date is missing.
  private func hasWaited(_ past: PastResult, _ movement: Movement) -> Bool? {
    guard let wait = movement.wait, let date = past.date, let asOf = evidence.asOf,
      let ready = date.adding(years: wait)
    else { return nil }
    return ready <= asOf
  }

  // MARK: validity

  /// The last day on which a certain grade is valid; `nil` where the rubric does not say.
  func validUntil(_ standing: Standing?) -> CalendarDate? {
    guard let validity = rubric.validity, let rank = standing?.rank else { return nil }
    let years = validity.byGrade[rubric.grades.lines[rank].id] ?? validity.years
    let start: CalendarDate?
    if let plan = validity.from {
      start = if case .date(let date) = plan.run(scorer.working.slots) { date } else { nil }
    } else {
      start = evidence.asOf
    }
    guard years > 0 else { return nil }
    let (months, overflow) = years.multipliedReportingOverflow(by: 12)
    return overflow ? nil : start?.lastDay(ofMonths: months)
  }
}

extension CalendarDate {
  /// The same day so many years later.
  ///
  /// - Returns: `nil` outside the calendar.
  fileprivate func adding(years: Int) -> CalendarDate? {
    let (months, overflow) = years.multipliedReportingOverflow(by: 12)
    return overflow ? nil : adding(months: months)
  }
}

extension Int {
  /// Stays in the range of `Int`; ranks are clamped afterwards.
  fileprivate func adding(_ other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? Int.max : sum
  }

  fileprivate func subtracting(_ other: Int) -> Int {
    let (difference, overflow) = subtractingReportingOverflow(other)
    return overflow ? Int.min : difference
  }
}
