import Diagnostics
import FEEL
import Rubrics
import Values

/// One run through the order of evaluation, with what it has written down so far.
struct ScoringCourse {
  let rubric: Rubric
  let evidence: Evidence
  let mode: ScoringMode
  let slots: SlotIndex
  let isRecording: Bool
  var scorer: ItemScorer
  private(set) var steps: [EvaluationStep] = []
  private(set) var figures: [FigureResult] = []
  /// By the id of a bar, cap or veto: what leaves it open.
  var openGates: [(id: String, missing: [Missing])] = []
  /// An admission bar, or a block, that evidence could still close.
  var mayNotBeEvaluated = false
  /// An unknown of bonus or deductions that the closing leaves open.
  var isLeftOpen = false
  /// What it brings to the comparison with others.
  var member: CohortMember?
  /// What the formula of the total lacks.
  var totalMissing: [Missing] = []

  var plan: ResultPlan { rubric.resultPlan }

  init(
    rubric: Rubric, slots: SlotIndex, evidence: Evidence, mode: ScoringMode, isRecording: Bool,
    cohort: CohortView?
  ) {
    self.rubric = rubric
    self.slots = slots
    self.evidence = evidence
    self.mode = mode
    self.isRecording = isRecording
    var row = evidence.slots
    slots.fill(&row, of: rubric, from: cohort)
    scorer = ItemScorer(
      rubric: rubric, evidence: evidence, mode: mode, slots: slots, cohort: cohort,
      working: Working(row, isRecording: isRecording, privacy: rubric.privacy))
  }

  mutating func tell(_ step: @autoclosure () -> EvaluationStep) {
    if isRecording { steps.append(step()) }
  }

  /// Reckons the figures in their order; with `wanted`, only those of these numbers.
  mutating func reckonFigures(_ values: [FigureValue], only wanted: Set<Int>? = nil) {
    for (number, (figure, written)) in zip(rubric.figures, values).enumerated() {
      if let wanted, !wanted.contains(number) { continue }
      let start = scorer.stopwatch?.now ?? 0
      defer { scorer.stopwatch?.stop(figure: number, since: start) }
      scorer.working.clear()
      var value: Value
      switch written {
      case .expression(let plan): value = scorer.working.value(of: plan, as: figure)
      case .table(let table):
        let answer = scorer.working.value(of: table.plan)
        scorer.working.note(answer.fired, of: table)
        value = answer.value
        scorer.working.withhold(figure, value)
      case .calendar(let rule):
        let reckoned = rule.reckon(figure, &scorer.working)
        scorer.calendars[figure.slot] = reckoned.result
        value = reckoned.value
      }
      if value.isOfNothing, case .value(let number)? = figure.ifEmpty?.meaning {
        scorer.working.note(.note(.nothingCounts(as: number)))
      }
      value = figure.settled(value)
      scorer.working.slots[figure.slot] = value
      figures.append(
        FigureResult(
          figure: figure, value: value, isWithheld: scorer.working.withholds(figure),
          calendar: scorer.calendars[figure.slot],
          derivation: scorer.working.derivation))
    }
  }

  /// The words and id of the first bar that is closed; `nil` where the subject is admitted.
  mutating func admit() -> (words: Wording, id: String)? {
    if plan.admission.isEmpty { tell(EvaluationStep(.admission, .none(of: .admission))) }
    var closed: (words: Wording, id: String)?
    for bar in plan.admission {
      let verdict = weigh(bar.trigger, bar.whenClosed, gate: bar.id)
      tell(
        EvaluationStep(
          .admission, .gate(bar.says, verdict), subject: bar.id, citation: bar.citation,
          isOpen: verdict.isOpen, verdict: verdict))
      if verdict.doesFire, closed == nil { closed = (words(of: bar), bar.id) }
      if verdict.isOpen { mayNotBeEvaluated = true }
    }
    return closed
  }

  private func words(of bar: GatePlan) -> Wording {
    guard case .keepsOut(let status) = bar.effect else { return bar.says }
    switch status {
    case .words(let words): return words
    case .slot(let slot):
      guard scorer.working.slots.indices.contains(slot),
        case .string(let text) = scorer.working.slots[slot]
      else { return bar.says }
      return Wording(text)
    }
  }

  mutating func tellFindings() {
    let found = zip(rubric.findings, evidence.findings).filter { $1 != .none }
    if found.isEmpty { tell(EvaluationStep(.findings, .noFindings)) }
    for (declaration, state) in found {
      tell(
        EvaluationStep(
          .findings, .finding(declaration.title ?? Wording(declaration.name), state),
          subject: declaration.name, isOpen: state != .confirmed,
          verdict: state == .confirmed ? .fires : .open))
    }
  }

  mutating func keepOpen(_ gate: String) {
    openGates.append((gate, scorer.working.missing))
  }

  /// Whether a gate fires; what leaves it undecided is kept.
  mutating func weigh(
    _ trigger: Trigger, _ whenClosed: GateClosing?, gate: String
  ) -> GateVerdict {
    scorer.working.clear()
    let verdict = scorer.weigh(trigger, whenClosed, for: gate)
    if verdict == .open || verdict == .closed { keepOpen(gate) }
    return verdict
  }
}
