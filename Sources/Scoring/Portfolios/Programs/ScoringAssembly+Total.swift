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

  /// Sections, bonus, deductions and total, in the order of `ScoringCourse`.
  mutating func total() throws(ColumnRefusal) -> TotalLanes {
    var parts: [PartLanes] = []
    for section in rubric.sections { parts.append(try score(section, isTop: true)) }
    let sum = try combined(parts, rubric.total.combining)
    // A subject to whom nothing applies is not evaluated.
    assembler.fallOut(where: sum.counts.map { assembler.opposite($0) })
    var points = try scaled(sum, to: rubric.total.points.map { .constant($0) } ?? sum.possible)
    if let extra = sum.extra { points = try assembler.calculate(.add, points, extra) }
    let bonus = try addBonus()
    let loss = try takeDeductions()
    let (unrounded, graded): (LaneValue, LaneValue)
    if let formula = rubric.total.formula {
      bindResults()
      let value = try compile(formula, as: .total)
      guard value.isNumeric else { throw refusal(.kindOfValue, formula) }
      assembler.fallOut(where: value.nulls)
      (unrounded, graded) = (value.withNulls(nil), value.withNulls(nil))
    } else {
      let without = try assembler.calculate(.subtract, points, loss)
      unrounded =
        try bonus.map { more throws(ColumnRefusal) in
          try assembler.calculate(.add, without, more)
        } ?? without
      graded = rubric.bonus?.mayLiftGrade ?? true ? unrounded : without
    }
    bindResults()
    return TotalLanes(score: try rounded(unrounded), graded: try rounded(graded))
  }

  private mutating func rounded(_ value: LaneValue) throws(ColumnRefusal) -> LaneValue {
    let clip = rubric.total.clip
    let clipped = try assembler.clipped(value, from: clip?.low, to: clip?.high)
    let rounding = rubric.total.rounding
    return try assembler.rounded(clipped, toMultipleOf: rounding.step, rounding.mode)
  }

  mutating func bindResults() {
    if let slot = rubric.index(of: .items) { slots[slot] = .context(itemEntries) }
    if let slot = rubric.index(of: .sections) { slots[slot] = .context(sectionEntries) }
  }

  private mutating func addBonus() throws(ColumnRefusal) -> LaneValue? {
    guard let bonus = rubric.bonus else { return nil }
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
    return try assembler.clipped(try assembler.total(terms), from: nil, to: bonus.cap)
  }

  private mutating func takeDeductions() throws(ColumnRefusal) -> LaneValue {
    var loss = LaneValue.constant(.zero)
    for deduction in rubric.deductions {
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
