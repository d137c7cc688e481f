import Diagnostics
import Values

extension Planner {
  mutating func plan(_ table: DecisionTable) -> DecisionTablePlan {
    let inputs = table.inputs.map { planInput($0) }
    let outputs = table.outputs.map { planOutput($0) }
    var shapes: [Shape?] = table.outputs.map { _ in nil }
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
        shapes[index] = join(shapes[index], cell)
      }
      rules.append(DecisionTablePlan.Rule(tests: tests, outputs: cells))
    }
    for (index, output) in outputs.enumerated() {
      if let otherwise = output.otherwise { shapes[index] = join(shapes[index], otherwise) }
    }
    let row = zip(table.outputs, shapes).map { Shape.Field($0.name ?? "", $1 ?? .any) }
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

  /// The shape of a column of results; reports a result that is unlike those above it.
  private mutating func join(_ above: Shape?, _ cell: Planned) -> Shape {
    guard let above else { return cell.shape }
    if let joined = above.joined(with: cell.shape) { return joined }
    complain(.unlikeResults(above, cell.shape, at: place(cell)))
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
