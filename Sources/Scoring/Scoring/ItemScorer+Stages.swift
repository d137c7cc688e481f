import Diagnostics
import FEEL
import Rubrics
import Values

extension ItemScorer {
  /// The marks that may count at one time of a stage; those that cannot are noted with the reason.
  ///
  /// An item without stages takes marks of any stage.
  mutating func acceptableMarks(of item: Item, at time: StageTime?) -> [AssessorMark] {
    let marks = evidence.marks[item.id] ?? []
    let faults = evidence.stageFaults[item.id] ?? []
    var acceptable: [AssessorMark] = []
    for (index, mark) in marks.enumerated() {
      if let time, !time.takes(mark) { continue }
      if let fault = faults.indices.contains(index) ? faults[index] : nil {
        working.note(.judgement(mark.use(setAside: fault)))
      } else {
        acceptable.append(mark)
      }
    }
    return acceptable
  }

  /// Scores the form once for every time of every stage, and brings them together by the weights of the stages.
  mutating func scoreStages(
    of item: Item, _ setting: FormSetting
  ) throws(NumberTooLarge) -> (FormResult, [StageResult]) {
    var marks = StageMarks(item.stages, in: rubric.stages)
    let times = item.times(in: rubric, evidence.period)
    var found: [(range: ScoreRange?, missing: [Missing])] = []
    noteStrayMarks(of: item, times)
    for time in times {
      let outside = working.missing
      working.forgetMissing()
      let applies = time.stage.appliesWhen.map { working.holds($0, for: time.stage.id) } ?? .yes
      let held = holding(of: time)
      var range: ScoreRange?
      if case .no = applies {
        working.note(.note(.noSuchStage(time.title)))
      } else if case .no = held {
        working.note(.note(.notHeld(time.title)))
      } else {
        working.note(.note(.atStage(time.title)))
        if let slot = slots.stage { working.slots[slot] = .string(time.stage.id) }
        if let slot = slots.visit { working.slots[slot] = visit(of: time) }
        let form = try score(
          item.plan,
          setting.taking(acceptableMarks(of: item, at: time), try totals(behind: item, at: time)))
        if held.isOpen { working.lack([Missing(time.id, .notJudged)]) }
        if case .points(let points, let mayNotApply) = meaning(of: form, setting) {
          range = points
          marks.take(
            time.number, points, mayBeMissing: applies.isOpen || held.isOpen || mayNotApply)
        }
      }
      found.append((range, working.missing))
      let inside = working.missing
      working.forgetMissing()
      working.lack(outside)
      working.lack(inside)
    }
    if let slot = slots.stage { working.slots[slot] = .null }
    if let slot = slots.visit { working.slots[slot] = .null }
    let results = zip(times, found).map { time, found in
      StageResult(
        time: time, points: found.range,
        weight: found.range == nil ? .zero : marks.weight(of: time.number), missing: found.missing)
    }
    guard let hull = try marks.hull() else { return (.notApplicable, results) }
    return (.points(setting.clipped(hull), mayNotApply: marks.mayAllBeMissing), results)
  }

  /// Whether a stage was held in a term; where the rubric leaves out the others that is asked.
  private func holding(of time: StageTime) -> Holding {
    guard time.term != nil, time.stage.notHeld == .drop, !time.isHeld(in: evidence.papers) else {
      return .yes
    }
    // Somebody may still come, or has come and nobody can tell when.
    let isDoubtful =
      evidence.leftOut.contains(.marks) || evidence.lostMarks.contains { $0.item == nil }
      || evidence.papers.contains {
        $0.stage == time.stage.id && $0.date == nil && $0.role != Panel.ownRole
      }
    return mode == .selfAssessment || isDoubtful ? .open : .no
  }

  /// The term as expressions see it; a stage that is held once has the whole period.
  private func visit(of time: StageTime) -> Value {
    func day(_ date: CalendarDate?, _ name: String) -> Value {
      date.map(Value.date)
        ?? .unknown(Unknown(Bounds(of: .date), missing: [Missing(name, .absent)]))
    }
    return .context(
      Context([
        Context.Entry("name", .string(time.term?.name ?? time.stage.id)),
        Context.Entry("from", day(time.term?.from ?? evidence.period?.start, "period start")),
        Context.Entry("to", day(time.term?.to ?? evidence.period?.end, "period end")),
      ]))
  }

  /// Marks that name no time of the item are shown, and count nowhere.
  private mutating func noteStrayMarks(of item: Item, _ times: [StageTime]) {
    let faults = evidence.stageFaults[item.id] ?? []
    for (index, mark) in (evidence.marks[item.id] ?? []).enumerated()
    where faults.indices.contains(index) && !times.contains(where: { $0.takes(mark) }) {
      if let fault = faults[index] { working.note(.judgement(mark.use(setAside: fault))) }
    }
  }
}

extension FormSetting {
  func taking(_ marks: [AssessorMark], _ totals: PanelTotals?) -> FormSetting {
    FormSetting(
      item: item, least: least, greatest: greatest, isDeduction: isDeduction, marks: marks,
      lostMarks: lostMarks, related: related, impartiality: impartiality, mode: mode,
      totals: totals)
  }
}

extension Wording {
  static func atStage(_ stage: Wording) -> Wording {
    Wording(en: "at \(stage.en):", zh: "\(stage.zh)：")
  }

  static func calendar(_ result: CalendarResult) -> Wording {
    let title = result.figure.title ?? Wording(result.figure.name)
    let missed = result.missed
    if missed.isEmpty {
      return Wording(en: "\(title.en): no term missed", zh: "\(title.zh)：没有缺期")
    }
    return Wording(
      en: "\(title.en): missing \(missed.joined(separator: ", "))",
      zh: "\(title.zh)：缺 \(missed.joined(separator: "、"))")
  }

  static func noSuchStage(_ stage: Wording) -> Wording {
    Wording(en: "there is no \(stage.en)", zh: "没有\(stage.zh)阶段")
  }
}
