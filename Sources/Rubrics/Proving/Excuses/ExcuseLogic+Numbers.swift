import FEEL
import Values

/// Numbers are taken apart down to facts and shares of facts.
///
/// Arithmetic is taken as exact: what differs in the thirty-fourth digit alone is not told apart.
extension ExcuseLogic {
  /// Whether the value of a step is a number of `set`.
  mutating func member(
    _ step: Step, of set: NumberSet, _ words: ExcuseWords, _ depth: Int
  ) -> Formula {
    if let constant = step.constantNumber { return .constant(set.contains(constant)) }
    guard depth < Self.mostDepth else { return doubt(step, words) }
    let next = depth + 1
    switch step.form {
    case .constant(.null): return .null
    case .input(let slot):
      if let inner = figure(slot) {
        let found = member(inner.step, of: set, .plan(inner), next)
        // The figure has a name that people know.
        guard case .number(let term, let rest) = found, rest == set else { return found }
        return .number(term.named(rubric.name(ofSlot: slot) ?? term.name), rest)
      }
      if let table = table(slot) { return member(table, of: set, depth) }
    case .negation(let inner):
      return member(inner, of: set.divided(by: Number(-1)), words, next)
    case .if(let condition, let then, let otherwise):
      return .chosen(
        [
          .init(
            when: formula(condition, words, next), gives: member(then, of: set, words, next))
        ],
        otherwise: member(otherwise, of: set, words, next))
    case .arithmetic(let sign, let left, let right):
      if let found = arithmetic(sign, left, right, of: set, words, next) { return found }
    case .builtin(let builtin, let arguments):
      if let found = builtinMember(builtin.name, arguments, of: set, words, next) { return found }
    default: break
    }
    return product(step, of: set, words) ?? .number(numberTerm(step, words), set)
  }

  private mutating func arithmetic(
    _ sign: Operator.Arithmetic, _ left: Step, _ right: Step, of set: NumberSet,
    _ words: ExcuseWords, _ depth: Int
  ) -> Formula? {
    if let number = right.constantNumber, let before = set.before(sign, number) {
      return member(left, of: before, words, depth)
    }
    if let number = left.constantNumber, let before = set.before(number, sign) {
      return member(right, of: before, words, depth)
    }
    if sign == .subtract, set.endsAtZeroOnly,
      let found = difference(left, right, of: set, words)
    {
      return found
    }
    // One side takes a few values only: each of them leaves a set for the other.
    if let cases = cases(right, words, depth) {
      return chosen(cases) { logic, number in
        guard let before = set.before(sign, number) else { return .null }
        return logic.member(left, of: before, words, depth)
      }
    }
    guard let cases = cases(left, words, depth) else { return nil }
    guard sign != .divide, sign != .power else { return nil }
    return chosen(cases) { logic, number in
      guard let before = set.before(number, sign) else { return .null }
      return logic.member(right, of: before, words, depth)
    }
  }

  private mutating func builtinMember(
    _ name: String, _ arguments: [Step], of set: NumberSet, _ words: ExcuseWords, _ depth: Int
  ) -> Formula? {
    switch name {
    case "min", "max":
      var members = arguments
      if arguments.count == 1 {
        guard case .list(let inner) = arguments[0].form, !inner.isEmpty else { return nil }
        members = inner
      }
      let isMin = name == "min"
      // The least is above an end if all are, and below one if any is.
      return .any(
        set.intervals.map { interval in
          let low = NumberSet([.init(low: interval.low, high: nil)])
          let high = NumberSet([.init(low: nil, high: interval.high)])
          let above = members.map { member($0, of: low, words, depth) }
          let below = members.map { member($0, of: high, words, depth) }
          return isMin ? .all([.all(above), .any(below)]) : .all([.any(above), .all(below)])
        })
    case "floor", "ceiling":
      guard arguments.count == 1 else { return nil }
      guard let before = name == "floor" ? set.beforeFloor : set.beforeCeiling else { return nil }
      return member(arguments[0], of: before, words, depth)
    default: return nil
    }
  }

