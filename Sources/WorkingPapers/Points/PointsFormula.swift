import FEEL
import Rubrics
import Values

/// What an item's plan makes of its quantity, as a formula; it looks at the plan alone.
struct PointsFormula {
  let plan: ScorePlan
  /// The least and the greatest points; for a deduction the loss.
  let least: Number
  let greatest: Number
  /// The slot that unary tests look at.
  let tested: Int?
  let cells: LiveCells
  /// What an expression comes to, by the cell in which it stands.
  let value: (Plan) throws(NoFormula) -> LiveValue

  func points() throws(NoFormula) -> LiveRatio {
    try clipped(try worth())
  }

  private func clipped(_ ratio: LiveRatio) throws(NoFormula) -> LiveRatio {
    if ratio.above.isLiteral { return ratio }
    return try ratio.atLeast(LiveRatio(least)).atMost(LiveRatio(greatest))
  }

  private func worth() throws(NoFormula) -> LiveRatio {
    switch plan.quantity {
    case .number(let plan):
      return try worth(of: try value(plan))
    case .truth(let plan), .choice(let plan):
      guard case .ladder(let ladder) = self.plan.worth else { throw .form }
      return try chosen(from: ladder, try value(plan))
    case .held(let terms): return try worth(of: terms)
    case .table: throw NoFormula(.byTable)
    case .given: throw NoFormula(.given)
    }
  }

  private func worth(of value: LiveValue) throws(NoFormula) -> LiveRatio {
    if case .ladder(let ladder) = plan.worth, case .tests = ladder.rungs.first?.test {
      return try tested(by: ladder, value)
    }
    guard case .number(let ratio) = value else { throw .form }
    return try worth(plan.worth, ratio)
  }

  private func worth(
    _ worth: ScorePlan.Worth, _ ratio: LiveRatio
  ) throws(NoFormula) -> LiveRatio {
    switch worth {
    case .itself: ratio
    case .points(let points): try LiveRatio(points)
    case .paced(let paced): try points(paced, ratio)
    case .straight(let straight): try points(straight, ratio)
    case .ladder(let ladder): try climbed(ladder, ratio)
    }
  }

  // MARK: ladders

  private func climbed(
    _ ladder: ScorePlan.Ladder, _ ratio: LiveRatio
  ) throws(NoFormula) -> LiveRatio {
    guard let last = ladder.otherwise ?? ladder.rungs.last else { throw .form }
    var result = try worth(last.worth, ratio)
    let rungs = ladder.otherwise == nil ? ladder.rungs.dropLast() : ladder.rungs[...]
    for rung in rungs.reversed() {
      guard case .compares(let comparison, let threshold) = rung.test else { throw .form }
      let bound = try LiveRatio(threshold)
      let holds: LiveTruth
      switch comparison {
      case .atLeast: holds = try ratio.isAtLeast(bound)
      case .greater: holds = try ratio.isAbove(bound)
      case .atMost: holds = try bound.isAtLeast(ratio)
      case .less: holds = try bound.isAbove(ratio)
      case .equal: holds = try ratio.equals(bound)
      case .unequal: holds = try ratio.equals(bound).opposite
      }
      result = try worth(rung.worth, ratio).chosen(if: holds, else: result)
    }
    return result
  }

  private func chosen(
    from ladder: ScorePlan.Ladder, _ value: LiveValue
  ) throws(NoFormula) -> LiveRatio {
    var result = try ladder.otherwise.map { rung throws(NoFormula) in try fixed(rung) } ?? .zero
    for rung in ladder.rungs.reversed() {
      guard case .equals(let one) = rung.test else { throw .form }
      let holds: LiveTruth
      switch (one, value) {
      case (.boolean(let flag), .truth(let truth)): holds = flag ? truth : truth.opposite
      case (.string(let word), .text(let text, let now)):
        holds = LiveTruth("EXACT(\(text),\(try LiveCells.quoted(word)))", word == now)
      case (.number(let number), .number(let ratio)):
        holds = try ratio.equals(LiveRatio(number))
      default: throw .form
      }
      result = try fixed(rung).chosen(if: holds, else: result)
    }
    return result
  }

  private func tested(
    by ladder: ScorePlan.Ladder, _ value: LiveValue
  ) throws(NoFormula) -> LiveRatio {
    guard let tested else { throw .form }
    var cells = cells
    cells.put(value, in: tested)
    var result = LiveRatio.zero
    for rung in ladder.rungs.reversed() {
      guard case .tests(let plan) = rung.test else { throw .form }
      result = try fixed(rung).chosen(if: try cells.truth(plan.step), else: result)
    }
    return result
  }

  private func fixed(_ rung: ScorePlan.Rung) throws(NoFormula) -> LiveRatio {
    guard let points = rung.points else { throw .form }
    return try LiveRatio(points)
  }

  // MARK: paces and lines

  private func points(
    _ paced: PacedPoints, _ ratio: LiveRatio
  ) throws(NoFormula) -> LiveRatio {
    let pace = paced.pace
    guard pace.every.isPositive else { throw .form }
    let start = try LiveRatio(paced.start)
    let every = try LiveRatio(pace.every)
    let amount = try ratio.minus(start)
    let units: LiveRatio
    switch pace.units {
    case .full: units = LiveRatio(try amount.count(of: every, .floor))
    case .started: units = LiveRatio(try amount.count(of: every, .ceiling))
    case .exact: units = try amount.over(every)
    }
    let earned = try units.times(LiveRatio(pace.points))
      .chosen(if: try ratio.isAbove(start), else: .zero)
    let base = try LiveRatio(paced.base)
    let reached = paced.costs ? try base.minus(earned) : try base.plus(earned)
    guard let limit = paced.limit else { return reached }
    let bound = try LiveRatio(limit)
    return paced.costs ? try reached.atLeast(bound) : try reached.atMost(bound)
  }

  private func points(
    _ straight: StraightPoints, _ ratio: LiveRatio
  ) throws(NoFormula) -> LiveRatio {
    guard let base = straight.base, let rise = straight.rise, let width = straight.width,
      width.isPositive
    else { throw .form }
    let risen = try ratio.minus(LiveRatio(straight.from)).times(LiveRatio(rise))
    return try LiveRatio(base).plus(risen).over(LiveRatio(width))
  }

  // MARK: terms

  private func worth(of terms: ScorePlan.Terms) throws(NoFormula) -> LiveRatio {
    var sum = LiveRatio.zero
    for term in terms.terms {
      guard case .truth(let truth) = try value(term.when) else { throw .form }
      sum = try sum.plus(try LiveRatio(term.weight).chosen(if: truth, else: .zero))
    }
    guard case .ladder(let ladder) = plan.worth else { return sum }
    return try climbed(ladder, sum)
  }
}
