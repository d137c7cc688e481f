import Diagnostics
import FEEL
import Rubrics
import Values

extension ScoringCourse {
  struct Stood {
    var standing: StandingRange
    /// After vetoes that give a score.
    var total: ScoreRange?
  }

  /// Band, floors, movement, caps, downgrades, vetoes, as the plan has them.
  mutating func stand(_ total: Total, _ sum: TotalOfSections) -> Stood {
    if let slot = slots.total {
      scorer.working.slots[slot] =
        total.rounded?.value(missing: total.missing)
        ?? .unknown(Unknown(Bounds(.everyNumber), missing: total.missing + totalMissing))
    }
    var stood = Stood(standing: rubric.grades.everyStanding, total: total.rounded)
    for step in plan.standing {
      switch step {
      case .band(let band):
        stood.standing = standing(in: band, total)
        tell(EvaluationStep(.band, .band, before: total.graded, standingAfter: stood.standing))
      case .floors(let floors): fall(&stood, floors, sum.results)
      case .movement(let movement): move(&stood, by: movement)
      case .again(let rule, let change): changeAgain(&stood, rule, change)
      case .gates(let kind, let gates): apply(gates, kind, to: &stood)
      }
    }
    return stood
  }

  private mutating func standing(in band: StandingPlan.Band, _ total: Total) -> StandingRange {
    let grades = rubric.grades
    let all = grades.everyStanding
    switch band {
    case .ladder(let rungs): return total.graded.map { grades.standings(of: $0, on: rungs) } ?? all
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
    _ stood: inout Stood, _ floors: [[StandingPlan.Floor]], _ sections: [SectionResult]
  ) {
    let before = stood.standing
    let fallen = rubric.grades.fallen(before, floors, over: FlooredShare.all(in: sections))
    tell(
      EvaluationStep(
        .floors, .floors, standingBefore: before, standingAfter: fallen,
        isOpen: !fallen.isPoint && before.isPoint))
    stood.standing = fallen
  }

  private mutating func apply(
    _ gates: [GatePlan], _ kind: GatePlan.Kind, to stood: inout Stood
  ) {
    if gates.isEmpty {
      tell(
        EvaluationStep(
          .init(kind), .none(of: kind), standingBefore: stood.standing,
          standingAfter: stood.standing))
    }
    for gate in gates { apply(gate, to: &stood) }
  }

  /// A gate that is open counts against the subject in the low result, and not in the high one.
  private mutating func apply(_ gate: GatePlan, to stood: inout Stood) {
    guard let change = gate.change else { return }
    let verdict = weigh(gate.trigger, gate.whenClosed, gate: gate.id)
    let before = stood
    switch verdict {
    case .fires, .closed:
      stood.standing = rubric.grades.changed(stood.standing, by: change)
      if let fixed = gate.score { stood.total = ScoreRange(fixed) }
    case .open:
      stood.standing = StandingRange(
        worst: rubric.grades.changed(stood.standing.worst, by: change), best: stood.standing.best)
      if let fixed = gate.score { stood.total = stood.total?.joined(ScoreRange(fixed)) }
    case .silent: break
    }
    // A downgrade says nothing of the score.
    let isOfScore = gate.kind != .downgrades
    tell(
      EvaluationStep(
        .init(gate.kind), .gate(gate.says, verdict), subject: gate.id,
        before: isOfScore ? before.total : nil, after: isOfScore ? stood.total : nil,
        standingBefore: before.standing, standingAfter: stood.standing, citation: gate.citation,
        isOpen: verdict.isOpen, verdict: verdict))
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
