import Diagnostics
import FEEL
import Rubrics
import Values

/// Scores one item after the other on the same row of slots.
struct ItemScorer {
  enum Place {
    case section, bonus
    /// The form gives a loss, up to `cap`.
    case deduction(cap: Number)
  }

  let rubric: Rubric
  let evidence: Evidence
  let mode: ScoringMode
  /// The slots of the surveys, of the tested value.
  let slots: SlotIndex
  /// `nil` in the first pass, and without a round.
  let cohort: CohortView?
  var working: Working
  /// By panel and stage: the totals of its assessors.
  var totals: [PanelSession: PanelTotals] = [:]
  /// By slot of a figure: the calendars that were reckoned.
  var calendars: [Int: CalendarResult] = [:]
  /// `nil` where nobody asks what items cost.
  var stopwatch: Stopwatch?

  mutating func score(_ item: Item, in place: Place) throws(NumberTooLarge) -> ScoredItem {
    guard let stopwatch else { return try scoreUntimed(item, in: place) }
    let start = stopwatch.now
    defer { stopwatch.stop(item, since: start) }
    return try scoreUntimed(item, in: place)
  }

  private mutating func scoreUntimed(
    _ item: Item, in place: Place
  ) throws(NumberTooLarge) -> ScoredItem {
    working.clear()
    let applies = item.appliesWhen.map { working.holds($0, for: item.id) } ?? .yes
    if case .no = applies {
      working.note(.note(.doesNotApply(item.otherwise)))
      return finished(notApplicable: item, place)
    }
    let void = weighVoid(of: item)
    if void.verdict.doesFire {
      working.note(.note(.void(item.void?.says, whenClosed: void.verdict == .closed)))
      let mayNotApply = applies.isOpen && (mode == .selfAssessment || closing(of: item) == .open)
      let missing =
        (mayNotApply ? working.missing : []) + (void.verdict == .closed ? void.missing : [])
      return finished(void: item, place, mayNotApply: mayNotApply, missing: missing)
    }
    let setting = FormSetting(
      item: item, least: place.isDeduction ? .zero : item.leastPoints,
      greatest: place.cap ?? item.points, isDeduction: place.isDeduction,
      marks: item.stages.isEmpty ? acceptableMarks(of: item, at: nil) : [],
      lostMarks: evidence.lostMarks.filter { $0.item == nil || $0.item == item.id },
      related: evidence.related, impartiality: evidence.impartiality, mode: mode,
      totals: item.stages.isEmpty ? try totals(behind: item, at: nil) : nil)
    let form: FormResult
    var stages: [StageResult] = []
    if item.stages.isEmpty {
      form = try item.looksAtCohort ? compared(item, setting) : score(item.plan, setting)
    } else {
      (form, stages) = try scoreStages(of: item, setting)
    }
    if evidence.leftOut.contains(.marks), item.plan.panel != nil {
      working.lackMarks(of: item.id)
    }
    noteCalendars(behind: item)
    noteTakenResults(behind: item)
    guard case .points(let range, var formMayNotApply) = meaning(of: form, setting) else {
      working.note(.note(.doesNotApply(item.otherwise)))
      guard void.verdict.isOpen else { return finished(notApplicable: item, place) }
      return finished(void: item, place, mayNotApply: true, missing: void.missing)
    }
    var computed = try rounded(withEvidence(range, setting), item.rounding)
    let isUnknown = !computed.isPoint || applies.isOpen || formMayNotApply
    // What no closing decides may be told, and then the closing decides what else is missing.
    if isUnknown, working.closing == .decidesLater, mode == .final {
      switch item.whenClosed ?? rubric.resultPlan.total.whenClosed {
      case .zero: computed = computed.joined(.zero)
      case .drop: formMayNotApply = true
      case .proved, .open: break
      }
    }
    return finish(
      item, place, computed, stages, applies: applies, void: void,
      formMayNotApply: formMayNotApply)
  }

  /// Whether an item is void, and what leaves that undecided.
  struct WeighedVoid {
    var verdict = GateVerdict.silent
    var missing: [Missing] = []
  }

  /// What decides about the void is kept apart from what the points need.
  mutating func weighVoid(of item: Item) -> WeighedVoid {
    guard let rule = item.void else { return WeighedVoid() }
    let known = working.missing
    working.forgetMissing()
    let verdict = weigh(rule.trigger, rule.whenClosed, for: item.id)
    let missing = working.missing
    working.forgetMissing()
    working.lack(known)
    return WeighedVoid(verdict: verdict, missing: missing)
  }

  /// Whether a gate fires, as its trigger and, where nobody has decided it, the closing of the file say.
  mutating func weigh(
    _ trigger: Trigger, _ whenClosed: GateClosing?, for name: String
  ) -> GateVerdict {
    let holding = holds(trigger, for: name)
    // Nobody is worse off because others are not known, or were not asked; what they would say may decide.
    let waits = working.lacksOthersOnly || working.lacksOthers
    let isClosed = mode == .final && whenClosed == .fires && !waits
    return switch holding {
    case .yes: .fires
    case .no: .silent
    case .open, .null: isClosed ? .closed : .open
    }
  }