  // MARK: a few values

  struct NumberCase {
    let when: Formula
    /// `nil`: null.
    let number: Number?
  }

  private static let mostCases = 64

  /// The values that a step can have, each with its condition, the first that holds; `nil` where there is no such list.
  private mutating func cases(
    _ step: Step, _ words: ExcuseWords, _ depth: Int
  ) -> [NumberCase]? {
    if let constant = step.constantNumber {
      return [NumberCase(when: .constant(true), number: constant)]
    }
    guard depth < Self.mostDepth else { return nil }
    switch step.form {
    case .constant(.null): return [NumberCase(when: .constant(true), number: nil)]
    case .input(let slot):
      return figure(slot).flatMap { cases($0.step, .plan($0), depth + 1) }
    case .if(let condition, let then, let otherwise):
      guard let one = cases(then, words, depth + 1), let other = cases(otherwise, words, depth + 1)
      else { return nil }
      let holds = formula(condition, words, depth + 1)
      // Where the condition is null, so is the value: no case is chosen before that is known.
      return one.map { NumberCase(when: .all([holds, $0.when]), number: $0.number) } + other
    case .arithmetic(let sign, let left, let right) where sign != .power:
      guard let one = cases(left, words, depth + 1), let other = cases(right, words, depth + 1),
        one.count * other.count <= Self.mostCases
      else { return nil }
      return one.flatMap { left in
        other.map { right in
          NumberCase(
            when: .all([left.when, right.when]),
            number: left.number.flatMap { left in right.number.flatMap { sign.apply(left, $0) } })
        }
      }
    default: return nil
    }
  }

  private mutating func chosen(
    _ cases: [NumberCase], _ body: (inout ExcuseLogic, Number) -> Formula
  ) -> Formula {
    var branches: [Formula.Branch] = []
    for one in cases {
      branches.append(
        .init(when: one.when, gives: one.number.map { body(&self, $0) } ?? .null))
    }
    return .chosen(branches, otherwise: .null)
  }

  // MARK: products

  /// Factors over divisors, times a number: `10 * a / b` is 10 times what `a / b` is.
  private struct Product {
    var factors: [(step: Step, words: ExcuseWords)] = []
    var divisors: [(step: Step, words: ExcuseWords)] = []
    /// The number is the one divided by the other, so that it stays exact.
    var multiplier = Number.one
    var divisor = Number.one

    /// One factor and nothing else.
    var isSingle: Bool {
      factors.count == 1 && divisors.isEmpty && multiplier == .one && divisor == .one
    }

    func inverted() -> Product {
      Product(
        factors: divisors, divisors: factors, multiplier: divisor, divisor: multiplier)
    }

    func multiplied(by other: Product) -> Product? {
      guard let multiplier = multiplier.multiplied(by: other.multiplier),
        let divisor = divisor.multiplied(by: other.divisor)
      else { return nil }
      return Product(
        factors: factors + other.factors, divisors: divisors + other.divisors,
        multiplier: multiplier, divisor: divisor)
    }
  }

  private func product(_ step: Step, _ words: ExcuseWords, _ depth: Int) -> Product {
    if let constant = step.constantNumber { return Product(multiplier: constant) }
    let single = Product(factors: [(step, words)])
    guard depth < Self.mostDepth else { return single }
    switch step.form {
    case .negation(let inner):
      return product(inner, words, depth + 1).multiplied(by: Product(multiplier: Number(-1)))
        ?? single
    case .arithmetic(.multiply, let left, let right):
      return product(left, words, depth + 1).multiplied(by: product(right, words, depth + 1))
        ?? single
    case .arithmetic(.divide, let left, let right):
      let below = product(right, words, depth + 1)
      guard !below.multiplier.isZero else { return single }
      return product(left, words, depth + 1).multiplied(by: below.inverted()) ?? single
    case .input(let slot):
      guard let inner = figure(slot) else { return single }
      let product = product(inner.step, .plan(inner), depth + 1)
      return product.isSingle ? single : product
    default: return single
    }
  }

