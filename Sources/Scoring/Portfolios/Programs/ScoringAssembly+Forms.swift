import Diagnostics
import FEEL
import Rubrics
import Values

extension ScoringAssembly {
  /// The points of a form for what is known; null where it comes out null.
  mutating func score(
    _ form: Form, _ context: FormContext
  ) throws(ColumnRefusal) -> LaneValue {
    switch form {
    case .formula(let plan, _, _): return try clipped(try number(plan), context)
    case .check(let check): return try score(check, context)
    case .choose(let choose): return try score(choose, context)
    case .parts(let parts): return try score(parts, context)
    case .steps(let steps):
      let value = try number(steps.value)
      return try ladder(
        try steps.lines.map { line throws(ColumnRefusal) in
          let holds = try assembler.compare(
            steps.direction.comparison, value, .constant(line.threshold))
          return (holds, line.points)
        }, otherwise: .constant(steps.otherwise), nulls: value, context)
    case .lines(let lines): return try score(lines, context)
    case .each(let each): return try score(each, context)
    case .lose(let lose): return try score(lose, context)
    case .tally(let tally): return try score(tally, context)
    case .table(let table):
      let value = try compile(table)
      guard value.isNumeric || value.isNull else {
        throw ColumnRefusal(.kindOfValue, at: table.place)
      }
      return try clipped(value, context)
    case .rank:
      return try clipped(try value(of: try place(of: context.item)), context)
    case .degree, .judge, .survey, .children, .imported:
      throw ColumnRefusal(.rule(.formLeft), at: context.item.place)
    }
  }

  private mutating func clipped(
    _ value: LaneValue, _ context: FormContext
  ) throws(ColumnRefusal) -> LaneValue {
    if value.isNull { return value }
    return try assembler.clipped(value, from: context.least, to: context.greatest)
  }

  private mutating func number(_ plan: Plan) throws(ColumnRefusal) -> LaneValue {
    let value = try compile(plan)
    guard value.isNumeric || value.isNull else { throw refusal(.kindOfValue, plan) }
    return value
  }

  private func points(_ points: Number, _ context: FormContext) -> LaneValue {
    .constant(min(max(points, context.least), context.greatest))
  }

  /// The points of the first line that holds; null where `value` is.
  private mutating func ladder(
    _ lines: [(holds: LaneValue, points: Number)], otherwise: LaneValue, nulls value: LaneValue,
    _ context: FormContext
  ) throws(ColumnRefusal) -> LaneValue {
    if value.isNull { return value }
    var result = otherwise
    if case .constant(.number(let number)) = otherwise.form { result = points(number, context) }
    for (holds, points) in lines.reversed() {
      switch holds.form {
      case .truth(let mask):
        result = try assembler.choose(mask, self.points(points, context), result)
      case .constant(.boolean(true)): result = self.points(points, context)
      default: break
      }
    }
    return try assembler.null(where: assembler.either(result.nulls, value.nulls), result)
  }

  private mutating func score(
    _ check: Check, _ context: FormContext
  ) throws(ColumnRefusal) -> LaneValue {
    guard check.ifEmpty == nil || check.ranges.isEmpty else {
      throw refusal(.rows, check.condition)
    }
    let value = try compile(check.condition)
    switch value.form {
    case .constant(.null): return value
    case .constant(.boolean(let flag)): return .constant(flag ? context.greatest : .zero)
    case .truth(let mask):
      let points = try assembler.choose(mask, .constant(context.greatest), .constant(.zero))
      return try assembler.null(where: value.nulls, points)
    default: throw refusal(.kindOfValue, check.condition)
    }
  }

  private mutating func score(
    _ choose: Choose, _ context: FormContext
  ) throws(ColumnRefusal) -> LaneValue {
    let value = try compile(choose.value)
    let lines = try choose.options.map { option throws(ColumnRefusal) in
      (try assembler.same(value, as: option.value), option.points)
    }
    return try ladder(
      lines, otherwise: choose.otherwise.map { .constant($0) } ?? .constant(.null), nulls: value,
      context)
  }

  private mutating func score(
    _ lines: Lines, _ context: FormContext
  ) throws(ColumnRefusal) -> LaneValue {
    let value = try compile(lines.value)
    guard let tested = rubric.index(of: .tested) else { return .constant(.null) }
    slots[tested] = .value(value)
    defer { slots[tested] = nil }
    let held = try lines.lines.map { line throws(ColumnRefusal) in
      (try assembler.nullAsFalse(try compile(line.tests)), line.points)
    }
    return try ladder(held, otherwise: .constant(.null), nulls: value, context)
  }

  private mutating func score(
    _ parts: [Part], _ context: FormContext
  ) throws(ColumnRefusal) -> LaneValue {
    var terms: [LaneValue] = []
    for part in parts {
      let held: LaneID?
      if context.item.whenNull == .zero {
        let value = try assembler.nullAsFalse(try compile(part.when))
        switch value.form {
        case .truth(let mask): held = mask
        default: held = value.constant.map(\.isTrue) ?? false ? everyLane : nil
        }
      } else {
        held = try holds(part.when)
      }
      guard let held else { continue }
      terms.append(try assembler.choose(held, .constant(part.points), .constant(.zero)))
    }
    return try clipped(try assembler.total(terms), context)
  }

  private mutating func score(
    _ tally: Tally, _ context: FormContext
  ) throws(ColumnRefusal) -> LaneValue {
    var terms: [LaneValue] = []
    for line in tally.lines {
      if let held = try holds(line.when) { terms.append(assembler.count(held)) }
    }
    let count = try assembler.total(terms)
    let lines = try tally.thresholds.map { line throws(ColumnRefusal) in
      (try assembler.compare(.atLeast, count, .constant(Number(line.count))), line.points)
    }
    return try ladder(lines, otherwise: .constant(tally.otherwise), nulls: count, context)
  }
}

extension Steps.Direction {
  fileprivate var comparison: Operator.Comparison {
    switch self {
    case .atLeast: .atLeast
    case .moreThan: .greater
    case .atMost: .atMost
    case .lessThan: .less
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
