import Diagnostics
import FEEL
import Rubrics
import Values

extension ScoringAssembly {
  struct TotalLanes {
    /// Rounded.
    var score: LaneValue
    /// The same without a bonus that may not lift the grade.
    let graded: LaneValue
  }

  /// Sections, bonus, losses and total.
  mutating func total() throws(ColumnRefusal) -> TotalLanes {
    let plan = rubric.resultPlan
    var parts: [PartLanes] = []
    for section in plan.sections { parts.append(try score(section)) }
    let sum = try combined(parts, plan.combining)
    // A subject to whom nothing applies is not evaluated.
    assembler.fallOut(where: sum.counts.map { assembler.opposite($0) })
    let points = try lanes(of: plan.points, sum)
    let bonus = try plan.bonus.map { bonus throws(ColumnRefusal) in try add(bonus) }
    let losses = try takeLosses()
    bindResults()
    func source(
      _ assembly: inout ScoringAssembly, _ source: Amount.Source
    ) throws(ColumnRefusal) -> LaneValue {
      switch source {
      case .sections: return points
      case .losses: return losses
      case .bonus: return bonus ?? .constant(.zero)
      case .formula(let formula): return try assembly.total(by: formula)
      case .quotient, .beside, .extras: preconditionFailure("a total looks at no parts")
      }
    }
    let score = try rounded(try lanes(of: plan.total.unrounded, source), plan.total.rounding)
    var graded = score
    if let apart = plan.total.graded {
      graded = try rounded(try lanes(of: apart, source), plan.total.rounding)
    }
    return TotalLanes(score: score, graded: graded)
  }

  private mutating func total(by formula: Plan) throws(ColumnRefusal) -> LaneValue {
    let value = try compile(formula, as: .total)
    guard value.isNumeric else { throw refusal(.kindOfValue, formula) }
    assembler.fallOut(where: value.nulls)
    return value.withNulls(nil)
  }

  mutating func bindResults() {
    if let slot = rubric.index(of: .items) { slots[slot] = .context(itemEntries) }
    if let slot = rubric.index(of: .sections) { slots[slot] = .context(sectionEntries) }
  }

  private mutating func add(_ bonus: ResultPlan.BonusPlan) throws(ColumnRefusal) -> LaneValue {
    var terms: [LaneValue] = []
    for item in bonus.items {
      let part = try score(item, in: .bonus)
      var given = part.earned
      if let extra = part.extra { given = try assembler.calculate(.add, given, extra) }
      if let counts = part.counts {
        given = try assembler.choose(counts, given, .constant(.zero))
      }
      terms.append(given)
    }
    let extras = try assembler.total(terms)
    return try lanes(of: bonus.points) { _, _ in extras }
  }

  private mutating func takeLosses() throws(ColumnRefusal) -> LaneValue {
    var loss = LaneValue.constant(.zero)
    for deduction in rubric.resultPlan.losses {
      let part = try score(deduction.item, in: .deduction(cap: deduction.cap))
      var taken = part.earned
      if let counts = part.counts {
        taken = try assembler.choose(counts, taken, .constant(.zero))
      }
      loss = try assembler.calculate(.add, loss, taken)
    }
    return loss
  }
}
