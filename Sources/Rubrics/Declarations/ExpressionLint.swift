import Diagnostics
import FEEL
import Values

/// What is legal in an expression and never meant: words that cannot occur, dates that do not exist, arguments in the
/// wrong order.
struct ExpressionLint: Sendable {
  /// By slot: the words that a fact can be.
  var words: [Int: [String]] = [:]
  /// By slot of a table: the words that its columns can be.
  var rows: [Int: [String: [String]]] = [:]

  /// What is bound where we are in an expression.
  private struct Surroundings {
    var words: [Int: [String]] = [:]
    var rows: [Int: [String: [String]]] = [:]
  }

  func look(at plan: Plan, into diagnostics: inout Diagnostics) {
    look(at: plan.step, of: plan, Surroundings(), &diagnostics)
  }

  private func look(
    at step: Step, of plan: Plan, _ around: Surroundings, _ diagnostics: inout Diagnostics
  ) {
    func inside(_ steps: [Step], _ around: Surroundings) {
      for step in steps { look(at: step, of: plan, around, &diagnostics) }
    }
    switch step.form {
    case .comparison(.equal, let left, let right), .comparison(.unequal, let left, let right):
      compare(words(of: left, around), right, plan, &diagnostics)
      compare(words(of: right, around), left, plan, &diagnostics)
      inside(step.children, around)
    case .matching(let match):
      let words = words(of: match.input, around)
      var inner = around
      inner.words[match.slot] = words
      for case .member(let member) in match.tests { compare(words, member, plan, &diagnostics) }
      inside(match.children, inner)
    case .builtin(let builtin, let arguments):
      if builtin.name == "list contains", arguments.count == 2 {
        compare(words(of: arguments[0], around), arguments[1], plan, &diagnostics)
      }
      look(at: builtin, arguments, step, plan, &diagnostics)
      inside(arguments, around)
    case .filter(let list, let binding, let condition):
      inside([list] + binding.children, around)
      inside([condition], bound(binding, to: list, around))
    case .some(let iterations, let condition), .every(let iterations, let condition):
      inside([condition], bound(iterations, around))
      for iteration in iterations { inside(iteration.children, around) }
    case .for(let loop):
      inside([loop.body], bound(loop.iterations, around))
      for iteration in loop.iterations { inside(iteration.children, around) }
    default: inside(step.children, around)
    }
  }

  // MARK: words

  private func compare(
    _ possible: [String]?, _ other: Step, _ plan: Plan, _ diagnostics: inout Diagnostics
  ) {
    guard let possible else { return }
    if case .list(let members) = other.form {
      for member in members { compare(possible, member, plan, &diagnostics) }
      return
    }
    var found: [String] = []
    switch other.constantValue {
    case .string(let text): found = [text]
    case .list(.values(let values)):
      found = values.compactMap { if case .string(let text) = $0 { text } else { nil } }
    default: return
    }
    for text in found where !possible.contains(text) {
      diagnostics.report(.optionNeverOccurs(text, possible, at: plan.place(of: other)))
    }
  }

  private func bound(_ iterations: [Iteration], _ around: Surroundings) -> Surroundings {
    iterations.reduce(around) { around, iteration in
      guard case .list(let list) = iteration.domain else { return around }
      return bound(iteration.binding, to: list, around)
    }
  }

  private func bound(_ binding: Binding, to list: Step, _ around: Surroundings) -> Surroundings {
    var inner = around
    let columns = rows(of: list, around)
    if let slot = binding.slot {
      inner.rows[slot] = columns
      inner.words[slot] = words(of: list, around)
    }
    for entry in binding.entries { inner.words[entry.slot] = columns?[entry.name] }
    return inner
  }

  /// The words that a value, or each member of a list, can be; `nil` where that is not known.
  private func words(of step: Step, _ around: Surroundings) -> [String]? {
    switch step.form {
    case .input(let slot): words[slot]
    case .local(let slot): around.words[slot]
    case .path(let source, let name, _): rows(of: source, around)?[name]
    case .index(let list, _), .filter(let list, _, _): words(of: list, around)
    case .builtin(let builtin, let arguments)
    where builtin.name == "distinct values" && arguments.count == 1:
      words(of: arguments[0], around)
    default: nil
    }
  }

  private func rows(of step: Step, _ around: Surroundings) -> [String: [String]]? {
    switch step.form {
    case .input(let slot): rows[slot]
    case .local(let slot): around.rows[slot]
    case .index(let list, _), .filter(let list, _, _): rows(of: list, around)
    default: nil
    }
  }

  // MARK: calls

  private static let makers: Set<String> = [
    "date", "time", "date and time", "duration", "number",
  ]
  /// A text, then what is sought in it.
  private static let searches: Set<String> = [
    "contains", "starts with", "ends with", "matches", "substring before", "substring after",
  ]
  /// A number, then how many decimals.
  private static let roundings: Set<String> = [
    "decimal", "round up", "round down", "round half up", "round half down", "floor", "ceiling",
  ]

  private func look(
    at builtin: Builtin.Overloads, _ arguments: [Step], _ step: Step, _ plan: Plan,
    _ diagnostics: inout Diagnostics
  ) {
    let values = arguments.compactMap(\.constantValue)
    if Self.makers.contains(builtin.name), !values.isEmpty, values.count == arguments.count,
      !values.contains(where: { if case .null = $0 { true } else { false } }),
      case .null = builtin.call(values, in: Call.Setting { _, _ in .null })
    {
      diagnostics.report(
        .impossibleConstant(
          String(plan.text(of: step)), meant: turnedDate(builtin.name, values),
          at: plan.place(of: step)))
      return
    }
    guard arguments.count == 2 else { return }
    let isTurned = arguments[0].constantValue != nil && arguments[1].constantValue == nil
    if isTurned, Self.searches.contains(builtin.name) || Self.roundings.contains(builtin.name) {
      let (first, second) = (plan.text(of: arguments[0]), plan.text(of: arguments[1]))
      diagnostics.report(
        .swappedArguments(
          builtin.name, String(plan.text(of: step)), "\(builtin.name)(\(second), \(first))",
          isNumber: Self.roundings.contains(builtin.name), at: plan.place(of: step)))
    }
  }

  /// `date(31, 12, 2026)` is meant for the day that it names backwards.
  private func turnedDate(_ name: String, _ values: [Value]) -> String? {
    guard name == "date", values.count == 3 else { return nil }
    let numbers = values.compactMap { value -> Int? in
      if case .number(let number) = value { number.intValue } else { nil }
    }
    guard numbers.count == 3 else { return nil }
    for (day, month) in [(numbers[0], numbers[1]), (numbers[1], numbers[0])]
    where CalendarDate(year: numbers[2], month: month, day: day) != nil {
      return "date(\(numbers[2]), \(month), \(day))"
    }
    return nil
  }
}
