import Diagnostics
import FEEL
import Rubrics
import Values

/// What an expression of a rubric comes to, as a formula.
enum LiveValue {
  case number(LiveRatio)
  case truth(LiveTruth)
  /// As the number of a day.
  case day(LiveInteger)
  /// A text as formulas write it, and what it is now.
  case text(String, is: String)
}

/// The slots of a rubric that stand in cells, and expressions over them as formulas.
///
/// What spreadsheets cannot say as exactly as the engine is refused, and stands as a value.
struct LiveCells {
  /// How a truth value is written in a cell, as formulas compare it.
  static let yes = "\"是\""

  private var values: [Int: LiveValue] = [:]
  private var tables: [Int: LiveTable] = [:]
  /// By slot: what is not shown, whatever is made of it.
  private var hidden: Set<Int> = []
  /// `sections` and `items`, where they stand in cells: by slot, id and entry (empty: the value itself).
  private var results: [Int: [String: [String: LiveRatio]]] = [:]

  /// By local slot: what a test looks at.
  var bound: [Int: LiveValue] = [:]

  /// By slot: figures that are lists, as expressions over tables.
  private var lists: [Int: Step] = [:]

  func list(in slot: Int) -> Step? { lists[slot] }

  mutating func put(list: Step, in slot: Int) { lists[slot] = list }

  func table(in slot: Int) -> LiveTable? { tables[slot] }

  mutating func put(_ value: LiveValue, in slot: Int) { values[slot] = value }

  mutating func put(_ table: LiveTable, in slot: Int) { tables[slot] = table }

  mutating func hide(_ slot: Int) { hidden.insert(slot) }

  mutating func put(_ ratio: LiveRatio, of id: String, _ entry: String, in slot: Int) {
    results[slot, default: [:]][id, default: [:]][entry] = ratio
  }

  func number(_ step: Step) throws(NoFormula) -> LiveRatio {
    guard case .number(let ratio) = try value(of: step) else { throw .form }
    return ratio
  }

  func truth(_ step: Step) throws(NoFormula) -> LiveTruth {
    guard case .truth(let truth) = try value(of: step) else { throw .form }
    return truth
  }

  func value(of step: Step) throws(NoFormula) -> LiveValue {
    switch step.form {
    case .constant(let value): return try Self.literal(value)
    case .input(let slot):
      if hidden.contains(slot) { throw .hidden }
      guard let value = values[slot] else { throw .form }
      return value
    case .negation(let step): return .number(try number(step).negated)
    case .arithmetic(let operation, let left, let right):
      return .number(try calculated(operation, try number(left), try number(right)))
    case .comparison(let comparison, let left, let right):
      return .truth(try compared(comparison, try value(of: left), try value(of: right)))
    case .between(let tested, let low, let high):
      let (tested, low, high) = (try ordered(tested), try ordered(low), try ordered(high))
      return .truth(.all([try tested.isAtLeast(low), try high.isAtLeast(tested)]))
    case .and(let terms): return .truth(.all(try truths(terms)))
    case .or(let terms): return .truth(.any(try truths(terms)))
    case .if(let condition, let then, let otherwise):
      return try chosen(try truth(condition), try value(of: then), try value(of: otherwise))
    case .builtin(let overloads, let arguments):
      return try called(overloads.name, arguments)
    case .path(let step, let name, _): return .number(try entry(name, of: step))
    case .matching(let match): return .truth(try matched(match))
    case .some(let iterations, let condition):
      return .truth(try number(of: iterations, condition).isAbove(.literal(0)))
    case .every(let iterations, let condition):
      let rows = try rows(iterations, condition)
      guard !rows.mayHideNull else { throw .nulls }
      let failing = LiveRows(
        text: "(1-\(rows.text))", holds: rows.holds.map { !$0 }, mayHideNull: false)
      return .truth(try Self.count(failing).equals(.literal(0)))
    case .local(let slot):
      guard let value = bound[slot] else { throw .form }
      return value
    case .list, .context, .range, .instance, .index, .filter, .for, .call, .function,
      .decisionTable:
      throw .form
    }
  }

