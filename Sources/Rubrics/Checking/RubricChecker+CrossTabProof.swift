import Diagnostics
import FEEL

extension RubricChecker {
  /// Seeks what no row or no column takes, and what two of them take.
  ///
  /// A grid is complete and free of overlaps where its rows are and its columns are, so each side is looked at alone
  /// and a flaw told at its head, not at every cell.
  mutating func prove(_ table: RuleTable, _ grid: CrossTab, nullIsAnswered: Bool) {
    let downCount = grid.down.inputs.count
    prove(
      table, grid.down, .down, inputs: 0..<downCount, rules: grid.firstColumn,
      nullIsAnswered: nullIsAnswered)
    prove(
      table, grid.across, .across, inputs: downCount..<table.inputs.count, rules: grid.firstRow,
      nullIsAnswered: nullIsAnswered)
  }

  private mutating func prove(
    _ table: RuleTable, _ side: CrossTab.Side, _ direction: CrossTab.Direction,
    inputs: Range<Int>, rules: [Int], nullIsAnswered: Bool
  ) {
    guard rules.count <= Self.mostRules,
      let axes = axes(table, inputs: inputs, rules: rules)
    else { return }
    let boxes = BoxSweep(axes: axes, ruleCount: rules.count)
    guard boxes.isSmall else { return }
    let flaws = boxes.flaws()
    func witness(_ point: [String]) -> String {
      zip(side.inputs, point).map { "\($0.text) = \($1)" }.joined(separator: ", ")
    }
    if table.otherwise == nil {
      if let gap = flaws.gap {
        diagnostics.report(.gridGap(witness(gap), direction, at: side.place))
      } else if let gap = flaws.nullGap, !nullIsAnswered {
        diagnostics.report(.nullNotTaken(witness(gap), .header(direction), at: side.place))
      }
    }
    for overlap in flaws.overlaps.prefix(4) {
      let (first, second) = (side.headers[overlap.first], side.headers[overlap.second])
      diagnostics.report(
        .gridOverlap(
          witness(overlap.point), first.text, second.text, direction, at: second.place
        ).pointing(at: .other(first.place)))
    }
    for idle in flaws.idleRules {
      let header = side.headers[idle]
      diagnostics.report(.gridLineNeverHolds(header.text, direction, at: header.place))
    }
  }
}
