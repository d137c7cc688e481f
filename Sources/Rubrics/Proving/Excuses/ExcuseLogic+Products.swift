import FEEL
import Values

/// Products and quotients in one form, so that the same share is the same term however it is written.
extension ExcuseLogic {
  /// Factors over divisors, times a number: `10 * a / b` is 10 times what `a / b` is.
  struct Product {
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

  mutating func product(
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
  mutating func difference(
    _ left: Step, _ right: Step, of set: NumberSet, _ words: ExcuseWords
  ) -> Formula? {
    var quotients = NumberSet.none
    if set.contains(Number(-1)) { quotients = quotients.union(.to(.one, included: false)) }
    if set.contains(.zero) { quotients = quotients.union(.only(.one)) }
    if set.contains(.one) { quotients = quotients.union(.from(.one, included: false)) }
    return ratio(left, right, in: quotients, words)
  }
}
