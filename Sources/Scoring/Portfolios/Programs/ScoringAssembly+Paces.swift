import FEEL
import Rubrics
import Values

extension ScoringAssembly {
  /// A base, more for each unit above it, a cap: as `Each.score`.
  mutating func score(
    _ each: Each, _ context: FormContext
  ) throws(ColumnRefusal) -> LaneValue {
    let value = try amount(each.value)
    if value.isNull { return value }
    let above = try assembler.calculate(.subtract, value, .constant(each.baseAt))
    let more = try points(of: each.step, for: above)
    let reached = try assembler.calculate(.add, .constant(each.basePoints), more)
    let below = try assembler.compare(.less, value, .constant(each.baseAt))
    let points = try chosen(below, .constant(each.belowBase), reached)
    let capped = try assembler.extreme(points, .constant(each.cap), isGreatest: false)
    return try finished(capped, value, context)
  }

  /// What is left of full marks, or the loss itself: as `Lose.score`.
  mutating func score(
    _ lose: Lose, _ context: FormContext
  ) throws(ColumnRefusal) -> LaneValue {
    let value = try amount(lose.value)
    if value.isNull { return value }
    let counted = try assembler.calculate(.subtract, value, .constant(lose.free))
    var points = try points(of: lose.step, for: counted)
    if !context.isDeduction {
      points = try assembler.calculate(.subtract, .constant(context.greatest), points)
      points = try assembler.extreme(points, .constant(lose.floor), isGreatest: true)
    }
    if let allFrom = lose.allFrom {
      let all = try assembler.compare(.atLeast, value, .constant(allFrom))
      points = try chosen(
        all, .constant(context.isDeduction ? context.greatest : .zero), points)
    }
    return try finished(points, value, context)
  }

  private mutating func amount(_ plan: Plan) throws(ColumnRefusal) -> LaneValue {
    let value = try compile(plan)
    guard value.isNumeric || value.isNull else { throw refusal(.kindOfValue, plan) }
    return value
  }

  private mutating func finished(
    _ points: LaneValue, _ value: LaneValue, _ context: FormContext
  ) throws(ColumnRefusal) -> LaneValue {
    let clipped = try assembler.clipped(
      points.withNulls(nil), from: context.least, to: context.greatest)
    return try assembler.null(where: value.nulls, clipped)
  }

  /// Points for so many units: as `Pace.points`.
  private mutating func points(
    of pace: Pace, for amount: LaneValue
  ) throws(ColumnRefusal) -> LaneValue {
    guard pace.every.isPositive else { return .constant(.zero) }
    let amount = amount.withNulls(nil)
    let counted: LaneValue
    switch pace.units {
    case .exact:
      let times = try assembler.calculate(.multiply, .constant(pace.points), amount)
      counted =
        pace.every == .one
        ? times : try assembler.calculate(.divide, times, .constant(pace.every))
    case .full, .started:
      let mode: RoundingMode = pace.units == .full ? .floor : .ceiling
      // So many whole units, exactly: what a quotient of two multiples comes to.
      if let units = try assembler.wholeUnits(of: amount, pace.every, mode) {
        counted = try assembler.calculate(.multiply, units, .constant(pace.points))
      } else {
        let whole = try assembler.rounded(amount, toMultipleOf: pace.every, mode)
        let units = try assembler.calculate(.divide, whole, .constant(pace.every))
        counted = try assembler.calculate(.multiply, units, .constant(pace.points))
      }
    }
    let some = try assembler.compare(.greater, amount, .constant(.zero))
    return try chosen(some, counted, .constant(.zero))
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
