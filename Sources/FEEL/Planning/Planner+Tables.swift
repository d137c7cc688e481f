import Diagnostics
import Values

extension Planner {
  mutating func plan(_ table: DecisionTable) -> DecisionTablePlan {
    let inputs = table.inputs.map { planInput($0) }
    let outputs = table.outputs.map { planOutput($0) }
    var columns: [[Planned]] = outputs.map { $0.otherwise.map { [$0] } ?? [] }
    var rules: [DecisionTablePlan.Rule] = []
    for rule in table.rules {
      guard rule.tests.count == table.inputs.count, rule.outputs.count == table.outputs.count
      else {
        diagnostics.report(.unevenRule(rule, of: table))
        continue
      }
      let tests = zip(rule.tests, inputs).map { text, input in
        readTests(text, over: input.tested).match
      }
      var cells: [Step] = []
      for (index, text) in rule.outputs.enumerated() {
        let cell = read(text)
        cells.append(cell.step)
        checkListed(cell, in: outputs[index].output)
        columns[index].append(cell)
      }
      rules.append(DecisionTablePlan.Rule(tests: tests, outputs: cells))
    }
    let row = zip(table.outputs, columns).map { output, cells in
      Shape.Field(output.name ?? "", sharedShape(of: cells))
    }
    return DecisionTablePlan(
      hitPolicy: table.hitPolicy, aggregation: table.aggregation,
      inputs: inputs.map(\.input), outputs: outputs.map(\.output), rules: rules,
      shape: Self.shape(of: row, in: table), mode: mode, slotsUsed: slotsUsed.sorted(),
      frameSize: frameSize)
  }

  /// What the table gives; null where no rule may hold.
  private static func shape(of row: [Shape.Field], in table: DecisionTable) -> Shape {
    let one: Shape = row.count == 1 ? row[0].shape : .context(row)
    switch table.hitPolicy {
    case .collect:
      switch table.aggregation {
      case nil: return .list(one)
      case .count: return .number
      case .sum, .min, .max: return one.withoutNull.orNull
      }
    case .ruleOrder, .outputOrder: return .list(one)
    case .unique, .any, .priority, .first:
      return table.outputs.contains { $0.otherwise == nil } ? one.orNull : one
    }
  }

  private mutating func planInput(
    _ input: DecisionTable.Input
  ) -> (input: DecisionTablePlan.Input, tested: Planned) {
    let value = read(input.expression)
    let slot = newSlot()
    let tested = make(.local(slot), value.shape, value.span)
    let allowed = input.allowed.map { readTests($0, over: tested).match }
    return (DecisionTablePlan.Input(value: value.step, slot: slot, allowed: allowed), tested)
  }

  private mutating func planOutput(
    _ output: DecisionTable.Output
  ) -> (output: DecisionTablePlan.Output, otherwise: Planned?) {
    let slot = newSlot()
    let tested = make(.local(slot), .any, .zero)
    let allowed = output.values.map { readTests($0, over: tested).match }
    var order: [Step] = []
    for test in allowed?.tests ?? [] {
      if case .member(let step) = test { order.append(step) }
    }
    if order.count != allowed?.tests.count || allowed?.isNegated == true { order = [] }
    let otherwise = output.otherwise.map { read($0) }
    return (
      DecisionTablePlan.Output(
        name: output.name, order: order, allowed: allowed, slot: slot, otherwise: otherwise?.step),
      otherwise
    )
  }

  /// The shape of a column of results; reports the result that is unlike most others.
  private mutating func sharedShape(of cells: [Planned]) -> Shape {
    var kinds: [(shape: Shape, cells: [Planned])] = []
    for cell in cells {
      if let index = kinds.firstIndex(where: { $0.shape.joined(with: cell.shape) != nil }) {
        kinds[index].shape = kinds[index].shape.joined(with: cell.shape) ?? .any
        kinds[index].cells.append(cell)
      } else {
        kinds.append((cell.shape, [cell]))
      }
    }
    guard let most = kinds.max(by: { $0.cells.count < $1.cells.count }) else { return .any }
    guard kinds.count > 1 else { return most.shape }
    if let odd = kinds.first(where: { $0.shape != most.shape })?.cells.first {
      complain(.unlikeResults(most.shape, odd.shape, at: place(odd)))
    }
    return .any
  }

  /// Reports a constant result that is not among the values that its column lists.
  private mutating func checkListed(_ cell: Planned, in output: DecisionTablePlan.Output) {
    guard let value = cell.constant?.spelling, !output.order.isEmpty else { return }
    let listed = output.order.compactMap { step in
      if case .constant(let value) = step.form { value.spelling } else { nil }
    }
    guard listed.count == output.order.count, !listed.contains(value) else { return }
    complain(.unlistedResult(value, listed: listed, at: place(cell)))
  }
}
