import Diagnostics
import FEEL
import Rubrics
import Scoring
import Values

/// The way from the total to the grade. A grade is the number of its line, 1 for the best.
extension ResultSheet {
  mutating func stand(on steps: [StandingPlan]) {
    var rank: LiveInteger?
    for step in steps {
      switch step {
      case .band(let band): rank = write(band)
      case .floors(let floors):
        guard floors.contains(where: { !$0.isEmpty }) else { continue }
        rank = write(floors, rank)
      case .movement(let movement):
        guard movement != nil else { continue }
        rank = writeRank(
          .movement, Wording(en: "after what history leaves", zh: "按以往等级调整后"), standing(.movement)
        ) {
          () throws(NoFormula) in throw NoFormula(.byHistory)
        }
      case .again(_, let change):
        guard evaluation.steps.count(where: { $0.kind == .movement }) > 1 else { continue }
        let (before, grades) = (rank, rubric.grades)
        rank = writeRank(.movement, Wording(en: "evaluated again", zh: "重新评估"), standing(.movement))
        {
          () throws(NoFormula) in try change.formula(before, grades)
        }
      case .gates(_, let gates):
        for gate in gates { rank = write(gate, rank) }
      }
    }
    finish(rank)
  }

  private var lineCount: Int { rubric.grades.lines.count }

  private func standing(_ kind: EvaluationStep.Kind, _ subject: String? = nil) -> StandingRange? {
    evaluation.steps.last { $0.kind == kind && (subject == nil || $0.subject == subject) }?
      .standingAfter
  }

  // MARK: lines

  /// Writes the number of a grade.
  private mutating func writeRank(
    _ step: Wording, _ title: Wording, _ standing: StandingRange?,
    _ formula: () throws(NoFormula) -> LiveInteger
  ) -> LiveInteger? {
    begin(step, title)
    guard let standing, let rank = standing.point?.rank else {
      ledger.write(value: nil, shown: words(standing), note: .isOpen)
      return nil
    }
    let engine = Number(rank + 1)
    var why = Wording.restsOnValues
    do throws(NoFormula) {
      let found = try formula()
      if found.value == rank + 1 { return ledger.write(LiveRatio(found), engine: engine).above }
    } catch {
      why = error.why
    }
    return ledger.write(LiveRatio(.literal(rank + 1)), engine: engine, note: why).above
  }

  private func words(_ standing: StandingRange?) -> String {
    guard let standing else { return "" }
    let ends = [standing.worst, standing.best].map { one in
      one.rank.map { rubric.grades.lines[$0].title.text(in: language) } ?? "—"
    }
    return ends[0] == ends[1] ? ends[0] : "\(ends[0]) – \(ends[1])"
  }

  // MARK: steps

  private mutating func write(_ band: StandingPlan.Band) -> LiveInteger? {
    let graded = self.graded
    let last = lineCount
    return writeRank(
      .band, Wording(en: "line of the grades, by the total", zh: "按总分对应的等级（1 为最高）"), standing(.band)
    ) {
      () throws(NoFormula) in
      guard let graded else { throw NoFormula(.restsOnValues) }
      return try BandFormula(band: band, lineCount: last).line(of: graded)
    }
  }

  private mutating func write(
    _ floors: [[StandingPlan.Floor]], _ before: LiveInteger?
  ) -> LiveInteger? {
    let shares = self.shares
    let known = Set(evaluation.everySection.filter { $0.share != nil }.map(\.section.id))
    return writeRank(
      .floors, Wording(en: "after the floors of sections", zh: "按各部分最低得分率调整后"), standing(.floors)
    ) {
      () throws(NoFormula) in
      guard let before else { throw NoFormula(.restsOnValues) }
      var rank = LiveInteger.literal(floors.count)
      for (line, floors) in floors.enumerated().reversed() {
        var all = [LiveInteger.literal(line + 1).isAtLeast(before)]
        for floor in floors where known.contains(floor.section) {
          guard let share = shares[floor.section] else { throw NoFormula(.restsOnValues) }
          all.append(try share.isAtLeast(LiveRatio(floor.share)))
        }
        rank = LiveInteger.literal(line + 1).chosen(if: .all(all), else: rank)
      }
      return rank
    }
  }

  private mutating func write(_ gate: GatePlan, _ before: LiveInteger?) -> LiveInteger? {
    let kind: EvaluationStep.Kind =
      switch gate.kind {
      case .admission: .admission
      case .caps: .caps
      case .downgrades: .downgrades
      case .vetoes: .vetoes
      }
    guard let change = gate.change,
      let step = evaluation.steps.last(where: { $0.kind == kind && $0.subject == gate.id }),
      let verdict = step.verdict
    else { return before }
    guard let fires = write(gate, verdict) else {
      return writeRank(.gate(gate.kind), gate.says, step.standingAfter) { () throws(NoFormula) in
        throw NoFormula(.isOpen)
      }
    }
    if let score = gate.score, let total, let fixed = try? LiveRatio(score) {
      self.total =
        write(.gate(gate.kind), Wording(en: "total after it", zh: "其后的总分"), engine: step.after) {
          () throws(NoFormula) in try fixed.chosen(if: fires.equals(.literal(1)), else: total)
        }
    }
    let grades = rubric.grades
    return writeRank(
      .gate(gate.kind), Wording(en: "grade after it", zh: "其后的等级"), step.standingAfter
    ) {
      () throws(NoFormula) in
      guard let before else { throw NoFormula(.restsOnValues) }
      return try change.formula(before, grades).chosen(if: fires.equals(.literal(1)), else: before)
    }
  }

  /// Writes whether a gate fires; `nil` where nobody knows.
  private mutating func write(_ gate: GatePlan, _ verdict: GateVerdict) -> LiveInteger? {
    begin(.gate(gate.kind), gate.says)
    guard !verdict.isOpen else {
      ledger.write(value: nil, shown: "", note: .isOpen)
      return nil
    }
    let engine = Number(verdict.doesFire ? 1 : 0)
    if let plan = gate.trigger.plan, let truth = try? items.cells.truth(plan.step),
      truth.holds == verdict.doesFire
    {
      return ledger.write(LiveRatio(truth.asInteger), engine: engine).above
    }
    return ledger.write(
      LiveRatio(.literal(verdict.doesFire ? 1 : 0)), engine: engine, note: .byFinding
    ).above
  }

  /// The grade by its name, and the score that stands.
  private mutating func finish(_ rank: LiveInteger?) {
    if let rank, let title = evaluation.standing?.point?.rank.map({ rubric.grades.lines[$0].title })
    {
      begin(.grade, Wording(en: "grade", zh: "等级"))
      let titles = rubric.grades.lines.map { line in
        (try? LiveCells.quoted(line.title.text(in: language))) ?? "\"\""
      }
      let text = title.text(in: language)
      ledger.write(
        text: "CHOOSE(\(rank.text),\(titles.joined(separator: ",")))", is: text, engine: text)
    }
  }
}

extension Wording {
  fileprivate static func gate(_ kind: GatePlan.Kind) -> Wording {
    switch kind {
    case .admission: Wording(en: "admission", zh: "准入")
    case .caps: Wording(en: "cap", zh: "封顶")
    case .downgrades: Wording(en: "downgrade", zh: "降级")
    case .vetoes: Wording(en: "veto", zh: "一票否决")
    }
  }
}
