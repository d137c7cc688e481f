import Values

/// The cells of a decision table that ask plain questions, laid out for looking through them quickly.
///
/// Most cells compare a number with constants or a word with words. Such a cell needs no step, no frame
/// and no `Truth` for a value that is known and of its kind; for any other value, and in any other cell, the
/// steps of the table are asked. Whatever a cell here answers the steps would answer too.
package final class TableCells: Sendable {
  /// Where the value of an input lies.
  enum Source: Sendable {
    /// The step of the input only names it.
    case slot(Int)
    /// It is computed first and kept in the frame.
    case local(Int)
  }

  struct Interval: Sendable {
    let low: Number?
    let high: Number?
    let includesLow: Bool
    let includesHigh: Bool

    func contains(_ number: Number) -> Bool {
      if let low, includesLow ? number < low : number <= low { return false }
      if let high, includesHigh ? number > high : number >= high { return false }
      return true
    }
  }

  struct Cell: Sendable {
    enum Kind: Sendable {
      /// Written `-`.
      case anything
      /// Numbers lie in one of some intervals.
      case intervals
      /// Texts are one of some words.
      case words
      /// Only the steps can tell.
      case other
    }

    let kind: Kind
    let isNegated: Bool
    /// Which of the intervals or words are meant.
    let start: Int
    let end: Int
  }

  let sources: [Source]
  /// Row by row, as many in each as there are inputs.
  let cells: [Cell]
  let intervals: [Interval]
  let words: [String]

  /// `nil` where looking at cells cannot give the answer: values must be allowed, or rules be collected.
  init?(
    _ hitPolicy: DecisionTable.HitPolicy, inputs: [DecisionTablePlan.Input],
    rules: [DecisionTablePlan.Rule]
  ) {
    switch hitPolicy {
    case .first, .unique, .any: break
    case .priority, .outputOrder, .ruleOrder, .collect: return nil
    }
    guard inputs.allSatisfy({ $0.allowed == nil }) else { return nil }
    sources = inputs.map { input in
      if case .input(let slot) = input.value.form { .slot(slot) } else { .local(input.slot) }
    }
    var sorter = CellSorter()
    var cells: [Cell] = []
    for rule in rules {
      for test in rule.tests { cells.append(sorter.cell(test)) }
    }
    self.cells = cells
    intervals = sorter.intervals
    words = sorter.words
  }
}

/// Tells what kind of question a cell asks.
private struct CellSorter {
  private(set) var intervals: [TableCells.Interval] = []
  private(set) var words: [String] = []

  mutating func cell(_ match: MatchStep) -> TableCells.Cell {
    // Nothing to ask is true even where it is negated.
    if match.tests.isEmpty { return cell(.anything, false, from: 0, to: 0) }
    let asked = match.tests.compactMap { interval($0, slot: match.slot) }
    if asked.count == match.tests.count {
      intervals += asked
      return cell(
        .intervals, match.isNegated, from: intervals.count - asked.count, to: intervals.count)
    }
    let listed = match.tests.compactMap { word($0, slot: match.slot) }
    if listed.count == match.tests.count {
      words += listed
      return cell(.words, match.isNegated, from: words.count - listed.count, to: words.count)
    }
    return cell(.other, false, from: 0, to: 0)
  }

  private func cell(
    _ kind: TableCells.Cell.Kind, _ isNegated: Bool, from start: Int, to end: Int
  ) -> TableCells.Cell {
    TableCells.Cell(kind: kind, isNegated: isNegated, start: start, end: end)
  }

  private func word(_ test: MatchStep.Test, slot: Int) -> String? {
    switch test {
    case .member(let step):
      if case .constant(.string(let word)) = step.form { return word }
    case .condition(let step):
      if case .comparison(.equal, let left, let right) = step.form,
        case .local(slot) = left.form, case .constant(.string(let word)) = right.form
      {
        return word
      }
    }
    return nil
  }

  private func interval(_ test: MatchStep.Test, slot: Int) -> TableCells.Interval? {
    switch test {
    case .member(let step):
      if case .range(let range) = step.form { return interval(range) }
      guard case .constant(.number(let number)) = step.form else { return nil }
      return TableCells.Interval(low: number, high: number, includesLow: true, includesHigh: true)
    case .condition(let step):
      guard case .comparison(let comparison, let left, let right) = step.form,
        case .local(slot) = left.form, case .constant(.number(let limit)) = right.form
      else { return nil }
      return interval(comparison, limit)
    }
  }

  private func interval(_ range: RangeStep) -> TableCells.Interval? {
    var ends: [Number?] = []
    for step in [range.low, range.high] {
      guard let step else {
        ends.append(nil)
        continue
      }
      guard case .constant(.number(let end)) = step.form else { return nil }
      ends.append(end)
    }
    return TableCells.Interval(
      low: ends[0], high: ends[1], includesLow: range.includesLow, includesHigh: range.includesHigh)
  }

  private func interval(
    _ comparison: Operator.Comparison, _ limit: Number
  ) -> TableCells.Interval? {
    switch comparison {
    case .equal:
      TableCells.Interval(low: limit, high: limit, includesLow: true, includesHigh: true)
    case .less: TableCells.Interval(low: nil, high: limit, includesLow: false, includesHigh: false)
    case .atMost: TableCells.Interval(low: nil, high: limit, includesLow: false, includesHigh: true)
    case .greater:
      TableCells.Interval(low: limit, high: nil, includesLow: false, includesHigh: false)
    case .atLeast:
      TableCells.Interval(low: limit, high: nil, includesLow: true, includesHigh: false)
    case .unequal: nil
    }
  }
}
