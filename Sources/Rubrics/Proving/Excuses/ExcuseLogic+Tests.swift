import FEEL
import Values

/// Unary tests: those of `in`, and the cells of decision tables.
extension ExcuseLogic {
  /// Whether a value passes unary tests; `nil` where they are not made of constants.
  mutating func matching(
    _ value: Step, _ match: MatchStep, _ reduction: Reduction, _ words: ExcuseWords, _ depth: Int
  ) -> Formula? {
    if match.tests.isEmpty { return .constant(true) }
    if match.namesNull { return nil }
    if let set = reduction.numbers(match), !isBoolean(value) {
      return member(value, of: set, words, depth)
    }
    let booleans: [Value] = [.boolean(true), .boolean(false)]
    if isBoolean(value) {
      guard let passing = reduction.passing(match, of: booleans) else { return nil }
      let holds = formula(value, words, depth)
      return .any([
        passing.contains(0) ? holds : .constant(false),
        passing.contains(1) ? .not(holds) : .constant(false),
      ])
    }
    // The last stands for every text that is not named.
    let named = match.constantTexts.sorted()
    guard
      let passing = reduction.passing(match, of: (named + [Self.anyOther]).map { .string($0) })
    else { return nil }
    let chosen = Set(passing.filter { $0 < named.count }.map { named[$0] })
    guard passing.contains(named.count) else { return among(value, chosen, words, depth) }
    return .not(among(value, Set(named).subtracting(chosen), words, depth))
  }

  /// A text that no file can hold.
  private static let anyOther = "\u{1}"

  private func isBoolean(_ step: Step) -> Bool {
    switch step.form {
    case .constant(.boolean), .comparison, .and, .or, .between, .matching, .some, .every: true
    case .builtin(let builtin, _): builtin.name == "not"
    case .input(let slot):
      switch rubric.slots.indices.contains(slot) ? rubric.slots[slot] : .tested {
      case .fact(let number): rubric.facts[number].shape.withoutOptional == .boolean
      case .figure(let number): rubric.figures[number].shape.withoutOptional == .boolean
      default: false
      }
    default: false
    }
  }
}

extension MatchStep {
  /// Whether a null may pass a test.
  fileprivate var namesNull: Bool {
    var found = false
    for child in children {
      child.walk { if case .constant(.null) = $0.form { found = true } }
    }
    return found
  }

  /// The texts that the tests name.
  fileprivate var constantTexts: Set<String> {
    var found = Set<String>()
    for child in children {
      child.walk { if case .constant(.string(let text)) = $0.form { found.insert(text) } }
    }
    return found
  }
}
