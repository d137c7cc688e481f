import FEEL
import Rubrics
import Values

extension LiveCells {
  func called(_ name: String, _ arguments: [Step]) throws(NoFormula) -> LiveValue {
    switch (name, arguments.count) {
    case ("count", 1): return .number(LiveRatio(try count(of: arguments[0])))
    case ("sum", 1): return .number(try sum(of: arguments[0]))
    case ("mean", 1):
      let sum = try sum(of: arguments[0])
      guard case .path(let list, _, _) = arguments[0].form else { throw .form }
      return .number(try sum.over(LiveRatio(try count(of: list))))
    case ("not", 1): return .truth(try truth(arguments[0]).opposite)
    case ("abs", 1):
      let ratio = try number(arguments[0])
      return .number(
        LiveRatio(
          try .atom("ABS(\(ratio.above.text))", abs(ratio.above.value)), over: ratio.below))
    case ("floor", 1): return .number(try rounded(arguments[0], nil, .floor))
    case ("ceiling", 1): return .number(try rounded(arguments[0], nil, .ceiling))
    case ("round half up", 2): return .number(try rounded(arguments[0], arguments[1], .halfUp))
    case ("round half down", 2):
      return .number(try rounded(arguments[0], arguments[1], .halfDown))
    case ("round up", 2): return .number(try rounded(arguments[0], arguments[1], .up))
    case ("round down", 2): return .number(try rounded(arguments[0], arguments[1], .down))
    case ("decimal", 2): return .number(try rounded(arguments[0], arguments[1], .halfEven))
    case ("max", 1...), ("min", 1...):
      var result: LiveRatio?
      for step in try members(of: arguments) {
        let one = try number(step)
        guard let best = result else {
          result = one
          continue
        }
        result = name == "max" ? try best.atLeast(one) : try best.atMost(one)
      }
      guard let result else { throw .form }
      return .number(result)
    default: throw .form
    }
  }

  /// The numbers of `max(a, b)` and of `max([a, b])`.
  private func members(of arguments: [Step]) throws(NoFormula) -> [Step] {
    guard arguments.count == 1 else { return arguments }
    guard case .list(let members) = arguments[0].form else { throw .form }
    return members
  }

  private func rounded(
    _ step: Step, _ scale: Step?, _ mode: RoundingMode
  ) throws(NoFormula) -> LiveRatio {
    var decimals = 0
    if let scale {
      guard case .constant(.number(let number)) = scale.form, let places = number.intValue,
        (0...8).contains(places)
      else { throw .form }
      decimals = places
    }
    let unit = LiveRatio(
      .literal(1), over: .literal((0..<decimals).reduce(1) { power, _ in power * 10 }))
    return LiveRatio(try number(step).count(of: unit, mode), over: unit.below)
  }

  // MARK: rows

  private func list(_ step: Step) throws(NoFormula) -> (table: LiveTable, rows: LiveRows?) {
    switch step.form {
    case .input(let slot):
      if let inner = self.list(in: slot) { return try list(inner) }
      guard let table = table(in: slot) else { throw .form }
      return (table, nil)
    case .filter(let inner, let binding, let condition):
      let (table, outer) = try list(inner)
      let own = try rows(table, binding, condition)
      guard let outer else { return (table, own) }
      return (
        table,
        LiveRows(
          text: "\(outer.text)*\(own.text)", holds: zip(outer.holds, own.holds).map { $0 && $1 },
          mayHideNull: outer.mayHideNull || own.mayHideNull)
      )
    default: throw .form
    }
  }

  private func rows(
    _ table: LiveTable, _ binding: Binding, _ condition: Step
  ) throws(NoFormula) -> LiveRows {
    var names: [Int: String] = [:]
    for entry in binding.entries { names[entry.slot] = entry.name }
    return try RowFormula(table: table, names: names, cells: self).rows(condition)
  }

  func rows(_ iterations: [Iteration], _ condition: Step) throws(NoFormula) -> LiveRows {
    guard iterations.count == 1, case .list(let step) = iterations[0].domain else { throw .form }
    let (table, outer) = try list(step)
    guard outer == nil else { throw .form }
    return try rows(table, iterations[0].binding, condition)
  }