  /// Whether a gate's trigger holds.
  private mutating func holds(_ trigger: Trigger, for name: String) -> Holding {
    switch trigger {
    case .condition(let plan): return working.holds(plan, for: name)
    case .finding(let index):
      guard evidence.findings.indices.contains(index) else { return .no }
      switch evidence.findings[index] {
      case .none: return .no
      case .confirmed: return .yes
      case .alleged:
        working.lack([Missing(rubric.findings[index].name, .alleged)])
        return .open
      case .unreadable:
        working.lack([Missing(rubric.findings[index].name, .unreadable)])
        return .open
      case .leftOut:
        working.lack([Missing(rubric.findings[index].name, .leftOut)])
        return .open
      }
    }
  }

  /// A form that looks at the cohort, where that is large enough.
  private mutating func compared(
    _ item: Item, _ setting: FormSetting
  ) throws(NumberTooLarge) -> FormResult {
    guard let cohort, cohort.rule.ifFewer != .compare, cohort.size != .enough else {
      return try score(item.plan, setting)
    }
    if cohort.group != nil { working.note(.note(.smallCohort(cohort))) }
    switch (cohort.size, cohort.rule.ifFewer) {
    case (.fewer, .notApplicable): return .notApplicable
    case (.maybeFewer, .notApplicable):
      guard case .points(let range, _) = try score(item.plan, setting) else { break }
      working.lack([Missing(item.id, .noCohort)])
      return .points(range, mayNotApply: true)
    default: break
    }
    let missing = cohort.member.peers?.missingParts ?? []
    working.lack(missing.isEmpty ? [Missing(item.id, .noCohort)] : missing)
    return .points(setting.all)
  }

  mutating func score(
    _ plan: ScorePlan, _ setting: FormSetting
  ) throws(NumberTooLarge) -> FormResult {
    guard case .given(let given) = plan.quantity else {
      return try plan.score(&working, setting, tested: slots.tested)
    }
    switch given {
    case .degree(let degree): return try degree.score(&working, setting)
    case .judge(let judge): return try judge.score(&working, setting)
    case .survey(let survey):
      return try survey.score(
        &working, setting, name: rubric.surveys[survey.survey].name,
        surveySlot: slots.surveys[survey.survey],
        isAnonymous: rubric.surveys[survey.survey].anonymousFrom != nil)
    case .children(let rule): return try rule.score(&working, setting)
    case .imported(let rule): return try rule.score(&working, setting)
    case .rank(let rule):
      return try rule.score(&working, setting, cohort, slots.ranks[setting.item.id] ?? 0)
    }
  }

  /// What a null means, as the item says.
  mutating func meaning(of form: FormResult, _ setting: FormSetting) -> FormResult {
    guard case .null(let reason) = form else { return form }
    if reason.isOfNothing, let rule = setting.item.ifEmpty {
      working.note(.note(.cameToNothing(reason)))
      return setting.points(ofNothing: rule.meaning, &working)
    }
    working.note(.note(.cameOutNull(reason, setting.item.whenNull)))
    switch setting.item.whenNull {
    // Where nothing was lost, no points are no answer.
    case .zero where reason.isOfNothing && setting.item.plan.isFalling && !setting.isDeduction:
      return setting.points(ofNothing: .unknown, &working)
    case .zero: return .points(setting.clipped(.zero))
    case .notApplicable: return .notApplicable
    case .unknown:
      if reason.isOfNothing { return setting.points(ofNothing: .unknown, &working) }
      working.lack([
        Missing(setting.item.id, .nullResult, place: setting.item.place.description)
      ])
      return .points(setting.all)
    }
  }

  /// Widens the points down to the least where a listed document is absent.
  private mutating func withEvidence(_ range: ScoreRange, _ setting: FormSetting) -> ScoreRange {
    var range = range
    for need in setting.item.evidence {
      let kind = rubric.documents[need.document].name
      let files = evidence.documents[need.document]
      for file in files { working.note(.document(file)) }
      if files.contains(where: { $0.setAside == nil }) { continue }
      working.note(
        .document(
          DocumentUse(
            kind: kind, state: need.isOptional ? .optionalAbsent : .absent, file: nil, digest: nil,
            dated: nil, setAside: nil)))
      guard !need.isOptional else { continue }
      let isLeftOut = evidence.leftOut.contains(.document(need.document))
      working.lack([
        Missing(kind, isLeftOut ? .leftOut : files.isEmpty ? .noDocument : .documentSetAside)
      ])
      range = range.joined(ScoreRange(setting.least))
    }
    return range
  }

  private func rounded(
    _ range: ScoreRange, _ rounding: Rounding?
  ) throws(NumberTooLarge) -> ScoreRange {
    try rounding?.apply(to: range) ?? range
  }
}

extension ItemScorer.Place {
  var isDeduction: Bool { if case .deduction = self { true } else { false } }

  var cap: Number? { if case .deduction(let cap) = self { cap } else { nil } }
}
