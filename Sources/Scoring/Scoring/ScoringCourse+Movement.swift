import Diagnostics
import FEEL
import Rubrics
import Values

extension ScoringCourse {
  /// What history leaves of a grade: the first of all, one step up, one step down, a re-evaluation.
  mutating func move(_ standing: StandingRange) -> StandingRange {
    var moved = standing
    if let movement = rubric.movement {
      if evidence.leftOut.contains(.history) {
        openGates.append(("movement", [Missing("history", .leftOut)]))
      }
      let (after, words) = limited(standing, by: movement)
      tell(
        EvaluationStep(
          .movement, words, standingBefore: standing, standingAfter: after,
          citation: movement.citation, isOpen: standing.isPoint && !after.isPoint))
      moved = after
    } else {
      tell(
        EvaluationStep(
          .movement, .noMovement, standingBefore: standing, standingAfter: standing))
    }
    guard evidence.isReEvaluation, let rule = rubric.reEvaluation, let grade = rule.grade else {
      return moved
    }
    let before = moved
    moved = StandingRange(
      worst: rubric.grades.capped(moved.worst, by: .grade(grade)),
      best: rubric.grades.capped(moved.best, by: .grade(grade)))
    tell(
      EvaluationStep(
        .movement, .reEvaluated(rule), standingBefore: before, standingAfter: moved,
        citation: rule.citation))
    return moved
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
      guard let first = movement.first else { return (standing, .movedFreely) }
      return (
        StandingRange(
          worst: grades.capped(standing.worst, by: .grade(first)),
          best: grades.capped(standing.best, by: .grade(first))),
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
    let first = movement.first.map { grades.capped(standing.worst, by: .grade($0)) }
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

  // MARK: downgrades

  mutating func downgrade(_ standing: StandingRange) -> StandingRange {
    if rubric.downgrades.isEmpty {
      tell(
        EvaluationStep(
          .downgrades, .noDowngrades, standingBefore: standing, standingAfter: standing))
    }
    var fallen = standing
    for downgrade in rubric.downgrades {
      let verdict = weigh(downgrade.trigger, downgrade.whenClosed, gate: downgrade.id)
      let before = fallen
      switch verdict {
      case .fires, .closed:
        fallen = StandingRange(
          worst: rubric.grades.lowered(fallen.worst, by: downgrade.levels),
          best: rubric.grades.lowered(fallen.best, by: downgrade.levels))
      case .open:
        fallen = StandingRange(
          worst: rubric.grades.lowered(fallen.worst, by: downgrade.levels), best: fallen.best)
      case .silent: break
      }
      tell(
        EvaluationStep(
          .downgrades, .gate(downgrade.says ?? Wording(downgrade.id), verdict),
          subject: downgrade.id, standingBefore: before, standingAfter: fallen,
          citation: downgrade.citation, isOpen: verdict.isOpen, verdict: verdict))
    }
    return fallen
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

extension Grades {
  /// So many lines further down, at most the last.
  func lowered(_ standing: Standing, by levels: Int) -> Standing {
    guard let rank = standing.rank else { return standing }
    return self.standing(min(rank.adding(levels), lines.count - 1))
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

extension Wording {
  static func firstTime(_ grade: Wording) -> Wording {
    Wording(
      en: "a first evaluation gives \(grade.en) at most", zh: "首次评估最高为\(grade.zh)")
  }

  static func moved(from grade: Wording, up: Int?, down: Int?) -> Wording {
    var en: [String] = []
    var zh: [String] = []
    if let up {
      en.append(up == 0 ? "may not rise yet" : "may rise by \(up) at most")
      zh.append(up == 0 ? "尚不能升级" : "最多升 \(up) 级")
    }
    if let down {
      en.append("may fall by \(down) at most")
      zh.append("最多降 \(down) 级")
    }
    if en.isEmpty { return .movedFreely }
    return Wording(
      en: "from \(grade.en), it \(en.joined(separator: " and "))",
      zh: "上次为\(grade.zh)，\(zh.joined(separator: "，"))")
  }

  static let movedFreely = Wording(en: "history sets no limit here", zh: "历史结果对此没有限制")
  static let noDowngrades = Wording(en: "no downgrades", zh: "没有降级规定")
  static let noMovement = Wording(en: "no rule on the movement of grades", zh: "没有等级升降的规定")
  static let pastLeftOut = Wording(
    en: "earlier results were not handed over, so its movement is open",
    zh: "没有提供历史结果，升降待定")
  static let pastUndated = Wording(
    en: "the last rating has no date, so it is not known whether it may rise",
    zh: "上次评定没有日期，能否升级不明")
  static let pastUnknown = Wording(
    en: "the last grade is none of this rubric, so its movement is open",
    zh: "上次等级不是本细则的等级，升降限度待定")

  static func reEvaluated(_ rule: ReEvaluation) -> Wording {
    rule.says ?? Wording(en: "the limit of a re-evaluation", zh: "复评的等级上限")
  }
}
