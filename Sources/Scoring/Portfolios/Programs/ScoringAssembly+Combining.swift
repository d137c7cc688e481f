import FEEL
import Rubrics
import Values

extension ScoringAssembly {
  /// The sum of parts, or the worst or the best of them, as `SectionSum`.
  mutating func combined(
    _ parts: [PartLanes], _ rule: Combining
  ) throws(ColumnRefusal) -> SumLanes {
    let sum = try sum(parts)
    guard rule != .sum, sum.hasQuotient else { return sum }
    var found: PartLanes?
    for part in parts {
      if case .constant(.number(let number)) = part.points.form, !number.isPositive { continue }
      found = try found.map { best throws(ColumnRefusal) in try farther(best, part, rule) } ?? part
    }
    guard let found else { return sum }
    return SumLanes(
      earned: found.earned, applicable: found.points, possible: sum.possible, extra: sum.extra,
      counts: sum.counts, hasQuotient: true)
  }

  /// The one with the lesser or the greater share, of equals the first: multiplied crosswise, as `Quotient.isBelow`.
  private mutating func farther(
    _ best: PartLanes, _ part: PartLanes, _ rule: Combining
  ) throws(ColumnRefusal) -> PartLanes {
    let outer = assembler.active
    if let counts = assembler.both(best.counts, part.counts) { assembler.enter(counts) }
    let mine = try assembler.calculate(.multiply, part.earned, best.points)
    let theirs = try assembler.calculate(.multiply, best.earned, part.points)
    let isFarther = try assembler.compare(
      .less, rule == .worst ? mine : theirs, rule == .worst ? theirs : mine)
    assembler.leave(to: outer)
    var taken: LaneID?
    switch isFarther.form {
    case .truth(let mask): taken = mask
    case .constant(.boolean(true)): taken = everyLane
    default: break
    }
    // Where only one of the two counts, it is that one.
    if let counts = best.counts { taken = assembler.either(taken, assembler.opposite(counts)) }
    if let counts = part.counts { taken = taken.flatMap { assembler.both($0, counts) } }
    var chosen = best
    if let taken {
      chosen.earned = try assembler.choose(taken, part.earned, best.earned)
      chosen.points = try assembler.choose(taken, part.points, best.points)
    }
    chosen.counts =
      best.counts.flatMap { mine in
        part.counts.map { assembler.either(mine, $0) ?? assembler.none }
      }
    return chosen
  }
}
