import Diagnostics
import FEEL
import Rubrics
import Values

/// Puts together the program that scores subjects in blocks: the order of `ScoringCourse`, for all that is
/// plain and known.
///
/// Wherever a subject is anything else (an unknown, a null that means one, a closed bar, an excuse) its lane
/// falls out, and the scorer of single subjects has it. What is done in which order is told by `ScorePlan` and
/// `ResultPlan` for both; here stands only what one operation of them is for known points.
struct ScoringAssembly {
  /// What is known of the cohort.
  enum Pass: Sendable {
    /// Nobody has been compared.
    case first
    case second(CohortColumns)
  }

  let rubric: Rubric
  let mode: ScoringMode
  let pass: Pass
  /// What the row evaluator has said of parts that programs do not know.
  let rows: [RowPart: RowColumns]
  /// Parts that programs do not know and of which nothing has been said: the program that comes out cannot be run.
  var refused = RowParts()
  var assembler: ColumnAssembler
  /// By slot: what expressions find there.
  var slots: [Int: ColumnCompiler.Input] = [:]
  /// By item id: its number among the owners of instructions; figures come behind.
  let owners: [String: Int]
  /// By id: what expressions over results find of items that are scored.
  var itemEntries: [String: ColumnCompiler.Input] = [:]
  var sectionEntries: [String: ColumnCompiler.Input] = [:]
  /// By place in `Rubric.everyItem`.
  var items: [ItemLanes] = []
  /// Depth first, each before those below it.
  var told: [ToldSection] = []
  /// Figures that look at the cohort, by slot.
  private let lateFigures: Set<Int>

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

  /// A section as floors and expressions over results see it.
  struct ToldSection {
    let section: Section
    var share: LaneValue
    var points: LaneValue
    /// The lanes in which it counts; `nil` for all.
    var counts: LaneID?
  }

  /// The points of an item as results show them.
  struct ItemLanes {
    var points: LaneValue
    var counts: LaneID?
    let item: Item
  }

  init(
    _ rubric: Rubric, mode: ScoringMode, _ pass: Pass = .first,
    besides rows: [RowPart: RowColumns] = [:], usesEnclosures: Bool = true
  ) {
    assembler = ColumnAssembler(usesEnclosures: usesEnclosures)
    self.rubric = rubric
    owners = Dictionary(
      rubric.everyItem.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.mode = mode
    self.pass = pass
    self.rows = rows
    lateFigures = rubric.figuresOfSecondPass
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
  mutating func holds(
    _ plan: Plan, as part: RowPart? = nil
  ) throws(ColumnRefusal) -> LaneID? {
    let value = try compile(plan, as: part)
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
  /// Where it is open, or its condition null, the lane falls out.
  ///
  /// - Returns: `nil` where it fires nowhere.
  mutating func fires(
    _ trigger: Trigger, as part: RowPart? = nil
  ) throws(ColumnRefusal) -> LaneID? {
    // A portfolio has no findings.
    guard case .condition(let plan) = trigger else { return nil }
    let value = try compile(plan, as: part)
    let fired: LaneID?
    switch value.form {
    case .truth(let mask): fired = mask
    case .constant(.boolean(let flag)): fired = flag ? everyLane : nil
    case .constant(.null): fired = nil
    default: throw refusal(.kindOfValue, plan)
    }
    assembler.fallOut(where: value.isNull ? everyLane : value.nulls)
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
      case .table, .survey, .document, .surveyColumn, .judgements, .faults:
        slots[slot] = .refused(.rows)
      case .cohort(let figure): slots[slot] = numberOfCohort(figure)
      case .stage, .visit: slots[slot] = .refused(.rule(.stages))
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

  /// One a figure: what programs make of it, else the values that the row evaluator has given.
  enum Reckoned {
    case lanes(LaneValue)
    case rows(Column)
  }

  mutating func reckonFigures(_ values: [FigureValue]) -> [Reckoned] {
    zip(rubric.figures, values).enumerated().map { number, written in
      let (figure, value) = written
      if case .first = pass, lateFigures.contains(figure.slot) {
        // Nobody has been compared, and nothing that is compared may look at it.
        slots[figure.slot] = .value(.constant(.null), others: everyLane)
        return .lanes(.constant(.null))
      }
      if let known = rows[.figure(number)] {
        slots[figure.slot] = assembler.input(known.values)
        return .rows(known.values)
      }
      let before = assembler.fallenCount
      assembler.owner = owners.count + number
      defer { assembler.owner = -1 }
      do throws(ColumnRefusal) {
        let lanes = try reckon(figure, value)
        slots[figure.slot] = .value(lanes)
        return .lanes(lanes)
      } catch {
        assembler.forgetFallen(since: before)
        refused.append(.figure(number), ColumnRefusal(error.cause, at: error.place ?? figure.place))
        let sample = Column.sample(of: figure.shape)
        slots[figure.slot] = sample.map { assembler.input($0) } ?? .refused(error.cause)
        return .rows(sample ?? Column(.values([])))
      }
    }
  }

  private mutating func reckon(
    _ figure: Figure, _ value: FigureValue
  ) throws(ColumnRefusal) -> LaneValue {
    switch value {
    case .expression(let plan): return try settled(try compile(plan), figure)
    case .table(let table): return try settled(try compile(table), figure)
    case .calendar: throw ColumnRefusal(.rows, at: figure.place)
    }
  }

  /// What a figure says of its value; where it is null, the row evaluator knows whether that is of nothing.
  private mutating func settled(
    _ value: LaneValue, _ figure: Figure
  ) throws(ColumnRefusal) -> LaneValue {
    var value = value
    if case .value(let number)? = figure.ifEmpty?.meaning {
      assembler.fallOut(where: value.isNull ? everyLane : value.nulls)
      value = value.isNull ? .constant(number) : value.withNulls(nil)
    }
    guard let rounding = figure.rounding, !value.isNull else { return value }
    guard value.isNumeric else { throw ColumnRefusal(.kindOfValue, at: figure.place) }
    return try assembler.rounded(value, toMultipleOf: rounding.step, rounding.mode)
  }

  /// A subject behind a bar is not evaluated here.
  mutating func admit() throws(ColumnRefusal) {
    for (number, bar) in rubric.resultPlan.admission.enumerated() {
      assembler.fallOut(where: try fires(bar.trigger, as: .bar(number)))
    }
  }
}
