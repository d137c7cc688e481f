import FEEL
import Rubrics
import Values

/// The figures of a rubric with every aggregate that fuses replaced by a slot behind the rubric's own.
struct FusedFigures: Sendable {
  private(set) var aggregates: [FusedAggregate] = []
  /// One a figure.
  private(set) var values: [FigureValue] = []
  /// The slots of tables that somebody looks at besides the aggregates.
  private(set) var slotsLeft: Set<Int> = []
  /// By slot: the first expression of a figure that looks at it besides the aggregates.
  private var left: [Int: String] = [:]
  /// Expressions over rows that are left to the row evaluator.
  private(set) var refusals: [Refusal] = []
  /// By slot: the figures that look at it besides their aggregates.
  private(set) var lookers: [Int: [String]] = [:]

  init(_ rubric: Rubric) {
    for figure in rubric.figures {
      let before = slotsLeft
      slotsLeft = []
      defer {
        for slot in slotsLeft { lookers[slot, default: []].append(figure.name) }
        slotsLeft.formUnion(before)
      }
      guard case .expression(let plan) = figure.value else {
        values.append(figure.value)
        slotsLeft.formUnion(figure.slotsUsed)
        if let table = Self.tables(figure.slotsUsed, in: rubric).first {
          refusals.append(
            Refusal(
              expression: rubric.name(ofSlot: table) ?? figure.name, place: figure.place,
              reason: .decisionTable))
        }
        continue
      }
      values.append(.expression(plan.part(fused(plan.step, of: plan, in: rubric))))
    }
    let besides = rubric.slotsBesideFigures
    slotsLeft.formUnion(besides)
    for slot in Self.tables(besides.sorted(), in: rubric) {
      guard case .table(let table) = rubric.slots[slot] else { continue }
      refusals.append(
        Refusal(
          expression: rubric.tables[table].name, place: rubric.tables[table].place,
          reason: .usedByItems))
    }
  }

  private static func tables(_ slots: [Int], in rubric: Rubric) -> [Int] {
    slots.filter { slot in
      guard rubric.slots.indices.contains(slot), case .table = rubric.slots[slot] else {
        return false
      }
      return true
    }
  }

  /// The declared columns that somebody looks at.
  func columns(of target: Slot, in rubric: Rubric) -> Set<Int> {
    guard case .table(let table) = target, let slot = rubric.index(of: target),
      !slotsLeft.contains(slot)
    else {
      switch target {
      case .table(let table): return Set(rubric.tables[table].columns.indices)
      case .survey(let survey): return Set(rubric.surveys[survey].columns.indices)
      default: return []
      }
    }
    return aggregates.filter { $0.table == table }.reduce(into: []) { columns, aggregate in
      columns.formUnion(aggregate.filter?.columns ?? [])
      if let column = aggregate.column { columns.insert(column) }
    }
  }

  /// The words for which all rows of a table are kept.
  func purpose(
    ofRowsOf target: Slot, _ questions: TableQuestions, in rubric: Rubric
  ) -> String {
    guard case .table(let table) = target, let slot = rubric.index(of: target) else {
      if case .survey(let survey) = target { return rubric.surveys[survey].name }
      return ""
    }
    if let left = left[slot] { return left }
    let answered = Set(questions.answers.map(\.number))
    let open = aggregates.indices.first { aggregates[$0].table == table && !answered.contains($0) }
    guard let open else { return rubric.tables[table].name }
    return String(aggregates[open].plan.text(of: aggregates[open].plan.step))
  }

  /// Leaves `step` to the row evaluator, and keeps why, where it looks at rows.
  private mutating func leave(_ step: Step, of plan: Plan, in rubric: Rubric) -> Step {
    let used = step.slots(of: plan)
    slotsLeft.formUnion(used)
    let tables = Self.tables(used.sorted(), in: rubric)
    for slot in tables where left[slot] == nil { left[slot] = String(plan.text(of: step)) }
    if !tables.isEmpty { refusals.append(Refusal(step, of: plan, in: rubric)) }
    return step
  }

  private mutating func fused(_ step: Step, of plan: Plan, in rubric: Rubric) -> Step {
    func same(_ form: Step.Form) -> Step { Step(step.id, form) }
    if let aggregate = FusedAggregate(step, of: plan, in: rubric) {
      aggregates.append(aggregate)
      return same(.input(rubric.slots.count + aggregates.count - 1))
    }
    switch step.form {
    case .constant: return step
    case .list(let members): return same(.list(members.map { fused($0, of: plan, in: rubric) }))
    case .between(let tested, let low, let high):
      let tested = fused(tested, of: plan, in: rubric)
      let low = fused(low, of: plan, in: rubric)
      return same(.between(tested, low: low, high: fused(high, of: plan, in: rubric)))
    case .negation(let operand): return same(.negation(fused(operand, of: plan, in: rubric)))
    case .arithmetic(let operation, let left, let right):
      let left = fused(left, of: plan, in: rubric)
      return same(.arithmetic(operation, left, fused(right, of: plan, in: rubric)))
    case .comparison(let comparison, let left, let right):
      let left = fused(left, of: plan, in: rubric)
      return same(.comparison(comparison, left, fused(right, of: plan, in: rubric)))
    case .and(let terms): return same(.and(terms.map { fused($0, of: plan, in: rubric) }))
    case .or(let terms): return same(.or(terms.map { fused($0, of: plan, in: rubric) }))
    case .if(let condition, let then, let otherwise):
      let condition = fused(condition, of: plan, in: rubric)
      let then = fused(then, of: plan, in: rubric)
      return same(.if(condition, then: then, otherwise: fused(otherwise, of: plan, in: rubric)))
    case .builtin(let overloads, let arguments):
      return same(.builtin(overloads, arguments.map { fused($0, of: plan, in: rubric) }))
    case .input, .local, .context, .range, .matching, .instance, .path, .index, .filter, .for,
      .some, .every, .call, .function, .decisionTable:
      return leave(step, of: plan, in: rubric)
    }
  }
}
