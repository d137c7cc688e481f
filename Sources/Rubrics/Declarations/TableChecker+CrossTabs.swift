import Diagnostics
import FEEL
import Formats
import Values

extension TableChecker {
  /// A grid, as the table whose rules are its cells.
  mutating func checkCrossTab(
    _ record: Record, expecting shape: Shape?, citing: @escaping Citing
  ) -> RuleTable? {
    let errorsBefore = diagnostics.errorCount
    var reader = CrossTabReader(record, expressions, citing: citing) { inputs(record, $0) }
    reader.read()
    diagnostics.append(reader.diagnostics)
    let heads = reader.down.headTable.passages + reader.across.headTable.passages
    for side in [reader.down, reader.across] where !side.inputs.isEmpty {
      _ = plan(side.headTable, silentAbout: reader.unquoted)
    }
    let table = DecisionTable(
      .unique, inputs: reader.down.inputs + reader.across.inputs, outputs: outputs(record),
      rules: reader.rules.map { DecisionTable.Rule(tests: $0.tests, outputs: $0.outputs) })
    guard !table.inputs.isEmpty else { return nil }
    // A head stands in the rule of each of its cells, and was looked at above.
    let plan = plan(table, silentAbout: heads)
    guard let plan, diagnostics.errorCount == errorsBefore, reader.isWhole else { return nil }
    return checked(
      plan, of: table, reader.rules, record, shape, key: "rows", crossTab: reader.crossTab)
  }

  /// Plans a table, and tells what is wrong with it but for what was told of some words before.
  private mutating func plan(_ table: DecisionTable, silentAbout told: [Passage])
    -> DecisionTablePlan?
  {
    var found = Diagnostics()
    let plan = expressions.plan(table, into: &found)
    for diagnostic in found.all where !told.contains(where: { $0.holds(diagnostic.place) }) {
      diagnostics.report(diagnostic)
    }
    return plan
  }
}

extension DecisionTable {
  /// The inputs and the tests.
  fileprivate var passages: [Passage] {
    inputs.flatMap { [$0.expression] + [$0.allowed].compactMap(\.self) }
      + rules.flatMap(\.tests)
  }
}

extension Passage {
  fileprivate func holds(_ other: Place?) -> Bool {
    guard case .text(let source, let span)? = other, source === self.source,
      case .text(_, let whole) = place(of: Span(0, text.utf8.count))
    else { return false }
    return whole.start <= span.start && span.end <= whole.end
  }
}
