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
  mutating func scoreInColumns(
    _ item: Item, in surroundings: Surroundings
  ) throws(ColumnRefusal) -> PartLanes {
    var (points, counts) = try pointsGiven(item, in: surroundings)
    if let applying = counts {
      switch item.otherwise {
      case .full where !surroundings.isDeduction:
        points = try assembler.choose(applying, points, .constant(item.points))
        counts = nil
      case .block: assembler.fallOut(where: assembler.opposite(applying))
      case .cohortMean:
        points = try meanOfCohort(of: item, besides: applying, points)
        counts = nil
      case .drop, .full: break
      }
    }
    return try placed(item, points, counts, surroundings)
  }

  /// What the form gives, rounded, and the lanes in which it does; `nil` for all.
  mutating func pointsGiven(
    _ item: Item, in surroundings: Surroundings
  ) throws(ColumnRefusal) -> (points: LaneValue, applies: LaneID?) {
    guard item.stages.isEmpty else { throw ColumnRefusal(.rule(.stages), at: item.place) }
    for need in item.evidence where !need.isOptional {
      // Nobody hands in documents with a portfolio.
      throw ColumnRefusal(
        .rule(.needsDocument(rubric.documents[need.document].name)), at: item.place)
    }
    let outer = assembler.active
    defer { assembler.leave(to: outer) }
    var applies: LaneID?
    if let appliesWhen = item.appliesWhen {
      let holding = try holds(appliesWhen) ?? assembler.none
      assembler.enter(holding)
      applies = holding
    }
    if let void = item.void { assembler.fallOut(where: try fires(void.trigger)) }
    let isDeduction = surroundings.isDeduction
    let context = FormContext(
      item: item, least: isDeduction ? .zero : item.leastPoints,
      greatest: surroundings.cap ?? item.points, isDeduction: isDeduction)
    var (points, lost) = try scoreCompared(item.plan, context)
    if let nulls = points.isNull ? everyLane : points.nulls {
      points = points.withNulls(nil)
      if points.isNull { points = .constant(.zero) }
      // Why it is null the row evaluator knows.
      if item.ifEmpty != nil || item.plan.isFalling { assembler.fallOut(where: nulls) }
      switch item.whenNull {
      case .unknown: assembler.fallOut(where: nulls)
      case .zero:
        let zero = min(max(.zero, context.least), context.greatest)
        points = try assembler.choose(nulls, .constant(zero), points)
      case .notApplicable: lost = assembler.either(lost, nulls)
      }
    }
    if let rounding = item.rounding {
      points = try assembler.rounded(points, toMultipleOf: rounding.step, rounding.mode)
    }
    if let excuse = item.excuse {
      // Where an excuse holds its peers are asked too.
      assembler.fallOut(where: try holds(excuse.when))
    }
    assembler.leave(to: outer)
    if let lost { applies = assembler.butNot(applies ?? everyLane, lost) }
    return (points, applies)
  }
}

extension ScoringAssembly.Surroundings {
  var isDeduction: Bool { if case .deduction = self { true } else { false } }

  var cap: Number? { if case .deduction(let cap) = self { cap } else { nil } }
}

extension Wording {
  static let stages = Wording(
    en: "stages are not scored in columns", zh: "分阶段的计分不能按列计算")

  static let openAmount = Wording(
    en: "before the comparison its amount is open", zh: "比较之前数量未定")

  fileprivate static func needsDocument(_ name: String) -> Wording {
    Wording(
      en: "the document `\(name)` is not looked for in columns", zh: "不能按列查找文件“\(name)”")
  }
}
