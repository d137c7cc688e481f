import Diagnostics
import FEEL
import Rubrics
import Scoring
import Values

/// The sheet on which points become a grade: a line for each step of the plan, in its order.
struct ResultSheet {
  let evaluation: Evaluation
  let language: Language
  var ledger: Ledger
  var items: ItemSheets
  /// By id: what part of full marks a section has.
  var shares: [String: LiveRatio] = [:]
  /// The rounded total, once it stands in a cell, and after vetoes that give a score.
  var total: LiveRatio?
  var graded: LiveRatio?

  var rubric: Rubric { evaluation.rubric }

  init(_ evaluation: Evaluation, ledger: Ledger, items: ItemSheets) {
    self.evaluation = evaluation
    language = ledger.language
    self.ledger = ledger
    self.items = items
  }

  mutating func fill() {
    let plan = rubric.resultPlan
    var parts: [LivePart]? = []
    for (section, result) in zip(plan.sections, evaluation.sections) {
      let part = add(section, result)
      if let part { parts?.append(part) } else { parts = nil }
    }
    guard let unrounded = evaluation.unrounded else { return }
    let sections = add(sections: plan, parts)
    let bonus = add(bonus: plan.bonus)
    let losses = add(losses: plan.losses)
    add(total: plan.total, sections, bonus, losses, unrounded)
    stand(on: plan.standing)
  }

  // MARK: lines

  mutating func begin(_ step: Wording, _ title: Wording) {
    ledger.begin([step.text(in: language), title.text(in: language)])
  }

  /// Writes what a formula gives, or the engine's figure where there is none.
  ///
  /// - Returns: `nil` where what stands there is no single number of few digits.
  mutating func write(
    _ step: Wording, _ title: Wording, engine: ScoreRange?,
    _ formula: () throws(NoFormula) -> LiveRatio
  ) -> LiveRatio? {
    begin(step, title)
    guard let engine else {
      ledger.write(value: nil, shown: "", note: .notInSum)
      return nil
    }
    guard let point = engine.point else {
      ledger.write(
        value: nil, shown: "\(Ledger.short(engine.low)) – \(Ledger.short(engine.high))",
        note: .isOpen)
      return nil
    }
    var why = Wording.roundedOnTheWay
    do throws(NoFormula) {
      let ratio = try formula()
      if ratio.agrees(with: point) { return ledger.write(ratio, engine: point) }
    } catch {
      why = error.why
    }
    guard let ratio = try? LiveRatio(point) else {
      ledger.write(value: point, shown: "", note: why)
      return nil
    }
    return ledger.write(ratio, engine: point, note: why)
  }

  // MARK: sections

  /// A section, after those in it; `nil` where it cannot be told what it gives.
  private mutating func add(_ plan: SectionPlan, _ result: SectionResult) -> LivePart? {
    let parts = self.parts(of: plan, result)
    let title = plan.section.title
    let counts =
      result.points != nil
      && (result.applicability == .applies || result.applicability == .open)
    guard counts else {
      let written = write(.section, title, engine: result.points) { () throws(NoFormula) in
        throw NoFormula(.notCounted)
      }
      return written.map { LivePart(counts: true, full: plan.section.points, earned: $0) }
        ?? LivePart(counts: false, full: plan.section.points, earned: .zero)
    }
    let sum = parts.map { PartsFormula(parts: $0, combining: plan.combining) }
    let points = write(.section, title, engine: result.points) { () throws(NoFormula) in
      guard let sum else { throw NoFormula(.restsOnValues) }
      return try sum.formula(of: plan.points)
    }
    guard let points else { return nil }
    for (name, slot) in [("points", rubric.index(of: .sections))] {
      if let slot { items.put(points, of: plan.id, name, in: slot) }
    }
    share(of: plan, result, sum, points)
    return part(plan, sum, points)
  }

  private mutating func parts(of plan: SectionPlan, _ result: SectionResult) -> [LivePart]? {
    var parts: [LivePart]? = []
    switch (plan.content, result.content) {
    case (.sections(let plans), .sections(let results)):
      for (plan, result) in zip(plans, results) {
        if let part = add(plan, result) { parts?.append(part) } else { parts = nil }
      }
    case (.items(let all), .items):
      for item in all {
        if let part = items.part(of: item) { parts?.append(part) } else { parts = nil }
      }
    default: return nil
    }
    return parts
  }

  private func part(
    _ plan: SectionPlan, _ sum: PartsFormula?, _ points: LiveRatio
  ) -> LivePart? {
    guard let sum, let full = plan.possible ?? (try? sum.possible()) else { return nil }
    let hasFull = (try? sum.quotient()).flatMap { $0 } != nil
    let shown = hasFull ? full : .zero
    switch plan.gives {
    case .points: return LivePart(counts: true, full: shown, earned: points)
    case .quotient(let amount):
      guard let beside = try? LiveRatio.sum(sum.parts.filter(\.counts).map(\.beside)) else {
        return nil
      }
      // What a section shows is what it gives, where nothing stands beside its quotient.
      if beside.above.isLiteral, beside.above.value == 0 {
        return LivePart(counts: true, full: shown, earned: points)
      }
      guard let earned = try? sum.formula(of: amount) else { return nil }
      return LivePart(counts: true, full: shown, earned: earned, beside: beside)
    }
  }

