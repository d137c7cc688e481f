import Diagnostics
import FEEL
import Rubrics
import Values

extension ScoringAssembly {
  /// Grade and stars by number: the lines of the rubric first, then what caps and vetoes leave.
  struct StandingLanes {
    var codes: LaneValue
    var standings: [Standing]
    var score: LaneValue
  }

  /// Band, floors, caps, vetoes, as `ScoringCourse.stand`.
  mutating func stand(_ total: TotalLanes) throws(ColumnRefusal) -> StandingLanes {
    if let slot = rubric.index(of: .total) { slots[slot] = .value(total.score) }
    let grades = rubric.grades
    let band: LaneValue
    switch grades.rule {
    case .ladder(let direction): band = try self.band(of: total.graded, direction)
    case .table(let table): band = try self.band(by: table)
    }
    var stood = StandingLanes(
      codes: try fallen(band), standings: grades.lines.indices.map { grades.standing($0) },
      score: total.score)
    // Nobody in a portfolio has a history: every evaluation is the first.
    if let first = rubric.movement?.first {
      try change(&stood, where: nil) { grades.capped($0, by: .grade(first)) }
    }
    for cap in rubric.caps { try apply(cap, to: &stood) }
    for downgrade in rubric.downgrades { try apply(downgrade, to: &stood) }
    for veto in rubric.vetoes { try apply(veto, to: &stood) }
    return stood
  }

  private mutating func band(
    of total: LaneValue, _ direction: Grades.Direction
  ) throws(ColumnRefusal) -> LaneValue {
    let lines = rubric.grades.lines
    var band = LaneValue.constant(Number(lines.count - 1))
    for (rank, line) in lines.enumerated().reversed() {
      guard let threshold = line.threshold else {
        band = .constant(Number(rank))
        continue
      }
      let comparison: Operator.Comparison = direction == .atLeast ? .atLeast : .atMost
      let holds = try assembler.compare(comparison, total, .constant(threshold))
      band = try chosen(holds, .constant(Number(rank)), band)
    }
    return band
  }

  /// The line that a decision table names; what names none falls out.
  private mutating func band(by table: RuleTable) throws(ColumnRefusal) -> LaneValue {
    let named = try compile(table)
    assembler.fallOut(where: named.isNull ? everyLane : named.nulls)
    if named.isNull { return .constant(.zero) }
    var band = LaneValue.constant(.zero)
    var found: LaneID?
    for (rank, line) in rubric.grades.lines.enumerated() {
      let isNamed = try assembler.same(named.withNulls(nil), as: .string(line.id))
      switch isNamed.form {
      case .truth(let mask):
        found = assembler.either(found, mask)
        band = try assembler.choose(mask, .constant(Number(rank)), band)
      case .constant(.boolean(true)): return .constant(Number(rank))
      default: break
      }
    }
    assembler.fallOut(where: found.map { assembler.opposite($0) } ?? everyLane)
    return band
  }

  /// Falls to the best lines whose floors hold.
  private mutating func fallen(_ band: LaneValue) throws(ColumnRefusal) -> LaneValue {
    let lines = rubric.grades.lines
    guard lines.contains(where: { $0.everySection != nil || !$0.sectionFloors.isEmpty }) else {
      return band
    }
    var result = band
    // From the last line up: where a line's floors fail, one falls to where one fell from the next.
    var below = LaneValue.constant(Number(lines.count - 1))
    for (rank, line) in lines.enumerated().reversed() {
      let held = try floorsHold(of: line)
      below = try chosen(held, .constant(Number(rank)), below)
      let isHere = try assembler.compare(.equal, band, .constant(Number(rank)))
      result = try chosen(isHere, below, result)
    }
    return result
  }

  private mutating func floorsHold(of line: Grade) throws(ColumnRefusal) -> LaneValue {
    var all = LaneValue.constant(.boolean(true))
    for one in told {
      var least = one.isTop ? line.everySection.map { [$0] } ?? [] : []
      least += line.sectionFloors.filter { $0.section == one.section.id }.map(\.share)
      guard !least.isEmpty else { continue }
      let share = try assembler.null(where: one.counts.map { assembler.opposite($0) }, one.share)
      for floor in least {
        let fails = try assembler.nullAsFalse(
          try assembler.compare(.less, share, .constant(floor)))
        all = try assembler.and(all, try assembler.not(fails))
      }
    }
    return all
  }

  private mutating func apply(
    _ gate: Gate, to stood: inout StandingLanes
  ) throws(ColumnRefusal) {
    guard let fired = try fires(gate.trigger, as: .gate(gate.id)) else { return }
    let grades = rubric.grades
    try change(&stood, where: fired) { grades.capped($0, by: gate.limit) }
    if let fixed = gate.score {
      stood.score = try assembler.choose(fired, .constant(fixed), stood.score)
    }
  }

  private mutating func apply(
    _ downgrade: Downgrade, to stood: inout StandingLanes
  ) throws(ColumnRefusal) {
    guard let fired = try fires(downgrade.trigger, as: .gate(downgrade.id)) else { return }
    let grades = rubric.grades
    try change(&stood, where: fired) { grades.lowered($0, by: downgrade.levels) }
  }

  /// Puts what `next` makes of each standing in its place, in the lanes of `fired`; `nil` stands for all.
  private mutating func change(
    _ stood: inout StandingLanes, where fired: LaneID?, _ next: (Standing) -> Standing
  ) throws(ColumnRefusal) {
    var codes = stood.codes
    for (code, standing) in stood.standings.enumerated() {
      let changed = next(standing)
      guard changed != standing else { continue }
      let place: Int
      if let known = stood.standings.firstIndex(of: changed) {
        place = known
      } else {
        place = stood.standings.count
        stood.standings.append(changed)
      }
      let isHere = try assembler.compare(.equal, stood.codes, .constant(Number(code)))
      var lanes = fired
      switch isHere.form {
      case .truth(let mask): lanes = assembler.both(fired, mask)
      case .constant(.boolean(true)): break
      default: continue
      }
      codes = try assembler.choose(lanes ?? everyLane, .constant(Number(place)), codes)
    }
    stood.codes = codes
  }

  private mutating func chosen(
    _ condition: LaneValue, _ then: LaneValue, _ otherwise: LaneValue
  ) throws(ColumnRefusal) -> LaneValue {
    switch condition.form {
    case .truth(let mask): try assembler.choose(mask, then, otherwise)
    case .constant(.boolean(true)): then
    default: otherwise
    }
  }
}
