import Diagnostics
import Rubrics
import Scoring
import Values

/// Which gates decided about the grade, and which nobody has decided.
extension ReportBuilder {
  /// One sentence beside the grade; `nil` where the score alone gives it.
  var because: Wording? {
    if case .notEvaluated(_, let bar?) = evaluation.status {
      let step = evaluation.steps.first { $0.kind == .admission && $0.subject == bar }
      guard let step, let says = says(of: step) else { return nil }
      return ReportsWording.because([
        ReportsWording.reason(says, nil, isClosed: step.verdict == .closed)
      ])
    }
    let reasons = evaluation.steps.compactMap(reason)
    guard !reasons.isEmpty else { return nil }
    let byScore = evaluation.steps.first { $0.kind == .band }?.standingAfter?.point
    return ReportsWording.because(reasons, byScore: byScore.map(title))
  }

  /// The gates that are open, where that makes a difference, each with what is not known.
  var questions: [Wording] {
    evaluation.steps.compactMap { step in
      guard step.verdict == .open, step.kind == .admission || step.changesSomething,
        let says = says(of: step), let id = step.subject
      else { return nil }
      let missing = evaluation.missing.filter { $0.gates.contains(id) }.map(\.missing)
      return ReportsWording.question(says, missing.map { ReportsWording.missing($0, in: rubric) })
    }
  }

  private func reason(_ step: EvaluationStep) -> Wording? {
    switch step.kind {
    case .floors:
      guard step.changesGrade, let before = step.standingBefore?.best else { return nil }
      return ReportsWording.belowFloor(title(before))
    case .movement: return step.changesGrade ? ReportsWording.reason(step.text, nil) : nil
    case .caps, .vetoes, .downgrades:
      guard step.verdict?.doesFire ?? false, step.changesSomething, let says = says(of: step)
      else { return nil }
      return ReportsWording.reason(says, effect(of: step), isClosed: step.verdict == .closed)
    case .admission, .findings, .items, .excuses, .sections, .bonus, .deductions, .total,
      .rounding, .band:
      return nil
    }
  }

  /// What a gate has done, in words.
  private func effect(of step: EvaluationStep) -> Wording? {
    let id = step.subject
    if step.kind == .downgrades {
      guard let before = step.standingBefore?.point, let after = step.standingAfter?.point else {
        return nil
      }
      return ReportsWording.lowered(from: title(before), to: title(after))
    }
    guard let gate = (rubric.caps + rubric.vetoes).first(where: { $0.id == id }) else { return nil }
    let limit: Wording =
      switch gate.limit {
      case .grade(let id): rubric.grades.line(id)?.title ?? Wording(id)
      case .stars(let stars): ReportsWording.stars(stars)
      }
    return ReportsWording.limited(to: limit, score: gate.score)
  }

  /// The gate in its own words, without a full stop; its id where it has none.
  private func says(of step: EvaluationStep) -> Wording? {
    guard let id = step.subject else { return nil }
    let says =
      switch step.kind {
      case .admission: rubric.admission.first { $0.id == id }?.says
      case .downgrades: rubric.downgrades.first { $0.id == id }?.says
      default: (rubric.caps + rubric.vetoes).first { $0.id == id }?.says
      }
    return ReportsWording.withoutStop(says ?? Wording(id))
  }

  private func title(_ standing: Standing) -> Wording {
    grade(standing)?.title ?? ReportsWording.noGrade
  }
}