  private mutating func product(
    _ step: Step, of set: NumberSet, _ words: ExcuseWords
  ) -> Formula? {
    let product = product(step, words, 0)
    guard product.factors.count + product.divisors.count > 1 else { return nil }
    return member(product, of: set)
  }

  private mutating func member(_ product: Product, of set: NumberSet) -> Formula? {
    guard !product.multiplier.isZero,
      let wider = set.multiplied(by: product.divisor)
    else { return nil }
    let rest = wider.divided(by: product.multiplier)
    if product.divisors.isEmpty, product.factors.count == 1 {
      return .number(numberTerm(product.factors[0].step, product.factors[0].words), rest)
    }
    var leaves = Set<String>()
    func side(_ steps: [(step: Step, words: ExcuseWords)]) -> [(key: String, name: String)] {
      steps.map { (self.key($0.step, $0.words, 0, &leaves), self.name($0.step, $0.words)) }
        .sorted { $0.key < $1.key }
    }
    let above = side(product.factors)
    let below = side(product.divisors)
    let key =
      "\(above.map(\.key).joined(separator: " * ")) / \(below.map(\.key).joined(separator: " * "))"
    let name =
      ([above.isEmpty ? "1" : above.map(\.name).joined(separator: " * ")] + below.map(\.name))
      .joined(separator: " / ")
    let isSame = leaves.allSatisfy { $0.hasPrefix("fact ") }
    let term = ExcuseTerm(key: key, name: name, relation: isSame ? .same : .independent)
    let all = product.factors + product.divisors
    let isPositive = all.allSatisfy {
      finder.domain(of: $0.step).set.low.map { !$0.isNegative } ?? false
    }
    let mayBeNull =
      all.contains { self.mayBeNull($0.step, 0) }
      || product.divisors.contains { finder.domain(of: $0.step).set.contains(.zero) }
    domains[term] = Domain(isPositive ? .from(.zero, included: true) : .all)
    note(term, leaves, mayBeNull: mayBeNull)
    return .number(term, rest)
  }

  /// A comparison of two numbers as one of their quotient with 1, where the second is above 0 for certain.
  mutating func ratio(
    _ left: Step, _ right: Step, in set: NumberSet, _ words: ExcuseWords
  ) -> Formula? {
    for (above, below, set) in [(left, right, set), (right, left, set.inverse)] {
      guard let set else { continue }
      let under = product(below, words, 0)
      let isAboveZero =
        under.multiplier.isPositive && under.divisor.isPositive
        && (under.factors + under.divisors).allSatisfy {
          finder.domain(of: $0.step).set.isAboveZero
        }
      guard isAboveZero, !mayBeNull(below, 0), !mayBeNull(above, 0) else { continue }
      let over = product(above, words, 0)
      guard over.factors.count + over.divisors.count > 0,
        let quotient = over.multiplied(by: under.inverted())
      else { continue }
      return member(quotient, of: set)
    }
    return nil
  }

  /// `left - right` above, at or below 0 as a comparison of the two.
  private mutating func difference(
    _ left: Step, _ right: Step, of set: NumberSet, _ words: ExcuseWords
  ) -> Formula? {
    var quotients = NumberSet.none
    if set.contains(Number(-1)) { quotients = quotients.union(.to(.one, included: false)) }
    if set.contains(.zero) { quotients = quotients.union(.only(.one)) }
    if set.contains(.one) { quotients = quotients.union(.from(.one, included: false)) }
    return ratio(left, right, in: quotients, words)
  }
}

extension Operator.Arithmetic {
  fileprivate func apply(_ left: Number, _ right: Number) -> Number? {
    switch self {
    case .add: left.adding(right)
    case .subtract: left.subtracting(right)
    case .multiply: left.multiplied(by: right)
    case .divide: left.divided(by: right)
    case .power: left.power(right)
    }
  }
}
