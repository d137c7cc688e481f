import Diagnostics
import FEEL
import Rubrics
import Values

extension ScoringCourse {
  struct Stood {
    let standing: StandingRange
    /// After vetoes that give a score.
    let total: ScoreRange?
  }

  /// Band, floors, movement, caps, downgrades, vetoes.
  mutating func stand(_ total: Total, _ sum: TotalOfSections) -> Stood {
    if let slot = slots.total {
      scorer.working.slots[slot] =
        total.rounded?.value(missing: total.missing)
        ?? .unknown(Unknown(Bounds(.everyNumber), missing: total.missing + totalMissing))
    }
    var standing = band(total)
    tell(EvaluationStep(.band, .band, before: total.graded, standingAfter: standing))
    standing = fall(standing, sum.results)
    standing = move(standing)
    var score = total.rounded
    if rubric.caps.isEmpty {
      tell(
        EvaluationStep(.caps, .noCaps, standingBefore: standing, standingAfter: standing))
    }
    for cap in rubric.caps { apply(cap, as: .caps, to: &standing, &score) }
    standing = downgrade(standing)
    if rubric.vetoes.isEmpty {
      tell(
        EvaluationStep(.vetoes, .noVetoes, standingBefore: standing, standingAfter: standing))
    }
    for veto in rubric.vetoes { apply(veto, as: .vetoes, to: &standing, &score) }
    return Stood(standing: standing, total: score)
  }

  private mutating func band(_ total: Total) -> StandingRange {
    let grades = rubric.grades
    let all = StandingRange(
      worst: grades.standing(grades.lines.indices.last),
      best: grades.standing(grades.lines.indices.first))
    switch grades.rule {
    case .ladder(let direction): return total.graded.map { grades.bands(of: $0, direction) } ?? all
    case .table(let table):
      scorer.working.clear()
      let (value, _) = scorer.working.value(of: table.plan)
      switch value {
      case .string(let id):
        let standing = grades.standing(grades.rank(of: id))
        return StandingRange(worst: standing, best: standing)
      case .unknown(let unknown):
        if !scorer.working.missing.isEmpty { keepOpen("grades") }
        guard case .oneOf(let values) = unknown.bounds.kind else { return all }
        let ranks = values.compactMap { value -> Int? in
          if case .string(let id) = value { grades.rank(of: id) } else { nil }
        }
        guard let best = ranks.min(), let worst = ranks.max(), !unknown.bounds.mayBeNull else {
          return all
        }
        return StandingRange(worst: grades.standing(worst), best: grades.standing(best))
      default: return StandingRange(worst: .none, best: .none)
      }
    }
  }

  private mutating func fall(
    _ standing: StandingRange, _ sections: [SectionResult]
  ) -> StandingRange {
    let shares = FlooredShare.all(in: sections)
    let fallen = rubric.grades.fallen(standing, over: shares)
    tell(
      EvaluationStep(
        .floors, .floors, standingBefore: standing, standingAfter: fallen,
        isOpen: !fallen.isPoint && standing.isPoint))
    return fallen
  }

  /// A gate that is open counts against the subject in the low result; when the file is closed it does not fire.
  private mutating func apply(
    _ gate: Gate, as kind: EvaluationStep.Kind, to standing: inout StandingRange,
    _ score: inout ScoreRange?
  ) {
    let holding = holds(gate.trigger, gate: gate.id)
    let before = standing
    let scoreBefore = score
    switch holding {
    case .yes:
      standing = StandingRange(
        worst: rubric.grades.capped(standing.worst, by: gate.limit),
        best: rubric.grades.capped(standing.best, by: gate.limit))
      if let fixed = gate.score { score = ScoreRange(fixed) }
    case .open where mode == .selfAssessment:
      standing = StandingRange(
        worst: rubric.grades.capped(standing.worst, by: gate.limit), best: standing.best)
      if let fixed = gate.score { score = score?.joined(ScoreRange(fixed)) }
    case .open, .no, .null: break
    }
    tell(
      EvaluationStep(
        kind, .gate(gate.says ?? Wording(gate.id), holding), subject: gate.id,
        before: scoreBefore, after: score, standingBefore: before, standingAfter: standing,
        citation: gate.citation, isOpen: holding.isOpen))
  }
}

/// A section's share as floors look at it.
struct FlooredShare {
  let id: String
  /// `every section` means the sections of the first level.
  let isTop: Bool
  let share: ScoreRange
  /// Evidence could still take the section out of the result.
  let mayBeMissing: Bool

  static func all(in sections: [SectionResult], isTop: Bool = true) -> [FlooredShare] {
    sections.flatMap { section -> [FlooredShare] in
      let below = all(in: section.subsections, isTop: false)
      guard let share = section.share else { return below }
      return [
        FlooredShare(
          id: section.section.id, isTop: isTop, share: share,
          mayBeMissing: section.applicability == .open)
      ] + below
    }
  }
}
