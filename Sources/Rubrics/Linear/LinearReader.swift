import FEEL
import Values

/// Reads expressions as sums of facts, counts of tables and sums of columns, as far as they are.
struct LinearReader {
  private let rubric: Rubric
  private var finder: DomainFinder
  /// The quantities that were named, with whether they are never negative.
  private(set) var isNotNegative: [String: Bool] = [:]
  /// The facts whose declaration leaves out zero and everything below.
  let positive: Set<String>
  /// Figures rest on figures; longer chains are not followed.
  private static let mostNesting = 24

  init(_ rubric: Rubric) {
    self.rubric = rubric
    finder = DomainFinder()
    positive = Set(
      rubric.facts.filter { fact in
        guard let tests = fact.mustBe, let set = Reduction(tested: 0).numbers(tests.step),
          let low = set.intervals.first?.low
        else { return false }
        return low.number.isPositive || (low.number.isZero && !low.isIncluded)
      }.map(\.name))
    for (slot, holds) in rubric.slots.enumerated() {
      if case .fact(let number) = holds,
        case .number(let low, let high, _) = rubric.facts[number].bounds.kind
      {
        var set = NumberSet.all
        if let low { set = set.intersection(.from(low, included: true)) }
        if let high { set = set.intersection(.to(high, included: true)) }
        finder.slots[slot] = Domain(set)
      }
    }
    for figure in rubric.figures {
      if case .expression(let plan) = figure.value {
        finder.slots[figure.slot] = finder.domain(of: plan.step)
      }
    }
  }

  // MARK: conditions

  /// What a condition says in inequalities; empty where it says nothing that is linear.
  ///
  /// Only what certainly follows: of an `and` its linear terms, of anything else nothing.
  mutating func inequalities(_ plan: Plan) -> [Inequality] {
    inequalities(plan.step, plan, row: nil, 0)
  }

  private mutating func inequalities(
    _ step: Step, _ plan: Plan, row: Row?, _ depth: Int
  ) -> [Inequality] {
    guard depth < Self.mostNesting else { return [] }
    switch step.form {
    case .and(let terms):
      return terms.flatMap { inequalities($0, plan, row: row, depth + 1) }
    case .comparison(let sign, let left, let right):
      return compare(sign, left, right, plan, row, depth)
    case .between(let value, let low, let high):
      return compare(.atLeast, value, low, plan, row, depth)
        + compare(.atMost, value, high, plan, row, depth)
    case .input(let slot):
      // A figure that is a condition.
      guard case .figure(let number) = rubric.slots[slot],
        case .expression(let inner) = rubric.figures[number].value, row == nil
      else { return [] }
      return inequalities(inner.step, inner, row: nil, depth + 1)
    case .every(let iterations, let condition):
      guard row == nil, iterations.count == 1, case .list(let list) = iterations[0].domain,
        case .input(let slot) = list.form, case .table = rubric.slots[slot]
      else { return [] }
      let found = inequalities(
        condition, plan, row: Row(table: slot, iterations[0].binding), depth + 1)
      return found.compactMap { overAllRows($0, of: slot) }
    default: return []
    }
  }

  private mutating func compare(
    _ sign: Operator.Comparison, _ left: Step, _ right: Step, _ plan: Plan, _ row: Row?,
    _ depth: Int
  ) -> [Inequality] {
    switch sign {
    case .atLeast, .greater:
      return difference(left, right, plan, row, depth)
        .map { [Inequality($0, isStrict: sign == .greater)] } ?? []
    case .atMost, .less:
      return difference(right, left, plan, row, depth)
        .map { [Inequality($0, isStrict: sign == .less)] } ?? []
    case .equal:
      return [
        difference(left, right, plan, row, depth), difference(right, left, plan, row, depth),
      ].compactMap { $0.map { Inequality($0) } }
    case .unequal: return []
    }
  }

  /// `left - right`, multiplied by the denominators, which are never negative.
  private mutating func difference(
    _ left: Step, _ right: Step, _ plan: Plan, _ row: Row?, _ depth: Int
  ) -> LinearForm? {
    guard let one = quotient(left, plan, row, depth), let other = quotient(right, plan, row, depth),
      let above = one.over.multiplied(by: other.under),
      let below = other.over.multiplied(by: one.under)
    else { return nil }
    return above.subtracting(below)
  }

  /// A value that the items want to be at least, or at most, a number.
  mutating func bound(_ plan: Plan, atLeast low: Number?, atMost high: Number?) -> [Inequality] {
    guard let value = quotient(plan.step, plan, nil, 0) else { return [] }
    var found: [Inequality] = []
    if let low, let edge = value.under.scaled(by: low), let form = value.over.subtracting(edge) {
      found.append(Inequality(form))
    }
    if let high, let edge = value.under.scaled(by: high), let form = edge.subtracting(value.over) {
      found.append(Inequality(form))
    }
    return found
  }

  // MARK: quantities

  /// What an expression is, where it is linear.
  mutating func form(_ plan: Plan) -> LinearForm? { form(plan.step, plan, nil, 0) }

  /// A quotient whose lower part is never negative; 1 where nothing is divided.
  private mutating func quotient(
    _ step: Step, _ plan: Plan, _ row: Row?, _ depth: Int
  ) -> (over: LinearForm, under: LinearForm)? {
    guard depth < Self.mostNesting else { return nil }
    if case .input(let slot) = step.form, case .figure(let number) = rubric.slots[slot],
      case .expression(let inner) = rubric.figures[number].value
    {
      return quotient(inner.step, inner, nil, depth + 1)
    }
    if case .arithmetic(.divide, let over, let under) = step.form, under.constantNumber == nil {
      guard let low = finder.domain(of: under).set.low, !low.isNegative,
        let over = form(over, plan, row, depth + 1), let under = form(under, plan, row, depth + 1)
      else { return nil }
      return (over, under)
    }
    return form(step, plan, row, depth).map { ($0, LinearForm(.one)) }
  }

