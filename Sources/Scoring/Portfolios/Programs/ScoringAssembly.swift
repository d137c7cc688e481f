import Diagnostics
import FEEL
import Rubrics
import Values

/// Puts together the program that scores subjects in blocks: the order of `ScoringCourse`, for all that is
/// plain and known.
///
/// Wherever a subject is anything else (an unknown, a null that means one, a closed bar, an excuse) its lane
/// falls out, and the scorer of single subjects has it. So nothing is said twice but what is said here of
/// known points: how they are summed, scaled, clipped, rounded and graded, by the same operations in the
/// same order.
struct ScoringAssembly {
  let rubric: Rubric
  let mode: ScoringMode
  var assembler: ColumnAssembler
  /// By slot: what expressions find there.
  var slots: [Int: ColumnCompiler.Input] = [:]
  /// By id: what expressions over results find of items that are scored.
  var itemEntries: [String: ColumnCompiler.Input] = [:]
  var sectionEntries: [String: ColumnCompiler.Input] = [:]
  /// By place in `Rubric.everyItem`.
  var items: [ItemLanes] = []
  var floored: [(id: String, isTop: Bool, share: LaneValue)] = []

  /// The points of an item, a section or a bonus, as the sum around it sees them.
  struct PartLanes {
    /// What stands in the denominator.
    var points: LaneValue
    var earned: LaneValue
    /// What is added beside the quotient; `nil` for nothing.
    var extra: LaneValue?
    /// The lanes in which it counts; `nil` for all.
    var counts: LaneID?
  }

  /// The points of an item as results show them.
  struct ItemLanes {
    var points: LaneValue
    var counts: LaneID?
    let item: Item
  }

  init(_ rubric: Rubric, mode: ScoringMode, usesEnclosures: Bool = true) {
    self.rubric = rubric
    self.mode = mode
    assembler = ColumnAssembler(usesEnclosures: usesEnclosures)
  }

  // MARK: expressions

  mutating func compile(_ plan: Plan) throws(ColumnRefusal) -> LaneValue {
    let slots = slots
    return try ColumnCompiler.compile(
      plan, { slots[$0] ?? .refused(.input(nil)) }, into: &assembler)
  }

  mutating func compile(_ table: RuleTable) throws(ColumnRefusal) -> LaneValue {
    let slots = slots
    do throws(ColumnRefusal) {
      return try ColumnCompiler.compile(
        table.plan, { slots[$0] ?? .refused(.input(nil)) }, into: &assembler)
    } catch {
      throw ColumnRefusal(error.cause, at: table.place)
    }
  }

  /// The lanes in which a condition holds; where it is null the lane falls out.
  ///
  /// - Returns: `nil` where it holds nowhere.
  mutating func holds(_ plan: Plan) throws(ColumnRefusal) -> LaneID? {
    let value = try compile(plan)
    switch value.form {
    case .truth(let mask):
      assembler.fallOut(where: value.nulls)
      return mask
    case .constant(.boolean(let flag)): return flag ? everyLane : nil
    case .constant(.null):
      assembler.fallOut(where: everyLane)
      return nil
    default: throw refusal(.kindOfValue, plan)
    }
  }

  /// The lanes in which a gate fires.
  ///
  /// A gate that is open does nothing when the file is closed.
  ///
  /// - Returns: `nil` where it fires nowhere.
  mutating func fires(_ trigger: Trigger) throws(ColumnRefusal) -> LaneID? {
    // A portfolio has no findings.
    guard case .condition(let plan) = trigger else { return nil }
    let value = try compile(plan)
    let fired: LaneID?
    switch value.form {
    case .truth(let mask): fired = mask
    case .constant(.boolean(let flag)): fired = flag ? everyLane : nil
    case .constant(.null): fired = nil
    default: throw refusal(.kindOfValue, plan)
    }
    if mode == .selfAssessment {
      assembler.fallOut(where: value.isNull ? everyLane : value.nulls)
    }
    return fired
  }

  var everyLane: LaneID { mutating get { assembler.opposite(assembler.none) } }

  func refusal(_ cause: ColumnRefusal.Cause, _ plan: Plan) -> ColumnRefusal {
    ColumnRefusal(cause, at: plan.passage.place(of: Span(0, plan.passage.text.utf8.count)))
  }

  // MARK: inputs

  /// Binds every slot; `facts` by declaration, `empty` by slot: what stands there without evidence.
  mutating func bind(facts: [Column?], aggregates: [Column], empty: [Value]) {
    for (slot, kind) in rubric.slots.enumerated() {
      switch kind {
      case .fact(let fact):
        slots[slot] = facts[fact].map { assembler.input($0) } ?? constant(empty[slot])
      case .table, .survey, .document, .surveyColumn, .judgements, .cohort:
        slots[slot] = .refused(.rows)
      case .stage: slots[slot] = .refused(.rule(.stages))
      case .periodStart, .periodEnd, .asOf: slots[slot] = constant(empty[slot])
      case .figure, .total, .items, .sections, .tested: break
      }
    }
    for (index, column) in aggregates.enumerated() {
      slots[rubric.slots.count + index] = assembler.input(column)
    }
  }

  /// A slot that is the same for every subject.
  private mutating func constant(_ value: Value) -> ColumnCompiler.Input {
    switch value {
    case .unknown, .null: .value(.constant(.null), others: value.isUnknown ? everyLane : nil)
    case .list, .context, .range, .function: .refused(.kindOfValue)
    default: .value(.constant(value))
    }
  }

  /// Figures that are refused are so to whoever looks at them.
  mutating func reckonFigures(_ values: [FigureValue]) -> [Result<LaneValue, ColumnRefusal>] {
    zip(rubric.figures, values).map { figure, written in
      do throws(ColumnRefusal) {
        let value: LaneValue
        switch written {
        case .expression(let plan): value = try compile(plan)
        case .table(let table): value = try compile(table)
        case .calendar: throw ColumnRefusal(.rows, at: figure.place)
        }
        slots[figure.slot] = .value(value)
        return .success(value)
      } catch {
        slots[figure.slot] = .refused(error.cause)
        return .failure(error)
      }
    }
  }

  /// What programs do not know at all.
  func refuseOthers() throws(ColumnRefusal) {
    let staged = rubric.everyItem.first { !$0.stages.isEmpty }
    guard rubric.stages.isEmpty, staged == nil else {
      throw ColumnRefusal(.rule(.stages), at: rubric.stages.first?.place ?? staged?.place)
    }
    guard rubric.movement == nil, rubric.downgrades.isEmpty, rubric.reEvaluation == nil else {
      let place = rubric.movement?.place ?? rubric.downgrades.first?.place ?? rubric.grades.place
      throw ColumnRefusal(.rule(.movement), at: place)
    }
  }

  /// A subject behind a bar is not evaluated here.
  mutating func admit() throws(ColumnRefusal) {
    for bar in rubric.admission { assembler.fallOut(where: try fires(bar.trigger)) }
  }
}

extension Wording {
  fileprivate static let stages = Wording(
    en: "stages are not scored in columns", zh: "分阶段的计分不能按列计算")

  fileprivate static let movement = Wording(
    en: "how a grade moves from the one before is not decided in columns",
    zh: "等级升降不能按列计算")
}
