import FEEL
import Rubrics
import Values

extension ScoringAssembly {
  /// An expression of the order of evaluation; where programs do not know it, what the row evaluator says of it.
  ///
  /// What looks at results has to be computed behind them, so its refusal is one of the whole, or of the item that it
  /// belongs to.
  mutating func compile(_ plan: Plan, as part: RowPart?) throws(ColumnRefusal) -> LaneValue {
    guard let part else { return try compile(plan) }
    if let known = rows[part] { return try value(of: known.values) }
    let before = assembler.fallenCount
    do throws(ColumnRefusal) {
      return try compile(plan)
    } catch {
      guard Set(plan.slotsUsed).isDisjoint(with: resultSlots) else { throw error }
      assembler.forgetFallen(since: before)
      refused.append(part, error)
      return try value(of: Column.sample(of: plan.shape) ?? part.sample)
    }
  }

  private var resultSlots: Set<Int> {
    Set([Slot.total, .items, .sections, .tested].compactMap { rubric.index(of: $0) })
  }

  /// The lanes of a column; where it is not known they fall out.
  mutating func value(of column: Column) throws(ColumnRefusal) -> LaneValue {
    switch assembler.input(column) {
    case .value(let value, let others):
      assembler.fallOut(where: others)
      return value
    case .refused(let cause): throw ColumnRefusal(cause, at: nil)
    case .context: throw ColumnRefusal(.kindOfValue, at: nil)
    }
  }

  /// The points of an item that the row evaluator alone has scored, and where it counts.
  mutating func given(
    _ columns: RowColumns
  ) throws(ColumnRefusal) -> (points: LaneValue, counts: LaneID?) {
    let points = try value(of: columns.values)
    var counts: LaneID?
    if let column = columns.counts {
      counts = assembler.truthMask(try value(of: column)) ?? everyLane
    }
    return (points.isNull ? .constant(.zero) : points.withNulls(nil), counts)
  }

  /// The contribution of an item: as programs know it, else as the row evaluator has scored it.
  mutating func score(
    _ item: Item, in surroundings: Surroundings
  ) throws(ColumnRefusal) -> PartLanes {
    if let known = rows[.item(item.id)] {
      let (points, counts) = try given(known)
      return try placed(item, points, counts, surroundings)
    }
    let (before, owner) = (assembler.fallenCount, assembler.owner)
    assembler.owner = owners[item.id] ?? -1
    defer { assembler.owner = owner }
    do throws(ColumnRefusal) {
      return try scoreInColumns(item, in: surroundings)
    } catch {
      assembler.forgetFallen(since: before)
      refused.append(.item(item.id), ColumnRefusal(error.cause, at: error.place ?? item.place))
      return try placed(item, try value(of: .sampleOfPoints), nil, surroundings)
    }
  }

  /// Lets expressions, results and the sum around it see the points of an item.
  mutating func placed(
    _ item: Item, _ points: LaneValue, _ counts: LaneID?, _ surroundings: Surroundings
  ) throws(ColumnRefusal) -> PartLanes {
    items.append(ItemLanes(points: points, counts: counts, item: item))
    try tell(item, points, counts)
    if case .deduction(let cap) = surroundings {
      return PartLanes(points: .constant(cap), earned: points, extra: nil, counts: counts)
    }
    return item.leastPoints.isNegative
      ? PartLanes(
        points: .constant(.zero), earned: .constant(.zero), extra: points, counts: counts)
      : PartLanes(points: .constant(item.points), earned: points, extra: nil, counts: counts)
  }

  /// What expressions over results find of it.
  mutating func tell(
    _ item: Item, _ points: LaneValue, _ counts: LaneID?
  ) throws(ColumnRefusal) {
    let absent = counts.map { assembler.opposite($0) }
    itemEntries[item.id] = .value(try assembler.null(where: absent, points))
  }
}

extension RowPart {
  /// What it is where its expression does not say so.
  fileprivate var sample: Column {
    switch self {
    case .total, .rank, .cohortFigure, .figure, .item: .sampleOfPoints
    case .bar, .section, .gate, .peers: Column(.booleans([0, 1]))
    }
  }
}

extension Column {
  /// A column as a file might give it, where only what it is made of is asked.
  ///
  /// - Returns: `nil` for what columns do not hold by type.
  static func sample(of shape: Shape) -> Column? {
    switch shape.known {
    case .number: sampleOfPoints
    case .boolean: Column(.booleans([0, 1]))
    case .string: Column(.texts([0, 1], texts: ["a", "b"]))
    case .date: Column(.days([0, 1]))
    default: nil
    }
  }

  static var sampleOfPoints: Column { Column(.scaled([0, 1_000_000], exponent: -2)) }
}
