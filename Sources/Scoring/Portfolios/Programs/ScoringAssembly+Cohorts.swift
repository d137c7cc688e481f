import Diagnostics
import FEEL
import Rubrics
import Values

extension ScoringAssembly {
  /// A number of the cohort; in the first pass nobody knows it.
  mutating func numberOfCohort(_ figure: Int) -> ColumnCompiler.Input {
    switch pass {
    case .first: .value(.constant(.null), others: everyLane)
    case .second(let cohorts): assembler.input(cohorts.figures[figure])
    }
  }

  /// Places, counts and percentiles as they are shown.
  var standings: [Reckoned] {
    guard case .second(let cohorts) = pass else { return [] }
    return rubric.standingFigures.map { .rows(cohorts.figures[$0]) }
  }

  /// The place of a ranked item in points; null where it comes out so.
  func place(of item: Item) throws(ColumnRefusal) -> Column {
    guard case .second(let cohorts) = pass, let points = cohorts.ranks[item.id] else {
      throw ColumnRefusal(.rule(.noPlace), at: item.place)
    }
    return points
  }

  /// The points of a plan that may look at the cohort, and the lanes in which it does not apply because
  /// its cohort is too small.
  mutating func scoreCompared(
    _ plan: ScorePlan, _ context: FormContext
  ) throws(ColumnRefusal) -> (points: LaneValue, tooSmall: LaneID?) {
    guard context.item.looksAtCohort, let rule = rubric.cohort, rule.ifFewer != .compare,
      case .second(let cohorts) = pass, let enough = cohorts.isEnough
    else { return (try score(plan, context), nil) }
    let isEnough = assembler.truthMask(try value(of: enough)) ?? everyLane
    var tooSmall: LaneID?
    if rule.ifFewer == .notApplicable {
      let fewer = assembler.truthMask(try value(of: cohorts.isTooSmall)) ?? assembler.none
      assembler.fallOut(where: assembler.butNot(assembler.opposite(isEnough), fewer))
      tooSmall = fewer
    } else {
      assembler.fallOut(where: assembler.opposite(isEnough))
    }
    let outer = assembler.active
    defer { assembler.leave(to: outer) }
    assembler.enter(isEnough)
    return (try score(plan, context), tooSmall)
  }

  /// The points where an item applies, elsewhere what its cohort has earned on it; where that is not known the lane
  /// falls out.
  mutating func meanOfCohort(
    of item: Item, besides applies: LaneID, _ points: LaneValue
  ) throws(ColumnRefusal) -> LaneValue {
    guard case .second(let cohorts) = pass, let means = cohorts.means[item.id] else {
      throw ColumnRefusal(.form("cohort mean"), at: item.place)
    }
    let outer = assembler.active
    assembler.enter(applies, isNegated: true)
    defer { assembler.leave(to: outer) }
    let mean = try value(of: means)
    assembler.leave(to: outer)
    guard !mean.isNull else { return points }
    return try assembler.choose(applies, points, mean.withNulls(nil))
  }
}

extension Wording {
  fileprivate static let noPlace = Wording(
    en: "nobody has been compared yet", zh: "尚未与他人比较")
}
