package import FEEL
package import Values

/// Turns unary tests into the set of values that pass them, where they compare with constants only.
package struct Reduction {
  /// Longer lists of tests are not written by people, and their sets are merged pair by pair.
  private static let mostTests = 300

  /// Whether a step is the value tested.
  private let isTested: (Step) -> Bool

  /// - Parameters:
  ///   - tested: the slot of the scope that holds the value tested.
  ///   - locals: the slots of the frame that hold it.
  package init(tested: Int?, locals: Set<Int> = []) {
    isTested = { step in
      switch step.form {
      case .input(let slot): slot == tested
      case .local(let slot): locals.contains(slot)
      default: false
      }
    }
  }

  // MARK: numbers

  /// - Returns: `nil` where the tests cannot be reduced to a set of numbers.
  package func numbers(_ step: Step) -> NumberSet? {
    switch step.form {
    case .constant(.boolean(let always)): return always ? .all : NumberSet.none
    case .and(let terms): return numbers(all: terms, from: .all) { $0.intersection($1) }
    case .or(let terms): return numbers(all: terms, from: .none) { $0.union($1) }
    case .comparison(let sign, let left, let right):
      if isTested(left), let number = right.constantNumber { return set(sign, number) }
      if isTested(right), let number = left.constantNumber { return set(sign.reversed, number) }
      return isTested(left) ? byNull(sign, right) : isTested(right) ? byNull(sign, left) : nil
    case .between(let value, let low, let high):
      guard isTested(value), let low = low.constantNumber, let high = high.constantNumber else {
        return nil
      }
      return NumberSet.from(low, included: true).intersection(.to(high, included: true))
    case .matching(let match): return numbers(match)
    case .builtin(let builtin, let arguments):
      guard builtin.name == "not", arguments.count == 1 else { return nil }
      return numbers(arguments[0])?.complement
    default: return nil
    }
  }

  package func numbers(_ match: MatchStep) -> NumberSet? {
    guard !match.tests.isEmpty else { return .all }
    guard match.tests.count <= Self.mostTests else { return nil }
    let inner =
      isTested(match.input)
      ? Reduction(tested: nil, locals: [match.slot]).joined(with: self) : self
    var all = NumberSet.none
    for test in match.tests {
      let set: NumberSet? =
        switch test {
        case .condition(let condition): inner.numbers(condition)
        case .member(let member): inner.members(member)
        }
      guard let set else { return nil }
      all = all.union(set)
    }
    return match.isNegated ? all.complement : all
  }

  private func joined(with other: Reduction) -> Reduction {
    Reduction { isTested($0) || other.isTested($0) }
  }

  private init(_ isTested: @escaping (Step) -> Bool) {
    self.isTested = isTested
  }

  private func members(_ step: Step) -> NumberSet? {
    switch step.form {
    case .constant(.range(let range)): return members(range)
    case .range(let range):
      if range.low != nil, range.low?.constantNumber == nil { return nil }
      if range.high != nil, range.high?.constantNumber == nil { return nil }
      return interval(
        range.low?.constantNumber, range.includesLow, range.high?.constantNumber,
        range.includesHigh)
    case .list(let members) where members.count <= Self.mostTests:
      return members.reduce(NumberSet.none as NumberSet?) { all, member in
        guard let all, let set = self.members(member) else { return nil }
        return all.union(set)
      }
    // A null among the tests admits no number.
    case .constant(.null): return NumberSet.none
    case .comparison, .between, .and, .or, .matching, .builtin: return numbers(step)
    default: return step.constantNumber.map { .only($0) }
    }
  }

  private func members(_ range: ValueRange) -> NumberSet? {
    func number(_ end: Value?) -> Number?? {
      switch end {
      case nil: .some(nil)
      case .number(let number): .some(number)
      default: nil
      }
    }
    guard let low = number(range.low), let high = number(range.high) else { return nil }
    return interval(low, range.includesLow, high, range.includesHigh)
  }

  private func interval(
    _ low: Number?, _ includesLow: Bool, _ high: Number?, _ includesHigh: Bool
  ) -> NumberSet {
    let above = low.map { NumberSet.from($0, included: includesLow) } ?? .all
    let below = high.map { NumberSet.to($0, included: includesHigh) } ?? .all
    return above.intersection(below)
  }

  private func set(_ sign: Operator.Comparison, _ number: Number) -> NumberSet {
    switch sign {
    case .equal: .only(number)
    case .unequal: NumberSet.only(number).complement
    case .less: .to(number, included: false)
    case .atMost: .to(number, included: true)
    case .greater: .from(number, included: false)
    case .atLeast: .from(number, included: true)
    }
  }

  /// Which numbers are, or are not, null.
  private func byNull(_ sign: Operator.Comparison, _ other: Step) -> NumberSet? {
    guard case .constant(.null) = other.form else { return nil }
    return switch sign {
    case .equal: NumberSet.none
    case .unequal: .all
    case .less, .atMost, .greater, .atLeast: nil
    }
  }

  private func numbers(
    all terms: [Step], from start: NumberSet, _ join: (NumberSet, NumberSet) -> NumberSet
  ) -> NumberSet? {
    guard terms.count <= Self.mostTests else { return nil }
    var set = start
    for term in terms {
      guard let next = numbers(term) else { return nil }
      set = join(set, next)
    }
    return set
  }

  // MARK: single values

  /// The strings or booleans that pass, of those given; `nil` where the tests cannot be reduced.
  package func passing(_ match: MatchStep, of candidates: [Value]) -> Set<Int>? {
    guard !match.tests.isEmpty else { return Set(candidates.indices) }
    guard match.tests.count <= Self.mostTests, candidates.count <= Self.mostTests else {
      return nil
    }
    let inner =
      isTested(match.input)
      ? Reduction(tested: nil, locals: [match.slot]).joined(with: self) : self
    var passing = Set<Int>()
    for test in match.tests {
      for (index, candidate) in candidates.enumerated() {
        let passes: Bool? =
          switch test {
          case .member(let member): inner.isMember(candidate, of: member)
          case .condition(let condition): inner.holds(condition, for: candidate)
          }
        guard let passes else { return nil }
        if passes { passing.insert(index) }
      }
    }
    return match.isNegated ? Set(candidates.indices).subtracting(passing) : passing
  }

  private func isMember(_ candidate: Value, of step: Step) -> Bool? {
    switch step.form {
    case .constant(let constant): constant.equalsPlainly(candidate)
    case .list(let members):
      members.reduce(false as Bool?) { found, member in
        guard let found, let next = isMember(candidate, of: member) else { return nil }
        return found || next
      }
    default: holds(step, for: candidate)
    }
  }

  private func holds(_ step: Step, for candidate: Value) -> Bool? {
    if isTested(step), case .boolean(let boolean) = candidate { return boolean }
    switch step.form {
    case .constant(.boolean(let always)): return always
    case .comparison(.equal, let left, let right), .comparison(.unequal, let left, let right):
      guard case .comparison(let sign, _, _) = step.form else { return nil }
      let other = isTested(left) ? right : isTested(right) ? left : nil
      guard let equal = other?.constantValue?.equalsPlainly(candidate) else { return nil }
      return sign == .equal ? equal : !equal
    default: return nil
    }
  }
}

extension Value {
  /// The shape of a plain value.
  var plainShape: Shape? {
    switch self {
    case .string: .string
    case .boolean: .boolean
    case .number: .number
    case .date: .date
    default: nil
    }
  }

  /// Whether two plain values are the same; `nil` for values that are not plain.
  func equalsPlainly(_ other: Value) -> Bool? {
    switch (self, other) {
    case (.string(let left), .string(let right)): left == right
    case (.boolean(let left), .boolean(let right)): left == right
    case (.number(let left), .number(let right)): left == right
    case (.null, .null): true
    case (.string, _), (.boolean, _), (.number, _), (.null, _): false
    default: nil
    }
  }
}