  /// A number, or a day as one.
  private func ordered(_ step: Step) throws(NoFormula) -> LiveRatio {
    switch try value(of: step) {
    case .number(let ratio): return ratio
    case .day(let day): return LiveRatio(day)
    case .truth, .text: throw .form
    }
  }

  private func truths(_ steps: [Step]) throws(NoFormula) -> [LiveTruth] {
    var all: [LiveTruth] = []
    for step in steps { all.append(try truth(step)) }
    return all
  }

  private static func literal(_ value: Value) throws(NoFormula) -> LiveValue {
    switch value {
    case .number(let number): return .number(try LiveRatio(number))
    case .boolean(let flag): return .truth(.constant(flag))
    case .string(let text): return .text(try quoted(text), is: text)
    case .date(let date):
      guard let day = LiveDay.number(of: date) else { throw .form }
      return .day(.literal(day))
    default: throw .form
    }
  }

  /// - Throws: for more than a formula takes, and for letters that cells change.
  static func quoted(_ text: String) throws(NoFormula) -> String {
    guard text.utf16.count <= 200, text.unicodeScalars.allSatisfy({ $0.value >= 0x20 }) else {
      throw .form
    }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }

  private func calculated(
    _ operation: Operator.Arithmetic, _ left: LiveRatio, _ right: LiveRatio
  ) throws(NoFormula) -> LiveRatio {
    switch operation {
    case .add: try left.plus(right)
    case .subtract: try left.minus(right)
    case .multiply: try left.times(right)
    case .divide: try left.over(right)
    case .power: throw .form
    }
  }

  func same(_ left: LiveValue, _ right: LiveValue) throws(NoFormula) -> LiveTruth {
    try compared(.equal, left, right)
  }

  private func compared(
    _ comparison: Operator.Comparison, _ left: LiveValue, _ right: LiveValue
  ) throws(NoFormula) -> LiveTruth {
    switch (left, right) {
    case (.day(let left), .day(let right)):
      return try compared(
        comparison, .number(LiveRatio(left)), .number(LiveRatio(right)))
    case (.number(let left), .number(let right)):
      switch comparison {
      case .equal: return try left.equals(right)
      case .unequal: return try left.equals(right).opposite
      case .less: return try right.isAbove(left)
      case .atMost: return try right.isAtLeast(left)
      case .greater: return try left.isAbove(right)
      case .atLeast: return try left.isAtLeast(right)
      }
    case (.text(let left, let one), .text(let right, let other)):
      let same = LiveTruth("EXACT(\(left),\(right))", one == other)
      switch comparison {
      case .equal: return same
      case .unequal: return same.opposite
      case .less, .atMost, .greater, .atLeast: throw .form
      }
    case (.truth(let left), .truth(let right)):
      let same = try left.asInteger.minus(right.asInteger).equals(.literal(0))
      switch comparison {
      case .equal: return same
      case .unequal: return same.opposite
      case .less, .atMost, .greater, .atLeast: throw .form
      }
    default: throw .form
    }
  }

  private func chosen(
    _ truth: LiveTruth, _ then: LiveValue, _ otherwise: LiveValue
  ) throws(NoFormula) -> LiveValue {
    switch (then, otherwise) {
    case (.number(let then), .number(let otherwise)):
      return .number(try then.chosen(if: truth, else: otherwise))
    case (.truth(let then), .truth(let otherwise)):
      return .truth(
        .any([.all([truth, then]), .all([truth.opposite, otherwise])]))
    case (.text(let then, let one), .text(let otherwise, let other)):
      return .text("IF(\(truth.text),\(then),\(otherwise))", is: truth.holds ? one : other)
    default: throw .form
    }
  }

  /// `sections.a.points`, or the points of an item.
  private func entry(_ name: String, of step: Step) throws(NoFormula) -> LiveRatio {
    let found: LiveRatio?
    switch step.form {
    case .input(let slot): found = results[slot]?[name]?[""]
    case .path(let inner, let id, _):
      guard case .input(let slot) = inner.form else { throw .form }
      found = results[slot]?[id]?[name]
    default: throw .form
    }
    guard let found else { throw .form }
    return found
  }
}