  private mutating func form(
    _ step: Step, _ plan: Plan, _ row: Row?, _ depth: Int
  ) -> LinearForm? {
    guard depth < Self.mostNesting else { return nil }
    if let constant = step.constantNumber { return LinearForm(constant) }
    switch step.form {
    case .negation(let inner):
      return form(inner, plan, row, depth + 1)?.scaled(by: Number(-1))
    case .arithmetic(let sign, let left, let right):
      guard let one = form(left, plan, row, depth + 1),
        let other = form(right, plan, row, depth + 1)
      else { return nil }
      switch sign {
      case .add: return one.adding(other)
      case .subtract: return one.subtracting(other)
      case .multiply: return one.degree + other.degree <= 2 ? one.multiplied(by: other) : nil
      case .divide:
        guard let number = other.constant, let factor = Number.one.divided(by: number) else {
          return nil
        }
        return one.scaled(by: factor)
      case .power: return nil
      }
    case .input(let slot): return form(ofSlot: slot, depth)
    case .local(let slot): return row?.columns[slot].map { column($0, of: row) }
    case .path(let value, let name, _):
      if case .local(let slot) = value.form, let row, row.element == slot {
        return column(name, of: row)
      }
      return nil
    case .builtin(let builtin, let arguments): return aggregate(builtin.name, arguments)
    default: return nil
    }
  }

  private mutating func form(ofSlot slot: Int, _ depth: Int) -> LinearForm? {
    guard rubric.slots.indices.contains(slot) else { return nil }
    switch rubric.slots[slot] {
    case .fact(let number) where rubric.facts[number].shape.withoutOptional.isNumber:
      let low = finder.slots[slot]?.set.low
      return named(rubric.facts[number].name, low.map { !$0.isNegative } ?? false)
    case .figure(let number):
      guard case .expression(let plan) = rubric.figures[number].value else { return nil }
      if let form = form(plan.step, plan, nil, depth + 1) { return form }
      // What is not linear inside is a quantity of its own.
      let figure = rubric.figures[number]
      guard figure.shape.withoutOptional.isNumber else { return nil }
      let low = finder.slots[slot]?.set.low
      return named(figure.name, low.map { !$0.isNegative } ?? false)
    default: return nil
    }
  }

  private mutating func aggregate(_ name: String, _ arguments: [Step]) -> LinearForm? {
    guard arguments.count == 1 else { return nil }
    switch (name, arguments[0].form) {
    case ("count", .input(let slot)):
      return rubric.name(ofSlot: slot).flatMap { table in
        rowsOfTable(slot) == nil ? nil : named("count(\(table))", true)
      }
    case ("sum", .path(let list, let column, _)):
      guard case .input(let slot) = list.form, let columns = rowsOfTable(slot),
        let declared = columns.first(where: { $0.name == column })
      else { return nil }
      return sum(declared, slot)
    default: return nil
    }
  }

  private mutating func sum(_ column: Declaration, _ slot: Int) -> LinearForm {
    let isNotNegative: Bool =
      if case .number(let low?, _, _) = column.bounds.kind { !low.isNegative } else { false }
    return named("sum(\(rubric.name(ofSlot: slot) ?? "").\(column.name))", isNotNegative)
  }

  private func rowsOfTable(_ slot: Int) -> [Declaration]? {
    guard rubric.slots.indices.contains(slot), case .table(let number) = rubric.slots[slot] else {
      return nil
    }
    return rubric.tables[number].columns
  }

  private mutating func named(_ name: String, _ isNotNegative: Bool) -> LinearForm {
    self.isNotNegative[name] = isNotNegative
    return LinearForm(named: name)
  }

  // MARK: rows

  /// The row that a condition looks at, and what its slots are called.
  private struct Row {
    let table: Int
    let element: Int?
    let columns: [Int: String]

    init(table: Int, _ binding: Binding) {
      self.table = table
      element = binding.slot
      columns = Dictionary(
        binding.entries.map { ($0.slot, $0.name) }, uniquingKeysWith: { one, _ in one })
    }
  }

  /// A name that no file can write, for a cell of the row at hand.
  private static let cell = "\u{0}"

  private func column(_ name: String, of row: Row?) -> LinearForm {
    LinearForm(named: Self.cell + name)
  }

  /// What holds in every row holds of the sums: each cell becomes the sum of its column, all else counts once a row.
  private mutating func overAllRows(_ inequality: Inequality, of slot: Int) -> Inequality? {
    guard let table = rubric.name(ofSlot: slot), let columns = rowsOfTable(slot) else { return nil }
    var sum = LinearForm()
    for (monomial, number) in inequality.form.terms {
      let cells = monomial.factors.filter { $0.hasPrefix(Self.cell) }
      let others = monomial.factors.filter { !$0.hasPrefix(Self.cell) }
      guard cells.count <= 1 else { return nil }
      var term = named("count(\(table))", true)
      if let cell = cells.first {
        guard let column = columns.first(where: { Self.cell + $0.name == cell }) else {
          return nil
        }
        term = self.sum(column, slot)
      }
      guard let whole = term.multiplied(by: LinearForm([Monomial(others): number])),
        let next = sum.adding(whole)
      else { return nil }
      sum = next
    }
    return Inequality(sum)
  }
}

extension Shape {
  var isNumber: Bool { if case .number = self { true } else { false } }
}
