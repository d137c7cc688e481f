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

  /// Band, floors, caps, downgrades, vetoes, as the plan has them.
  mutating func stand(_ total: TotalLanes) throws(ColumnRefusal) -> StandingLanes {
    if let slot = rubric.index(of: .total) { slots[slot] = .value(total.score) }
    let grades = rubric.grades
    var stood = StandingLanes(
      codes: .constant(.zero), standings: grades.lines.indices.map { grades.standing($0) },
      score: total.score)
    for step in rubric.resultPlan.standing {
      switch step {
      case .band(.ladder(let rungs)): stood.codes = try band(of: total.graded, on: rungs)
      case .band(.table(let table)): stood.codes = try band(by: table)
      case .floors(let floors): stood.codes = try fallen(stood.codes, floors)
      case .movement(let movement):
        // Nobody in a portfolio has a history: every evaluation is the first.
        if let change = movement?.atFirst { try self.change(&stood, where: nil, by: change) }
      case .again: break
      case .gates(_, let gates): for gate in gates { try apply(gate, to: &stood) }
      }
    }
    return stood
  }

  private mutating func band(
    of total: LaneValue, on rungs: [StandingPlan.Rung]
  ) throws(ColumnRefusal) -> LaneValue {
    var band = LaneValue.constant(Number(rungs.count - 1))
    for (rank, rung) in rungs.enumerated().reversed() {
      guard let threshold = rung.threshold else {
        band = .constant(Number(rank))
        continue
      }
      let holds = try assembler.compare(rung.comparison, total, .constant(threshold))
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
  private mutating func fallen(
    _ band: LaneValue, _ floors: [[StandingPlan.Floor]]
  ) throws(ColumnRefusal) -> LaneValue {
    guard floors.contains(where: { !$0.isEmpty }) else { return band }
    var result = band
    // From the last line up: where a line's floors fail, one falls to where one fell from the next.
    var below = LaneValue.constant(Number(floors.count - 1))
    for (rank, floors) in floors.enumerated().reversed() {
      let held = try hold(floors)
      below = try chosen(held, .constant(Number(rank)), below)
      let isHere = try assembler.compare(.equal, band, .constant(Number(rank)))
      result = try chosen(isHere, below, result)
    }
    return result
  }

  private mutating func hold(
    _ floors: [StandingPlan.Floor]
  ) throws(ColumnRefusal) -> LaneValue {
    var all = LaneValue.constant(.boolean(true))
    for floor in floors {
      guard let one = told.first(where: { $0.section.id == floor.section }) else { continue }
      let share = try assembler.null(where: one.counts.map { assembler.opposite($0) }, one.share)
      let fails = try assembler.nullAsFalse(
        try assembler.compare(.less, share, .constant(floor.share)))
      all = try assembler.and(all, try assembler.not(fails))
    }
    return all
  }

  private mutating func apply(
    _ gate: GatePlan, to stood: inout StandingLanes
  ) throws(ColumnRefusal) {
    guard let change = gate.change, let fired = try fires(gate.trigger, as: .gate(gate.id)) else {
      return
    }
    try self.change(&stood, where: fired, by: change)
    if let fixed = gate.score {
      stood.score = try assembler.choose(fired, .constant(fixed), stood.score)
    }
  }

  /// Puts what is left of each standing in its place, in the lanes of `fired`; `nil` stands for all.
  private mutating func change(
    _ stood: inout StandingLanes, where fired: LaneID?, by change: StandingChange
  ) throws(ColumnRefusal) {
    var codes = stood.codes
    for (code, standing) in stood.standings.enumerated() {
      let changed = rubric.grades.changed(standing, by: change)
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
