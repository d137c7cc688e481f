import Diagnostics
import FEEL
import Formats
import Values

extension RubricChecker {
  /// What a form says of a value that came to nothing.
  mutating func emptyRule(_ score: Record?, _ meaning: ScorePlan) -> EmptyRule? {
    guard let score, score.construct.key("if empty") != nil,
      let text = score.scalar("if empty")?.text,
      let counts = EmptyRule.Meaning(written: text)
    else { return nil }
    let ranged =
      meaning.valuePlans.flatMap { rangedLists($0) } + (meaning.table.map { rangedLists($0) } ?? [])
    if ranged.isEmpty { diagnostics.report(.ifEmptyWithoutTable(at: score.keyPlace("if empty"))) }
    return EmptyRule(
      meaning: counts,
      coversEveryNull: meaning.table == nil
        && meaning.valuePlans.allSatisfy { hasNullOfNothingOnly($0.step) })
  }

  /// What a figure counts as where it came to nothing.
  mutating func emptyRule(_ record: Record, _ value: FigureValue) -> EmptyRule? {
    guard let number = record.number("if empty") else { return nil }
    var coversEveryNull = false
    let ranged: [RangedList]
    switch value {
    case .expression(let plan):
      ranged = rangedLists(plan)
      coversEveryNull = hasNullOfNothingOnly(plan.step)
    case .table(let table): ranged = rangedLists(table)
    case .calendar: ranged = []
    }
    if !ranged.contains(where: \.givesNull) {
      diagnostics.report(.ifEmptyWithoutTable(at: record.keyPlace("if empty")))
    }
    return EmptyRule(meaning: .value(number), coversEveryNull: coversEveryNull)
  }

  /// A form over what may be nothing says what that gives.
  mutating func reportEmptyTables(_ meaning: ScorePlan, of item: Record, appliesWhen: Plan?) {
    let score = item.record("score") ?? item
    let asksAlready = score.construct.key("if empty") != nil && score.mentions("if empty")
    let open: (RangedList) -> Bool = { [self] list in
      !list.isThoughtOf && !isThoughtOf(list, by: appliesWhen)
    }
    switch meaning.quantity {
    case .truth(let condition):
      guard !asksAlready, let first = rangedLists(condition).first(where: open) else {
        return
      }
      report(first, .ifEmpty, at: score.keyPlace("check"))
    case .held:
      guard item.string("null") != "0" else { return }
      for plan in meaning.plans {
        // `some` of none is false, as a list of conditions means it.
        let first = rangedLists(plan).first { $0.way != .some && open($0) }
        if let first { report(first, .count, at: first.place) }
      }
    case .given(.survey), .given(.judge), .given(.degree), .given(.children), .given(.imported):
      break
    case .choice, .number, .table, .given(.rank):
      guard !asksAlready else { return }
      // `"null": 0` takes every point of those who lost nothing.
      let takesAll = meaning.isFalling && item.string("null") == "0"
      guard takesAll || !item.has("null") else { return }
      let ranged =
        meaning.valuePlans.flatMap { rangedLists($0) }
        + (meaning.table.map { rangedLists($0) } ?? [])
      guard let first = ranged.first(where: { $0.givesNull && open($0) }) else { return }
      let remedy: Diagnostic.EmptyTableRemedy =
        switch meaning.quantity {
        case .given(.rank): .figure
        case .choice: .choice
        default: takesAll ? .insteadOfNull : .value
        }
      report(first, remedy, at: score.place)
    }
  }

  /// A condition beside a form that comes to nothing is open, and so is what rests on it.
  mutating func reportEmptyTables(inCondition plan: Plan?) {
    guard let plan else { return }
    let first = rangedLists(plan).first { $0.givesNull && !$0.isThoughtOf }
    if let first { report(first, .condition, at: first.place) }
  }

  /// Whether a condition asks for what would be empty.
  private func isThoughtOf(_ list: RangedList, by condition: Plan?) -> Bool {
    guard let condition else { return false }
    if !countedAnywhere(in: condition.step).isDisjoint(with: tables(behind: list.slots)) {
      return true
    }
    return list.way == .divisor && !condition.step.inputs.isDisjoint(with: list.slots)
  }

  private mutating func report(
    _ ranged: RangedList, _ remedy: Diagnostic.EmptyTableRemedy, at place: Place
  ) {
    diagnostics.report(
      .ifEmptyMissing(ranged.text, ranged.way, remedy, at: place)
        .remedied(by: remedy.isAKey ? .adding("if empty: unknown", toMappingOf: place) : nil))
  }
}
