import Diagnostics
import FEEL
import Rubrics
import Values

extension ScoringAssembly {
  enum Surroundings {
    case section, bonus
    case deduction(cap: Number)
  }

  /// What one form gives: points, null where the item says what that means.
  struct FormContext {
    let item: Item
    let least: Number
    let greatest: Number
    let isDeduction: Bool
  }

  /// The contribution of an item, as `ItemScorer` has it for what is known.
  mutating func score(
    _ item: Item, in surroundings: Surroundings
  ) throws(ColumnRefusal) -> PartLanes {
    var (isDeduction, cap) = (false, item.points)
    if case .deduction(let most) = surroundings { (isDeduction, cap) = (true, most) }
    guard let appliesWhen = item.appliesWhen else {
      return try scoreApplying(item, isDeduction: isDeduction, cap: cap, applies: nil)
    }
    let outer = assembler.active
    defer { assembler.leave(to: outer) }
    let applies = try holds(appliesWhen) ?? assembler.none
    assembler.enter(applies)
    return try scoreApplying(
      item, isDeduction: isDeduction, cap: cap, applies: applies, outer: outer)
  }

  private mutating func scoreApplying(
    _ item: Item, isDeduction: Bool, cap: Number, applies: LaneID?,
    outer: ColumnAssembler.Surroundings? = nil
  ) throws(ColumnRefusal) -> PartLanes {
    if let void = item.void { assembler.fallOut(where: try fires(void.trigger)) }
    for need in item.evidence where !need.isOptional {
      // Nobody hands in documents with a portfolio.
      throw ColumnRefusal(
        .rule(.needsDocument(rubric.documents[need.document].name)), at: item.place)
    }
    let context = FormContext(
      item: item, least: isDeduction ? .zero : item.leastPoints, greatest: cap,
      isDeduction: isDeduction)
    var points = try score(item.form, context)
    var lost: LaneID?
    if let nulls = points.isNull ? everyLane : points.nulls {
      points = points.withNulls(nil)
      if points.isNull { points = .constant(.zero) }
      switch item.whenNull {
      case .unknown: assembler.fallOut(where: nulls)
      case .zero:
        let zero = min(max(.zero, context.least), context.greatest)
        points = try assembler.choose(nulls, .constant(zero), points)
      case .notApplicable: lost = nulls
      }
    }
    if let rounding = item.rounding {
      points = try assembler.rounded(points, toMultipleOf: rounding.step, rounding.mode)
    }
    if let excuse = item.excuse {
      // Where an excuse holds its peers are asked too.
      assembler.fallOut(where: try holds(excuse.when))
    }
    if let outer { assembler.leave(to: outer) }
    var counts = applies
    if let lost { counts = assembler.butNot(counts ?? everyLane, lost) }
    return try contribution(of: item, points, counts, isDeduction: isDeduction, cap: cap)
  }

  private mutating func contribution(
    of item: Item, _ points: LaneValue, _ counts: LaneID?, isDeduction: Bool, cap: Number
  ) throws(ColumnRefusal) -> PartLanes {
    var (points, counts) = (points, counts)
    if let applying = counts {
      switch item.otherwise {
      case .full where !isDeduction:
        points = try assembler.choose(applying, points, .constant(item.points))
        counts = nil
      case .block: assembler.fallOut(where: assembler.opposite(applying))
      case .cohortMean: throw ColumnRefusal(.form("cohort mean"), at: item.place)
      case .drop, .full: break
      }
    }
    let isBeside = item.leastPoints.isNegative && !isDeduction
    items.append(ItemLanes(points: points, counts: counts, item: item))
    let absent = counts.map { assembler.opposite($0) }
    itemEntries[item.id] = .value(try assembler.null(where: absent, points))
    return isBeside
      ? PartLanes(
        points: .constant(.zero), earned: .constant(.zero), extra: points, counts: counts)
      : PartLanes(
        points: .constant(isDeduction ? cap : item.points), earned: points, extra: nil,
        counts: counts)
  }
}

extension Wording {
  fileprivate static func needsDocument(_ name: String) -> Wording {
    Wording(
      en: "the document `\(name)` is not looked for in columns", zh: "不能按列查找文件“\(name)”")
  }
}
