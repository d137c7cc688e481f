import Values

extension Evaluator {
  /// Whether the value tested passes: one test is enough, or none where they are negated.
  mutating func matches(_ match: MatchStep) -> Truth {
    let tested = value(of: match.input)
    guard case .unknown(let unknown) = tested, let cases = tested.alternatives else {
      return matches(match, tested)
    }
    // Looked at one by one, all of a few words may pass although none passes a single test.
    var all: Truth?
    for one in cases {
      let truth = matches(match, one)
      all = all?.union(truth) ?? truth
    }
    bind(match.slot, tested)
    guard var all else { return matches(match, tested) }
    if !all.isKnown {
      var missing = MissingList()
      missing.append(unknown.missing)
      missing.append(all.missing)
      all.missing = missing.all
    }
    return all
  }

  private mutating func matches(_ match: MatchStep, _ tested: Value) -> Truth {
    bind(match.slot, tested)
    if match.tests.isEmpty { return Truth(true) }
    var found = Truth(false)
    for test in match.tests {
      found = .or(found, holds(test, for: tested))
      if found.may == .isTrue { break }
    }
    return match.isNegated ? found.negated : found
  }

  private mutating func holds(_ test: MatchStep.Test, for tested: Value) -> Truth {
    switch test {
    case .member(let step): return Value.matches(tested, value(of: step))
    case .condition(let step):
      let result = value(of: step)
      switch result {
      case .boolean, .null: return Truth(result)
      case .unknown(let unknown):
        switch unknown.bounds.kind.shape {
        case .boolean, nil: return Truth(result)
        default: return Value.matches(tested, result)
        }
      default: return Value.matches(tested, result)
      }
    }
  }
}