  /// For how many rows of a table a condition holds.
  func number(of iterations: [Iteration], _ condition: Step) throws(NoFormula) -> LiveInteger {
    let rows = try rows(iterations, condition)
    guard !rows.mayHideNull else { throw .nulls }
    return try Self.count(rows)
  }

  static func count(_ rows: LiveRows) throws(NoFormula) -> LiveInteger {
    rows.holds.isEmpty
      ? .literal(0) : try .atom("SUMPRODUCT(\(rows.text))", rows.holds.count { $0 })
  }

  private func count(of step: Step) throws(NoFormula) -> LiveInteger {
    let (table, rows) = try list(step)
    if let rows { return try Self.count(rows) }
    guard table.rowCount > 0 else { return .literal(0) }
    return try .atom("COUNT(\(table.numbers))", table.rowCount)
  }

  private func sum(of step: Step) throws(NoFormula) -> LiveRatio {
    guard case .path(let inner, let name, _) = step.form else { throw .form }
    let (table, rows) = try list(inner)
    guard let column = table.columns[name] else { throw .hidden }
    let numbers = try column.numbers(over: 1)
    guard !table.isEmpty else { throw .form }
    var total = 0
    for (row, value) in numbers.values.enumerated() where rows?.holds[row] ?? true {
      guard let value else { throw .nulls }
      total += value
    }
    let text = (rows.map { $0.text + "*" } ?? "1*") + numbers.text
    return LiveRatio(try .atom("SUMPRODUCT(\(text))", total), over: .literal(numbers.scale))
  }

  // MARK: tests

  /// `x in (a, b, [3..4], > 5)`.
  func matched(_ match: MatchStep) throws(NoFormula) -> LiveTruth {
    let input = try value(of: match.input)
    var cells = self
    cells.bound[match.slot] = input
    var any: [LiveTruth] = []
    for test in match.tests {
      switch test {
      case .condition(let step): any.append(try cells.truth(step))
      case .member(let step): any.append(try cells.membership(input, step))
      }
    }
    guard !any.isEmpty else { return .constant(true) }
    let truth = LiveTruth.any(any)
    return match.isNegated ? truth.opposite : truth
  }

  private func membership(_ input: LiveValue, _ step: Step) throws(NoFormula) -> LiveTruth {
    switch step.form {
    case .list(let members):
      var any: [LiveTruth] = []
      for member in members { any.append(try membership(input, member)) }
      guard !any.isEmpty else { throw .form }
      return .any(any)
    case .range(let range): return try membership(input, range)
    case .constant(.range(let range)):
      guard !range.isPoint, range.excluded == nil else { throw .form }
      return try within(
        input, try range.low.map { value throws(NoFormula) in try Self.ratio(value) },
        try range.high.map { value throws(NoFormula) in try Self.ratio(value) },
        range.includesLow, range.includesHigh)
    default: return try same(input, try value(of: step))
    }
  }

  private func membership(_ input: LiveValue, _ range: RangeStep) throws(NoFormula) -> LiveTruth {
    try within(
      input, try range.low.map { step throws(NoFormula) in try number(step) },
      try range.high.map { step throws(NoFormula) in try number(step) },
      range.includesLow, range.includesHigh)
  }

  private static func ratio(_ value: Value) throws(NoFormula) -> LiveRatio {
    guard case .number(let number) = value else { throw .form }
    return try LiveRatio(number)
  }

  private func within(
    _ input: LiveValue, _ low: LiveRatio?, _ high: LiveRatio?, _ includesLow: Bool,
    _ includesHigh: Bool
  ) throws(NoFormula) -> LiveTruth {
    guard case .number(let input) = input else { throw .form }
    var all: [LiveTruth] = []
    if let low { all.append(includesLow ? try input.isAtLeast(low) : try input.isAbove(low)) }
    if let high { all.append(includesHigh ? try high.isAtLeast(input) : try high.isAbove(input)) }
    guard !all.isEmpty else { throw .form }
    return .all(all)
  }
}
