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
      let (value, fired) = scorer.working.value(of: table.plan)
      switch value {
      case .string(let id) where grades.rank(of: id) != nil:
        let standing = grades.standing(grades.rank(of: id))
        return StandingRange(worst: standing, best: standing)
      case .null where table.plan.leavesOut(fired):
        return StandingRange(worst: .none, best: .none)
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
      default:
        // No rule, several, or a word that is no grade: nobody has said which one it is.
        scorer.working.lack([Missing("grades", .nullResult, place: table.place.description)])
        keepOpen("grades")
        return all
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

  /// A gate that is open counts against the subject in the low result, and not in the high one.
  private mutating func apply(
    _ gate: Gate, as kind: EvaluationStep.Kind, to standing: inout StandingRange,
    _ score: inout ScoreRange?
  ) {
    let verdict = weigh(gate.trigger, gate.whenClosed, gate: gate.id)
    let before = standing
    let scoreBefore = score
    switch verdict {
    case .fires, .closed:
      standing = StandingRange(
        worst: rubric.grades.capped(standing.worst, by: gate.limit),
        best: rubric.grades.capped(standing.best, by: gate.limit))
      if let fixed = gate.score { score = ScoreRange(fixed) }
    case .open:
      standing = StandingRange(
        worst: rubric.grades.capped(standing.worst, by: gate.limit), best: standing.best)
      if let fixed = gate.score { score = score?.joined(ScoreRange(fixed)) }
    case .silent: break
    }
    tell(
      EvaluationStep(
        kind, .gate(gate.says ?? Wording(gate.id), verdict), subject: gate.id,
        before: scoreBefore, after: score, standingBefore: before, standingAfter: standing,
        citation: gate.citation, isOpen: verdict.isOpen, verdict: verdict))
  }
}

extension DecisionTablePlan {
  /// Whether a null answer was written: by the one rule that fired, or as the default where none did.
  fileprivate func leavesOut(_ fired: [FiredRule]) -> Bool {
    let output: Step?
    switch fired.count {
    case 0: output = outputs.first?.otherwise
    case 1:
      output = rules.indices.contains(fired[0].rule) ? rules[fired[0].rule].outputs.first : nil
    default: output = nil
    }
    if case .constant(.null)? = output?.form { return true }
    return false
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

  static func all(
    in sections: [SectionResult], isTop: Bool = true, mayBeMissing: Bool = false
  ) -> [FlooredShare] {
    sections.flatMap { section -> [FlooredShare] in
      let mayBeMissing = mayBeMissing || section.mayNotCount
      let below = all(in: section.subsections, isTop: false, mayBeMissing: mayBeMissing)
      guard let share = section.share else { return below }
      return [
        FlooredShare(
          id: section.section.id, isTop: isTop, share: share,
          mayBeMissing: mayBeMissing)
      ] + below
    }
  }
}
