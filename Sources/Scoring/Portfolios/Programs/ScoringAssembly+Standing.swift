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
    for gate in rubric.caps + rubric.vetoes { try apply(gate, to: &stood) }
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
    for section in floored {
      var least = section.isTop ? line.everySection.map { [$0] } ?? [] : []
      least += line.sectionFloors.filter { $0.section == section.id }.map(\.share)
      for floor in least {
        let fails = try assembler.nullAsFalse(
          try assembler.compare(.less, section.share, .constant(floor)))
        all = try assembler.and(all, try assembler.not(fails))
      }
    }
    return all
  }

  private mutating func apply(
    _ gate: Gate, to stood: inout StandingLanes
  ) throws(ColumnRefusal) {
    guard let fired = try fires(gate.trigger) else { return }
    var codes = stood.codes
    for (code, standing) in stood.standings.enumerated() {
      let capped = rubric.grades.capped(standing, by: gate.limit)
      guard capped != standing else { continue }
      let next: Int
      if let known = stood.standings.firstIndex(of: capped) {
        next = known
      } else {
        next = stood.standings.count
        stood.standings.append(capped)
      }
      let isHere = try assembler.compare(.equal, stood.codes, .constant(Number(code)))
      guard case .truth(let mask) = isHere.form else {
        if case .constant(.boolean(true)) = isHere.form {
          codes = try assembler.choose(fired, .constant(Number(next)), codes)
        }
        continue
      }
      let both = assembler.both(fired, mask) ?? fired
      codes = try assembler.choose(both, .constant(Number(next)), codes)
    }
    stood.codes = codes
    if let fixed = gate.score {
      stood.score = try assembler.choose(fired, .constant(fixed), stood.score)
    }
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
