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
    guard case .ladder(let direction) = grades.rule else {
      throw ColumnRefusal(.rule(.gradesByTable), at: grades.place)
    }
    var band = LaneValue.constant(Number(grades.lines.count - 1))
    for (rank, line) in grades.lines.enumerated().reversed() {
      guard let threshold = line.threshold else {
        band = .constant(Number(rank))
        continue
      }
      let comparison: Operator.Comparison = direction == .atLeast ? .atLeast : .atMost
      let holds = try assembler.compare(comparison, total.graded, .constant(threshold))
      band = try chosen(holds, .constant(Number(rank)), band)
    }
    var stood = StandingLanes(
      codes: try fallen(band), standings: grades.lines.indices.map { grades.standing($0) },
      score: total.score)
    for gate in rubric.caps + rubric.vetoes { try apply(gate, to: &stood) }
    return stood
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

extension Wording {
  fileprivate static let gradesByTable = Wording(
    en: "grades by a decision table are not given in columns", zh: "由决策表给出的等级不能按列计算")
}