  private mutating func share(
    of plan: SectionPlan, _ result: SectionResult, _ sum: PartsFormula?, _ points: LiveRatio
  ) {
    let floors = rubric.resultPlan.standing.contains { step in
      if case .floors(let lines) = step {
        lines.contains { $0.contains { $0.section == plan.id } }
      } else {
        false
      }
    }
    guard floors, let share = result.share else { return }
    let written = write(.share, plan.section.title, engine: share) { () throws(NoFormula) in
      guard let sum else { throw NoFormula(.restsOnValues) }
      var ratio: LiveRatio
      if plan.share.isOfQuotient, let (earned, applicable) = try sum.quotient(),
        sum.parts.allSatisfy({ $0.beside.above.text == "0" })
      {
        ratio = try earned.over(applicable)
      } else {
        guard let amount = plan.share.otherwise else { throw NoFormula(.notCounted) }
        ratio = try sum.formula(of: amount)
      }
      if let rounding = plan.share.rounding { ratio = try ratio.rounded(rounding) }
      return ratio
    }
    if let written { shares[plan.id] = written }
    if let written, let slot = rubric.index(of: .sections) {
      items.put(written, of: plan.id, "share", in: slot)
    }
  }

  // MARK: the total

  private mutating func add(sections plan: ResultPlan, _ parts: [LivePart]?) -> LiveRatio? {
    let before = evaluation.steps.first { $0.kind == .total }?.before
    return write(.sections, Wording(en: "all sections", zh: "各部分合计"), engine: before) {
      () throws(NoFormula) in
      guard let parts else { throw NoFormula(.restsOnValues) }
      return try PartsFormula(parts: parts, combining: plan.combining).formula(of: plan.points)
    }
  }

  private mutating func add(bonus plan: ResultPlan.BonusPlan?) -> LiveRatio? {
    guard let plan, let result = evaluation.bonus else { return .zero }
    let parts = plan.items.map { items.part(of: $0) }
    return write(
      .bonus, Wording(en: "bonus, at most its cap", zh: "加分（不超过上限）"), engine: result.points
    ) {
      () throws(NoFormula) in
      let given = try Self.all(parts)
      return try plan.points.formula { _ throws(NoFormula) in given }
    }
  }

  private mutating func add(losses plan: [Deduction]) -> LiveRatio? {
    guard !plan.isEmpty else { return .zero }
    let parts = plan.map { items.part(of: $0.item) }
    let loss = evaluation.steps.last { $0.kind == .deductions }?.after
    return write(.losses, Wording(en: "all deductions", zh: "扣分合计"), engine: loss) {
      () throws(NoFormula) in try Self.all(parts)
    }
  }

  private static func all(_ parts: [LivePart?]) throws(NoFormula) -> LiveRatio {
    var sum = LiveRatio.zero
    for part in parts {
      guard let part else { throw NoFormula(.restsOnValues) }
      if part.counts { sum = try sum.plus(part.earned).plus(part.beside) }
    }
    return sum
  }

  private mutating func add(
    total plan: ResultPlan.TotalPlan, _ sections: LiveRatio?, _ bonus: LiveRatio?,
    _ losses: LiveRatio?, _ engine: ScoreRange
  ) {
    let cells = items.cells
    func ratio(_ amount: Amount) throws(NoFormula) -> LiveRatio {
      try amount.formula { source throws(NoFormula) in
        let found: LiveRatio?
        switch source {
        case .sections: found = sections
        case .bonus: found = bonus
        case .losses: found = losses
        case .formula(let plan): found = try cells.number(plan.step)
        case .quotient, .beside, .extras: throw .form
        }
        guard let found else { throw NoFormula(.restsOnValues) }
        return found
      }
    }
    let unrounded = write(
      .total, Wording(en: "total, before rounding", zh: "总分（取整前）"), engine: engine
    ) {
      () throws(NoFormula) in try ratio(plan.unrounded)
    }
    let rounding = evaluation.steps.first { $0.kind == .rounding }
    total = write(.total, Wording(en: "total", zh: "总分"), engine: rounding?.after) {
      () throws(NoFormula) in
      guard let unrounded else { throw NoFormula(.restsOnValues) }
      return try unrounded.rounded(plan.rounding)
    }
    graded = total
    if let total, let slot = rubric.index(of: .total) { items.put(.number(total), in: slot) }
    guard let apart = plan.graded else { return }
    let band = evaluation.steps.first { $0.kind == .band }
    graded = write(
      .total, Wording(en: "total as grades look at it", zh: "定等级所用的总分"), engine: band?.before
    ) { () throws(NoFormula) in try ratio(apart).rounded(plan.rounding) }
  }
}
