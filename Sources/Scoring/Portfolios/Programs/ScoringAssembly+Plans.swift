import Diagnostics
import FEEL
import Rubrics
import Values

/// The meaning of a plan for blocks of subjects of whom all is known.
extension ScoringAssembly {
  /// The points; null where they come out null.
  mutating func score(
    _ plan: ScorePlan, _ context: FormContext
  ) throws(ColumnRefusal) -> LaneValue {
    switch plan.quantity {
    case .number(let quantity):
      let value = try compile(quantity)
      guard value.isNumeric || value.isNull else { throw refusal(.kindOfValue, quantity) }
      return try points(plan.worth, of: value, context)
    case .truth(let condition):
      if let ifEmpty = plan.ifEmpty, !ifEmpty.lists.isEmpty { throw refusal(.rows, condition) }
      let value = try compile(condition)
      switch value.form {
      case .constant(.null), .constant(.boolean), .truth: break
      default: throw refusal(.kindOfValue, condition)
      }
      return try points(plan.worth, of: value, context)
    case .choice(let quantity): return try points(plan.worth, of: try compile(quantity), context)
    case .table(let table):
      let value = try compile(table)
      guard value.isNumeric || value.isNull else {
        throw ColumnRefusal(.kindOfValue, at: table.place)
      }
      return try points(plan.worth, of: value, context)
    case .held(let terms): return try points(plan.worth, of: try sum(terms, context), context)
    case .given(.rank): return try clipped(try value(of: try place(of: context.item)), context)
    case .given: throw ColumnRefusal(.rule(.formLeft), at: context.item.place)
    }
  }

  /// What a value is worth, kept between the least and the greatest points.
  private mutating func points(
    _ worth: ScorePlan.Worth, of value: LaneValue, _ context: FormContext
  ) throws(ColumnRefusal) -> LaneValue {
    if value.isNull { return value }
    switch worth {
    case .itself: return try clipped(value, context)
    case .points(let points): return constant(points, context)
    case .paced(let paced):
      let points = try points(paced, of: value.withNulls(nil))
      return try assembler.null(where: value.nulls, try clipped(points, context))
    case .straight(let straight):
      let points = try points(straight, of: value.withNulls(nil), context)
      return try assembler.null(where: value.nulls, try clipped(points, context))
    case .ladder(let ladder):
      return try self.points(ladder, of: value, context)
    }
  }

  /// The points of the first rung that holds.
  private mutating func points(
    _ ladder: ScorePlan.Ladder, of value: LaneValue, _ context: FormContext
  ) throws(ColumnRefusal) -> LaneValue {
    var tested: Int?
    if case .tests = ladder.rungs.first?.test {
      guard let slot = rubric.index(of: .tested) else { return .constant(.null) }
      tested = slot
      slots[slot] = .value(value)
    }
    defer { if let tested { slots[tested] = nil } }
    let held = try ladder.rungs.map { rung throws(ColumnRefusal) in
      try holds(rung.test, value)
    }
    let known = value.withNulls(nil)
    var result =
      try ladder.otherwise.map { rung throws(ColumnRefusal) in
        try points(rung.worth, of: known, context)
      } ?? .constant(.null)
    for (rung, held) in zip(ladder.rungs, held).reversed() {
      switch held.form {
      case .truth(let mask):
        result = try assembler.choose(mask, try points(rung.worth, of: known, context), result)
      case .constant(.boolean(true)): result = try points(rung.worth, of: known, context)
      default: break
      }
    }
    return try assembler.null(where: assembler.either(result.nulls, value.nulls), result)
  }

  private mutating func holds(
    _ test: ScorePlan.Test?, _ value: LaneValue
  ) throws(ColumnRefusal) -> LaneValue {
    switch test {
    case .compares(let comparison, let threshold):
      return try assembler.compare(comparison, value, .constant(threshold))
    case .tests(let tests): return try assembler.nullAsFalse(try compile(tests))
    case .equals(.boolean(true)) where value.isTruth: return value
    case .equals(let one): return try assembler.same(value, as: one)
    case nil: return .constant(.boolean(true))
    }
  }

  /// The weights of the conditions that hold, together.
  private mutating func sum(
    _ terms: ScorePlan.Terms, _ context: FormContext
  ) throws(ColumnRefusal) -> LaneValue {
    var summands: [LaneValue] = []
    for term in terms.terms {
      guard let held = try holds(term, of: terms, context) else { continue }
      summands.append(
        terms.arePoints
          ? try assembler.choose(held, .constant(term.weight), .constant(.zero))
          : assembler.count(held))
    }
    return try assembler.total(summands)
  }

  /// The lanes in which a condition holds; `nil` for none.
  private mutating func holds(
    _ term: ScorePlan.Terms.Term, of terms: ScorePlan.Terms, _ context: FormContext
  ) throws(ColumnRefusal) -> LaneID? {
    guard terms.arePoints, context.item.whenNull == .zero else { return try holds(term.when) }
    let value = try assembler.nullAsFalse(try compile(term.when))
    if case .truth(let mask) = value.form { return mask }
    return value.constant.map(\.isTrue) ?? false ? everyLane : nil
  }

  private mutating func clipped(
    _ value: LaneValue, _ context: FormContext
  ) throws(ColumnRefusal) -> LaneValue {
    if value.isNull { return value }
    return try assembler.clipped(value, from: context.least, to: context.greatest)
  }

  private func constant(_ points: Number, _ context: FormContext) -> LaneValue {
    .constant(min(max(points, context.least), context.greatest))
  }

  private mutating func points(
    _ straight: StraightPoints, of number: LaneValue, _ context: FormContext
  ) throws(ColumnRefusal) -> LaneValue {
    guard let base = straight.base, let rise = straight.rise, let width = straight.width,
      width.isPositive
    else { throw ColumnRefusal(.kindOfValue, at: context.item.place) }
    let above = try assembler.calculate(.subtract, number, .constant(straight.from))
    let risen = try assembler.calculate(.multiply, above, .constant(rise))
    let sum = try assembler.calculate(.add, .constant(base), risen)
    return try assembler.calculate(.divide, sum, .constant(width))
  }

  // MARK: paces

  private mutating func points(
    _ paced: PacedPoints, of amount: LaneValue
  ) throws(ColumnRefusal) -> LaneValue {
    let counted =
      paced.start.isZero
      ? amount : try assembler.calculate(.subtract, amount, .constant(paced.start))
    let units = try points(of: paced.pace, for: counted)
    let points =
      paced.base.isZero && !paced.costs
      ? units
      : try assembler.calculate(
        paced.costs ? .subtract : .add, .constant(paced.base), units)
    guard let limit = paced.limit else { return points }
    return try assembler.extreme(points, .constant(limit), isGreatest: paced.costs)
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

extension LaneValue {
  fileprivate var isTruth: Bool {
    switch form {
    case .truth, .constant(.boolean): true
    default: false
    }
  }
}

extension Value {
  fileprivate var isTrue: Bool { if case .boolean(true) = self { true } else { false } }
}

extension Wording {
  fileprivate static let formLeft = Wording(
    en: "this form of scoring is not computed in columns", zh: "这种计分形式不能按列计算")
}
